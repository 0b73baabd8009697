#include "knowledge/error_codes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

#include "knowledge/tables.h"

using exdiag::knowledge::CanonicalCode;
using exdiag::knowledge::CodeFamily;
using exdiag::knowledge::CodeRows;
using exdiag::knowledge::ErrorCode;
using exdiag::knowledge::FamilyName;
using exdiag::knowledge::LookUpCode;

namespace {

std::string_view FirstName(std::string_view code) {
  const std::vector<ErrorCode> found = LookUpCode(code);
  return found.empty() ? std::string_view() : found.front().name;
}

bool Has(const std::vector<ErrorCode>& codes, CodeFamily family, std::string_view name) {
  return std::any_of(codes.begin(), codes.end(), [&](const ErrorCode& code) {
    return code.family == family && code.name == name;
  });
}

}  // namespace

TEST_CASE("an HRESULT of facility 7 is looked up as its Win32 code in every spelling") {
  for (std::string_view code : {"0x80070643", "80070643", "-2147023293", "2147944003", "1603",
                                "MSI 1603", "error code is 1603."}) {
    CAPTURE(code);
    CHECK(FirstName(code) == "ERROR_INSTALL_FAILURE");
  }
  const auto denied = LookUpCode("0x80070005");
  REQUIRE(denied.size() >= 2);
  CHECK(denied[0].name == "E_ACCESSDENIED");
  CHECK(Has(denied, CodeFamily::kWin32, "ERROR_ACCESS_DENIED"));
}

TEST_CASE("a Win32 code inside an HRESULT is no LDAP result, exit code or installer message") {
  for (std::string_view code : {"0x80070032", "0x80070005", "0x800706BA", "0x80070051"}) {
    CAPTURE(code);
    for (const ErrorCode& found : LookUpCode(code)) {
      CHECK(found.family != CodeFamily::kLdap);
      CHECK(found.family != CodeFamily::kLdifde);
      CHECK(found.family != CodeFamily::kAppcmd);
      CHECK(found.name.substr(0, 9) != "Installer");
    }
  }
}

TEST_CASE("a plain Win32 code is not explained as the HRESULT that holds it") {
  CHECK(FirstName("5") == "ERROR_ACCESS_DENIED");
  CHECK_FALSE(Has(LookUpCode("5"), CodeFamily::kHresult, "E_ACCESSDENIED"));
}

TEST_CASE("codes of the native part of setup are decoded") {
  const auto denied = LookUpCode("3221684229");
  REQUIRE(denied.size() >= 2);
  CHECK(denied[0].name == "0xC0070005");
  CHECK(Has(denied, CodeFamily::kWin32, "ERROR_ACCESS_DENIED"));
  CHECK(LookUpCode("0xC0070005").size() == denied.size());
  CHECK(FirstName("2147504141") == "E_ADS_PROPERTY_NOT_FOUND");
  CHECK(FirstName("2147950602") == "ERROR_DS_NO_ATTRIBUTE_OR_VALUE");
  CHECK(FirstName("2147942405") == "E_ACCESSDENIED");
  CHECK(FirstName("0XC1037AE6") == "exsetdata 31462");
}

TEST_CASE("a number with several meanings gives all of them, the likeliest first") {
  const auto fifty = LookUpCode("50");
  CHECK(Has(fifty, CodeFamily::kWin32, "ERROR_NOT_SUPPORTED"));
  CHECK(Has(fifty, CodeFamily::kLdap, "LDAP_INSUFFICIENT_RIGHTS"));
  CHECK(Has(fifty, CodeFamily::kAppcmd, "ERROR_NOT_SUPPORTED"));
  CHECK(LookUpCode("8245").front().family == CodeFamily::kLdifde);
  CHECK(LookUpCode("0x2035").front().family == CodeFamily::kAdExtended);
  CHECK(LookUpCode("1722").front().family == CodeFamily::kWin32);
  CHECK(Has(LookUpCode("1722"), CodeFamily::kMsi, "Installer message 1722"));
}

TEST_CASE("hexadecimal numbers of a directory are directory codes") {
  CHECK(FirstName("0x51") == "LDAP_SERVER_DOWN");
  CHECK(FirstName("0x52") == "LDAP_LOCAL_ERROR");
  CHECK(FirstName("0x20bb") == "ERROR_DS_DUP_OID");
  CHECK(FirstName("8379") == "ERROR_DS_DUP_OID");
  CHECK(FirstName("00002098") == "ERROR_DS_INSUFF_ACCESS_RIGHTS");
  CHECK(FirstName("00002071") == "ERROR_DS_OBJ_STRING_NAME_EXISTS");
  CHECK(FirstName("0000208D") == "ERROR_DS_OBJ_NOT_FOUND");
  CHECK(FirstName("0x2114") == "ERROR_DS_DUP_LINK_ID");
  CHECK(FirstName("0x5") == "ERROR_ACCESS_DENIED");
}

TEST_CASE("a list that is named before the number decides") {
  CHECK(FirstName("LDAP 50") == "LDAP_INSUFFICIENT_RIGHTS");
  CHECK(LookUpCode("LDAP 50").size() == 1);
  CHECK(LookUpCode("appcmd exit code 50").front().family == CodeFamily::kAppcmd);
  CHECK(LookUpCode("win32 50").front().family == CodeFamily::kWin32);
  CHECK(LookUpCode("ldifde 8202").front().family == CodeFamily::kLdifde);
  CHECK(FirstName("LDAP 1603") == "ERROR_INSTALL_FAILURE");  // unknown there
}

TEST_CASE("names are found with and without the prefix, in any case") {
  CHECK(LookUpCode("INSUFF_ACCESS_RIGHTS").front().family == CodeFamily::kAdExtended);
  CHECK(LookUpCode("insuff_access_rights").size() == LookUpCode("INSUFF_ACCESS_RIGHTS").size());
  CHECK(LookUpCode("ERROR_INSTALL_FAILURE").front().code == "1603");
  CHECK(LookUpCode("install_failure").front().code == "1603");
  CHECK(LookUpCode("LDAP_INSUFFICIENT_RIGHTS").front().code == "50");
  CHECK(LookUpCode("E_FAIL").front().code == "0x80004005");
  CHECK(LookUpCode("HRESULT E_FAIL").front().code == "0x80004005");
  CHECK_FALSE(LookUpCode("Unwilling To Perform").empty());
  CHECK_FALSE(LookUpCode("CONSTRAINT_ATT_TYPE").empty());
  CHECK(LookUpCode("SUCCESS").empty());
}

TEST_CASE("an exception is found by its full name or its last parts") {
  constexpr std::string_view kFull = "System.Security.Cryptography.CryptographicException";
  CHECK(LookUpCode(kFull).front().code == kFull);
  CHECK(LookUpCode("CryptographicException").front().code == kFull);
  CHECK(LookUpCode("Cryptography.CryptographicException").front().code == kFull);
  CHECK(LookUpCode("system.security.cryptography.cryptographicexception").size() == 1);
  CHECK(LookUpCode("Fabrikam.CryptographicException").empty());
  CHECK(LookUpCode("y.CryptographicException").empty());
  CHECK(LookUpCode("TimeoutException").size() == 2);
  CHECK(LookUpCode("ServiceProcess.TimeoutException").size() == 1);
}

TEST_CASE("places of CurrentResult lines are explained") {
  for (std::string_view code :
       {"CurrentResult console.ProcessRunInternal:198: 1", "console.ProcessRunInternal:198",
        "CurrentResult console.ProcessRunInternal:198"}) {
    CAPTURE(code);
    REQUIRE(LookUpCode(code).size() == 1);
    CHECK(LookUpCode(code).front().family == CodeFamily::kOther);
  }
}

TEST_CASE("what is not known gives nothing") {
  for (std::string_view code :
       {"", " ", "987654", "0x8fffffff", "NO_SUCH_CODE_AT_ALL", ".", "_", "15.1.2507.6", "a.b_c"}) {
    CAPTURE(code);
    CHECK(LookUpCode(code).empty());
  }
}

TEST_CASE("every row of the table is found by its code and by its name") {
  REQUIRE(CodeRows().size >= 350);
  for (const auto& code_row : CodeRows()) {
    const auto row = code_row.entry();
    CAPTURE(row.code, row.name);
    const auto by_code = LookUpCode(row.code);
    CHECK(Has(by_code, row.family, row.name));
    CHECK_FALSE(CanonicalCode(row.code).empty());
    CHECK(row.meaning.back() == '.');
    if (row.name.find(' ') == std::string_view::npos && row.name[0] != '0') {
      CHECK_FALSE(LookUpCode(row.name).empty());
    }
  }
}

TEST_CASE("HRESULT rows are written with eight digits, installer return codes with four") {
  for (const auto& code_row : CodeRows()) {
    const auto row = code_row.entry();
    CAPTURE(row.code);
    if (row.family == CodeFamily::kHresult) {
      CHECK(row.code.size() == 10);
      CHECK(row.code.substr(0, 2) == "0x");
    }
    if (row.family == CodeFamily::kMsi) CHECK(row.code.size() == 4);
  }
}

TEST_CASE("every family has a name") {
  CHECK(FamilyName(CodeFamily::kMsi) == "Windows Installer");
  CHECK(FamilyName(CodeFamily::kOther) == "other");
}
