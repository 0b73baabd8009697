#include "setuplog/ascii_case.h"

#include <catch2/catch.hpp>

using exdiag::setuplog::LowerCase;
using exdiag::setuplog::SameName;

TEST_CASE("only ASCII letters have a case") {
  CHECK(LowerCase("Install-MailboxRole @[`{ AZ az 09") == "install-mailboxrole @[`{ az az 09");
  CHECK(LowerCase("\xC3\x9C"
                  "BER") ==
        "\xC3\x9C"
        "ber");
  CHECK(LowerCase("").empty());
}

TEST_CASE("names are the same whatever their case, and only as a whole") {
  CHECK(SameName("Get-User", "GET-user"));
  CHECK(SameName("", ""));
  CHECK_FALSE(SameName("Get-User", "Get-Users"));
  CHECK_FALSE(SameName("Get-Users", "Get-User"));
  CHECK_FALSE(SameName("a@", "a`"));
}
