#include "input/archive_budget.h"

#include <catch2/catch.hpp>

using namespace exdiag::input;

namespace {

constexpr int64_t kMiB = int64_t{1} << 20;

}  // namespace

TEST_CASE("as many files as are allowed may be unpacked, and not one more") {
  ArchiveLimits limits;
  limits.entries = 2;
  ArchiveBudget budget(limits);
  CHECK(budget.AddEntry());
  CHECK(budget.AddEntry());
  CHECK_FALSE(budget.exhausted());
  CHECK(budget.message().empty());
  CHECK_FALSE(budget.AddEntry());
  CHECK(budget.exhausted());
  CHECK(budget.message().find("more than 2 files") != std::string::npos);
}

TEST_CASE("the bytes of all members count together against the size") {
  ArchiveLimits limits;
  limits.total_bytes = 10 * kMiB;
  ArchiveBudget budget(limits);
  CHECK(budget.AddUnpacked(6 * kMiB, kMiB));
  CHECK(budget.AddUnpacked(4 * kMiB, kMiB));
  CHECK_FALSE(budget.AddUnpacked(1, kMiB));
  CHECK(budget.message().find("more than 10 MB") != std::string::npos);
}

TEST_CASE("how well an archive is packed counts only from 64 MiB on") {
  ArchiveLimits limits;
  limits.ratio = 10;
  ArchiveBudget budget(limits);
  CHECK(budget.AddUnpacked(64 * kMiB - 1, 1));
  CHECK(budget.AddUnpacked(2, 10 * kMiB));  // well packed as a whole, and no bomb
  CHECK_FALSE(budget.exhausted());
  CHECK_FALSE(budget.AddUnpacked(64 * kMiB, 10 * kMiB));
  CHECK(budget.message().find("10 times its size") != std::string::npos);
}

TEST_CASE("an archive of which nothing was read yet is no division by zero") {
  ArchiveBudget budget(ArchiveLimits{});
  CHECK_FALSE(budget.AddUnpacked(65 * kMiB, 0));
}

TEST_CASE("after one limit nothing is unpacked any more, and the message stays that of the limit") {
  ArchiveLimits limits;
  limits.entries = 0;
  ArchiveBudget budget(limits);
  CHECK_FALSE(budget.AddEntry());
  const std::string told = budget.message();
  CHECK_FALSE(budget.AddEntry());
  CHECK_FALSE(budget.AddUnpacked(1, 1));
  CHECK_FALSE(budget.EnterArchive(0));
  CHECK(budget.message() == told);
}

TEST_CASE("an archive that is too deep is told, and the others are read") {
  ArchiveLimits limits;
  limits.depth = 1;
  ArchiveBudget budget(limits);
  CHECK(budget.EnterArchive(1));
  CHECK_FALSE(budget.EnterArchive(2));
  CHECK(budget.message().find("more than 1 levels") != std::string::npos);
  CHECK_FALSE(budget.exhausted());
  CHECK(budget.AddEntry());
  CHECK(budget.EnterArchive(0));
}
