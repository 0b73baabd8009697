#include "platform/standard_stream.h"

#include <catch2/catch.hpp>
#include <memory>

#include "sample_files.h"
#include "temporary_folder.h"

#ifndef _WIN32
#include <unistd.h>

#include <csignal>
#endif

namespace exdiag::platform {
namespace {

using StreamOwner = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

TEST_CASE("A file behind the stream gets the bytes as they are, line ends too") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/out.txt";
  const std::string text = "first\nsecond \xC3\xA4\n\r\n";
  {
    // In text mode, as standard output is on Windows.
    const StreamOwner stream(std::fopen(path.c_str(), "w"), std::fclose);
    REQUIRE(stream != nullptr);
    CHECK(WriteStandardStream(stream.get(), text) == Written::kAll);
    CHECK(WriteStandardStream(stream.get(), "") == Written::kAll);
  }
  CHECK(tests::BytesOf(path) == text);
}

TEST_CASE("What printf left in the stream goes before what is written") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/out.txt";
  {
    const StreamOwner stream(std::fopen(path.c_str(), "wb"), std::fclose);
    REQUIRE(stream != nullptr);
    std::fputs("early ", stream.get());
    CHECK(WriteStandardStream(stream.get(), "late") == Written::kAll);
  }
  CHECK(tests::BytesOf(path) == "early late");
}

#ifndef _WIN32
TEST_CASE("A pipe whose reader has gone is told from a full disk") {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  close(ends[0]);
  {
    const StreamOwner pipe_stream(fdopen(ends[1], "w"), std::fclose);
    CHECK(WriteStandardStream(pipe_stream.get(), "nobody reads this") == Written::kReaderGone);
  }
  std::signal(SIGPIPE, before);
  if (std::FILE* full = std::fopen("/dev/full", "w")) {
    CHECK(WriteStandardStream(full, "no room") == Written::kFailed);
    std::fclose(full);
  }
}
#endif

}  // namespace
}  // namespace exdiag::platform
