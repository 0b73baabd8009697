#include "input/peeked_source.h"

#include <catch2/catch.hpp>

#include "input/failing_source.h"

using namespace exdiag::input;

namespace {

std::string Rest(ByteSource* source) {
  std::string rest;
  char block[7];
  while (const size_t got = source->Read(block, sizeof block)) rest.append(block, got);
  return rest;
}

}  // namespace

TEST_CASE("What was looked at is handed out again, before the rest") {
  FailingSource inner("0123456789", 10, false);
  PeekedSource source(inner, 4);
  CHECK(source.head() == "0123");
  CHECK(source.ReadInPlace(4).empty());
  CHECK(Rest(&source) == "0123456789");
  CHECK(source.error().kind == InputError::Kind::kNone);
}

TEST_CASE("The head of a short source is all of it") {
  FailingSource inner("01", 2, false);
  PeekedSource source(inner, 4);
  CHECK(source.head() == "01");
  CHECK(source.error().kind == InputError::Kind::kNone);
  CHECK(Rest(&source) == "01");
}

TEST_CASE("A source that fails within its head says so at once, one that fails later then") {
  FailingSource early("0123456789", 2, false);
  PeekedSource source(early, 4);
  CHECK(source.head() == "01");
  CHECK(source.error().message == "the disk fails");
  FailingSource late("0123456789", 6, false);
  PeekedSource other(late, 4);
  CHECK(other.error().kind == InputError::Kind::kNone);
  CHECK(Rest(&other) == "012345");
  CHECK(other.error().message == "the disk fails");
}
