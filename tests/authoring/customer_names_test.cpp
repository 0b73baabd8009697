#include "authoring/customer_names.h"

#include <catch2/catch.hpp>

namespace exdiag::authoring {
namespace {

std::string First(std::string_view text) {
  const auto names = FindCustomerNames(text);
  return names.empty() ? std::string() : names.front().text;
}

}  // namespace

TEST_CASE("names of customers are found in the forms in which logs have them") {
  CHECK(First("server ex01.bigcustomer.local refused") == "ex01.bigcustomer.local");
  CHECK(First("CN=EX01,DC=bigcustomer,DC=de") == "DC=bigcustomer,DC=de");
  CHECK(First("logged on as BIGCUST\\jdoe.") == "BIGCUST\\jdoe.");
  CHECK(First("mail to jane@bigcustomer.co.uk") == "bigcustomer.co.uk");
  CHECK(First("connect to 10.1.2.3 failed") == "10.1.2.3");
  CHECK(First("bound to fd12:3456:789a::1") == "fd12:3456:789a::1");
}

TEST_CASE("examples and documentation addresses are no customers") {
  for (const std::string_view text :
       {"EX01.contoso.com", "mail.fabrikam.local", "DC=corp,DC=contoso,DC=com", "CONTOSO\\admin",
        "192.0.2.17", "2001:db8::5", "contoso.mail.onmicrosoft.com", "domain-1.example",
        "learn.microsoft.com", "127.0.0.1"}) {
    INFO(text);
    CHECK(First(text).empty());
  }
}

TEST_CASE("types, versions, paths and times are no names of customers") {
  for (const std::string_view text :
       {"System.Net.WebException", "Microsoft.Exchange.Net", "Version=15.0.0.0",
        "version 15.1.2507.6", "build 6.1.7601.17514", "HKLM\\SOFTWARE\\Microsoft",
        "C:\\SYSTEM32\\drivers", "08:15:02", "[System.IO.File]::Exists", "ASP.NET 4.5",
        "NT AUTHORITY\\SYSTEM"}) {
    INFO(text);
    CHECK(First(text).empty());
  }
}

}  // namespace exdiag::authoring
