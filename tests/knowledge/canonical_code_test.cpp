#include <catch2/catch.hpp>
#include <string_view>

#include "knowledge/error_codes.h"

using exdiag::knowledge::CanonicalCode;

TEST_CASE("every spelling of an HRESULT of facility 7 is its Win32 code") {
  for (std::string_view spelling : {"0x80070643",
                                    "0X80070643",
                                    "80070643",
                                    "80070643h",
                                    "0x80070643L",
                                    "(0x80070643)",
                                    "-2147023293",
                                    "\u22122147023293",
                                    "\u20132147023293",
                                    "2147944003",
                                    "0xffffffff80070643",
                                    "FFFFFFFF80070643",
                                    "-0x7ff8f9bd",
                                    "1603",
                                    "1603.",
                                    "'1603'",
                                    "\u201c1603\u201d",
                                    " 1603 ",
                                    "0x643",
                                    "643h",
                                    "00000643",
                                    "0x00000643",
                                    "error code 1603",
                                    "Error code is 1603.",
                                    "MSI 1603",
                                    "exit code: 1603",
                                    "1603: Fatal error during installation",
                                    "0x80070643 (1603)",
                                    "HRESULT: 0x80070643",
                                    "ErrorCode=1603"}) {
    CAPTURE(spelling);
    CHECK(CanonicalCode(spelling) == "1603");
  }
}

TEST_CASE("the NTSTATUS form of a Win32 code is the Win32 code") {
  CHECK(CanonicalCode("3221684229") == "5");
  CHECK(CanonicalCode("0xC0070005") == "5");
  CHECK(CanonicalCode("Error code 0XC0070005 (5): Access is denied.") == "5");
}

TEST_CASE("other HRESULTs have eight lower-case digits") {
  for (std::string_view spelling :
       {"0x80004005", "80004005", "-2147467259", "2147500037", "0X80004005L"}) {
    CAPTURE(spelling);
    CHECK(CanonicalCode(spelling) == "0x80004005");
  }
  CHECK(CanonicalCode("2147504141") == "0x8000500d");
  CHECK(CanonicalCode("C0000022") == "0xc0000022");
  CHECK(CanonicalCode("E0434352") == "0xe0434352");
  CHECK(CanonicalCode("2147950602") == "8202");
  CHECK(CanonicalCode("0x80070000") == "0x80070000");
}

TEST_CASE("other numbers are decimal") {
  CHECK(CanonicalCode("0x51") == "81");
  CHECK(CanonicalCode("LDAP 50") == "50");
  CHECK(CanonicalCode("0x20bb") == "8379");
  CHECK(CanonicalCode("20bb") == "8379");
  CHECK(CanonicalCode("00002098") == "8344");
  CHECK(CanonicalCode("0000208D") == "8333");
  CHECK(CanonicalCode("52e") == "1326");
  CHECK(CanonicalCode("443949901") == "443949901");
  CHECK(CanonicalCode("20210307") == "20210307");
  CHECK(CanonicalCode("0050") == "50");
  CHECK(CanonicalCode("0") == "0");
  CHECK(CanonicalCode("0x00000000") == "0");
}

TEST_CASE("a small negative exit code stays negative") {
  CHECK(CanonicalCode("-1") == "-1");
  CHECK(CanonicalCode("4294967295") == "-1");
  CHECK(CanonicalCode("0xFFFFFFFF") == "-1");
  CHECK(CanonicalCode("-1073741819") == "0xc0000005");
}

TEST_CASE("names are compared in upper case") {
  CHECK(CanonicalCode("Insuff_Access_Rights") == "INSUFF_ACCESS_RIGHTS");
  CHECK(CanonicalCode("insuff access rights") == "INSUFF_ACCESS_RIGHTS");
  CHECK(CanonicalCode("System.TimeoutException") == "SYSTEM.TIMEOUTEXCEPTION");
  CHECK(CanonicalCode("'RebootPending'") == "REBOOTPENDING");
  CHECK(CanonicalCode("error") == "ERROR");
  CHECK(CanonicalCode("Error_5_Times") == "ERROR_5_TIMES");
}

TEST_CASE("words made of the letters a to f are no numbers") {
  for (std::string_view word : {"FACADE", "deadbeef", "bad", "DAC", "Cafe", "added"}) {
    CAPTURE(word);
    CHECK_FALSE(CanonicalCode(word).empty());
    CHECK((CanonicalCode(word)[0] < '0' || CanonicalCode(word)[0] > '9'));
  }
}

TEST_CASE("what is too long for a code or no number at all is taken as a name") {
  CHECK(CanonicalCode("99999999999") == "99999999999");
  CHECK(CanonicalCode("-3221684229") == "-3221684229");
  CHECK(CanonicalCode("15.1.2507.6") == "15.1.2507.6");
  CHECK(CanonicalCode("0x") == "0X");
  CHECK(CanonicalCode("0xZZ") == "0XZZ");
  CHECK(CanonicalCode("2 files") == "2_FILES");
  CHECK(CanonicalCode("-") == "-");
  CHECK(CanonicalCode("l") == "L");
  CHECK(CanonicalCode("h") == "H");
}

TEST_CASE("nothing gives nothing") {
  CHECK(CanonicalCode("").empty());
  CHECK(CanonicalCode(" \t\r\n").empty());
  CHECK(CanonicalCode("()").empty());
}
