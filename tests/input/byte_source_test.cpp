#include "input/byte_source.h"

#include <catch2/catch.hpp>
#include <cstdio>

#include "input/file_source.h"
#include "input/inputs.h"
#include "input/peeked_source.h"
#include "temporary_folder.h"

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

using exdiag::TemporaryFolder;
using exdiag::platform::FileError;
using namespace exdiag::input;

namespace {

std::string All(ByteSource& source, size_t block_size) {
  std::string all, block(block_size, '\0');
  while (const size_t got = source.Read(block.data(), block.size())) all.append(block, 0, got);
  return all;
}

}  // namespace

TEST_CASE("a file is opened with its bytes, and what is none with a reason") {
  const TemporaryFolder folder;
  InputError error;
  const auto source = OpenFile(folder.Write("a.log", "text"), &error);
  REQUIRE(source);
  CHECK(All(*source, 3) == "text");
  CHECK(source->error().kind == InputError::Kind::kNone);
  CHECK_FALSE(OpenFile(folder.path() + "/none.log", &error));
  CHECK(error.kind == InputError::Kind::kNotFound);
  CHECK(error.path == folder.path() + "/none.log");
  CHECK_FALSE(OpenFile(folder.path(), &error));
  CHECK(error.kind == InputError::Kind::kUnreadable);
}

TEST_CASE("each reason why a file cannot be opened comes with what to do") {
  const auto told = [](FileError::Kind kind) { return OpenErrorOf("x", {kind, "the reason"}); };
  CHECK(told(FileError::Kind::kNotFound).kind == InputError::Kind::kNotFound);
  CHECK(told(FileError::Kind::kNotFound).message.find("check the path") != std::string::npos);
  const InputError denied = told(FileError::Kind::kAccessDenied);
  CHECK(denied.kind == InputError::Kind::kUnreadable);
  CHECK(denied.message.find("(the reason): run exdiag as a user who may") != std::string::npos);
  const InputError other = told(FileError::Kind::kOther);
  CHECK(other.kind == InputError::Kind::kUnreadable);
  CHECK(other.message == "it cannot be read: the reason");
  CHECK(other.path == "x");
}

TEST_CASE("bytes that were looked at come again, whatever the blocks") {
  const std::string text = "0123456789";
  for (const size_t head : {0, 1, 4, 10, 20}) {
    for (const size_t block : {1, 3, 4, 10, 30}) {
      CAPTURE(head, block);
      const auto inner = OpenBytes(text);
      PeekedSource peeked(*inner, head);
      CHECK(peeked.head() == text.substr(0, head));
      CHECK(All(peeked, block) == text);
    }
  }
}

#ifndef _WIN32

// A file of the system that opens and whose first byte cannot be read.
TEST_CASE("a file whose reading fails is told, and not taken for an empty one") {
  const std::string path = "/proc/self/mem";
  InputError unused;
  if (!OpenFile(path, &unused)) return;
  std::vector<InputError> errors;
  VisitFiles(
      path, {},
      [&](const FoundFile&, ByteSource& bytes) {
        CHECK(All(bytes, 100).empty());
        CHECK(bytes.error().kind == InputError::Kind::kUnreadable);
        return true;
      },
      &errors);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == path);
  CHECK(errors[0].message.find("reading stopped before the end") != std::string::npos);
}

TEST_CASE("a dash is standard input, a file or a pipe behind it") {
  const int before = dup(STDIN_FILENO);
  const TemporaryFolder folder;
  const std::string path = folder.Write("a.log", "from a file");
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  REQUIRE(write(ends[1], "from a pipe", 11) == 11);
  close(ends[1]);
  std::vector<std::string> contents;
  std::vector<InputError> errors;
  for (const int given : {open(path.c_str(), O_RDONLY), ends[0]}) {
    dup2(given, STDIN_FILENO);
    close(given);
    VisitFiles(
        "-", {},
        [&](const FoundFile& file, ByteSource& bytes) {
          CHECK(file.path == "-");
          CHECK(file.container.empty());
          contents.push_back(All(bytes, 100));
          return true;
        },
        &errors);
  }
  dup2(before, STDIN_FILENO);
  close(before);
  CHECK(contents == std::vector<std::string>{"from a file", "from a pipe"});
  CHECK(errors.empty());
}

#endif
