#include "authoring/message_pattern.h"

#include <catch2/catch.hpp>

namespace exdiag::authoring {

TEST_CASE("what differs between servers becomes a gap, named after what it is") {
  const auto pattern = PatternOfMessage(
      "Service 'MSExchangeTransport' failed to reach status 'Running' on this server.");
  CHECK(pattern.pattern ==
        "Service '(?P<service>[^']{1,200})' failed to reach status 'Running' on this server");
  CHECK(pattern.names == std::vector<std::string>{"service"});
}

TEST_CASE("bare values are seen by their form") {
  const auto pattern = PatternOfMessage(
      "Cannot write C:\\Logs\\a.log on EX01.contoso.com, code 0x80070005 after 12 tries");
  CHECK(pattern.names == std::vector<std::string>{"path", "host", "code"});
  CHECK(pattern.pattern.ends_with("after [0-9]{1,12} tries"));
}

TEST_CASE("two values of one kind get two names") {
  CHECK(PatternOfMessage("Could not move file 'a' over file 'b' in the crate").names ==
        std::vector<std::string>{"file", "file_2"});
}

TEST_CASE("an apostrophe opens no quotation") {
  CHECK(PatternOfMessage("The catalog couldn't be registered and can't be read").pattern ==
        "The catalog couldn't be registered and can't be read");
}

TEST_CASE("a word that only this customer has is no part of the pattern") {
  const auto pattern =
      PatternOfMessage("The site Springfield has no bridgehead server",
                       [](std::string_view word) { return word == "Springfield"; });
  CHECK(pattern.pattern == "The site (?P<name>[^ '\"]{1,120}) has no bridgehead server");
}

TEST_CASE("a message without six fixed characters gives no pattern") {
  CHECK(PatternOfMessage("'a' 'b' 12 34").pattern.empty());
}

TEST_CASE("characters of patterns are escaped and blanks squeezed") {
  CHECK(PatternOfMessage("Is it (really)\r\n   so? Yes + no").pattern ==
        "Is it \\(really\\) so\\? Yes \\+ no");
}

}  // namespace exdiag::authoring
