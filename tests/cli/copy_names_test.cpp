#include "cli/copy_names.h"

#include <catch2/catch.hpp>

using exdiag::cli::CopyNames;

TEST_CASE("a file never takes the place of another") {
  CopyNames names;
  CHECK(names.For("EX-1/ExchangeSetup.log") == "EX-1/ExchangeSetup.log");
  CHECK(names.For("EX-1/ExchangeSetup.log") == "EX-1/ExchangeSetup (2).log");
  CHECK(names.For("ex-1\\exchangesetup.LOG") == "ex-1/exchangesetup (3).LOG");
  CHECK(names.For("EX-2/ExchangeSetup.log") == "EX-2/ExchangeSetup.log");
}

TEST_CASE("a file and a folder of one name get along, whichever comes first") {
  CopyNames names;
  CHECK(names.For("a/b.log") == "a/b.log");
  CHECK(names.For("a") == "a (2)");
  CHECK(names.For("c") == "c");
  CHECK(names.For("c/d.log") == "c (2)/d.log");
  CHECK(names.For("c/e.log") == "c (2)/e.log");
}

TEST_CASE("what Windows does not allow in a name, and what leads upwards, is replaced") {
  CopyNames names;
  CHECK(names.For("C:\\Windows\\drive.log") == "C_/Windows/drive.log");
  CHECK(names.For("../../up.log") == "__/__/up.log");
  CHECK(names.For(".. /x. ") == "___/x__");
  CHECK(names.For("a\x1b[31m?.log") == "a_[31m_.log");
  CHECK(names.For("//server//share.log") == "server/share.log");
  CHECK(names.For("") == "_");
}

TEST_CASE("a part that no file system takes is shortened in its middle, and stays apart") {
  CopyNames names;
  const std::string long_name = std::string(3000, 'x') + ".log";
  const std::string first = names.For(long_name);
  CHECK(first == std::string(196, 'x') + ".log");
  CHECK(names.For("x" + long_name) == std::string(196, 'x') + " (2).log");
}

TEST_CASE("the number stands before the ending of the file, not of a folder") {
  CopyNames names;
  CHECK(names.For("v1.0/log") == "v1.0/log");
  CHECK(names.For("v1.0/log") == "v1.0/log (2)");
  CHECK(names.For(".hidden") == ".hidden");
  CHECK(names.For(".hidden") == ".hidden (2)");
}
