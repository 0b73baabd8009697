#include "matching/codes.h"

#include <catch2/catch.hpp>

using exdiag::matching::FindCodes;

namespace {

std::vector<std::string> Codes(std::string_view text) {
  std::vector<std::string> codes;
  for (const auto& found : FindCodes(text)) codes.push_back(found.code);
  return codes;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("hexadecimal numbers with 0x are codes, as they are written") {
  CHECK(Codes("COMException (0x80070643): failed") == List{"0x80070643"});
  CHECK(Codes("error 0X5B4 occurred") == List{"0X5B4"});
  CHECK(Codes("0x80070005") == List{"0x80070005"});
}

TEST_CASE("addresses, object ids and parts of words are no codes") {
  CHECK(Codes("at 0x00007FFB12345678 in").empty());
  CHECK(Codes("x0x80070005y").empty());
  CHECK(Codes("S-1-5-21-1111111111-2222222222-3333333333-512").empty());
  CHECK(Codes("1f5e3d3f-7a5d-4e0a-9c1f-2b3c4d5e6f70").empty());
}

TEST_CASE("numbers behind words for a code are codes") {
  CHECK(Codes("Process execution failed with exit code 1062.") == List{"1062"});
  CHECK(Codes("The exit code is: 8245.") == List{"8245"});
  CHECK(Codes("There was an error. Error code is 1603") == List{"1603"});
  CHECK(Codes("Installation success or error status: 1603.") == List{"1603"});
  CHECK(Codes("ErrorCode = '5'") == List{"5"});
  CHECK(Codes("ldifde.exe failed: error is 'code: 8224'") == List{"8224"});
  CHECK(Codes("Error 1722. There is a problem") == List{"1722"});
  CHECK(Codes("HRESULT: 80070643") == List{"80070643"});
}

TEST_CASE("the word for a code may be in another language") {
  CHECK(Codes("Fehlercode: 8224") == List{"8224"});
  CHECK(Codes("El código de error es 8224.") == List{"8224"});
  CHECK(Codes("Le code d'erreur est : 8224") == List{"8224"});
  CHECK(Codes("エラー コードは 8224 です") == List{"8224"});
  CHECK(Codes("Код ошибки: 8224") == List{"8224"});
}

TEST_CASE("large negative numbers are codes wherever they stand") {
  CHECK(Codes("returned -2147023293 to the caller") == List{"-2147023293"});
  CHECK(Codes("exit code -1") == List{"-1"});
}

TEST_CASE("an unsigned decimal HRESULT is a code behind its word only") {
  CHECK(Codes("error code 3221684229") == List{"3221684229"});
  CHECK(Codes("serial 3221684229").empty());
}

TEST_CASE("what a directory server answers is a hexadecimal code and a name") {
  CHECK(Codes("Active directory response: 00002098: SecErr: DSID-03150F94, problem 4003 "
              "(INSUFF_ACCESS_RIGHTS), data 0") == List{"0x00002098", "INSUFF_ACCESS_RIGHTS"});
}

TEST_CASE("zero is no error") {
  CHECK(Codes("exit code 0").empty());
  CHECK(Codes("HRESULT 0x00000000").empty());
}

TEST_CASE("versions, times, dates and counts are no codes") {
  CHECK(Codes("Error 15.1.2507.6").empty());
  CHECK(Codes("The following 1 error(s) occurred").empty());
  CHECK(Codes("error 12:30:11").empty());
  CHECK(Codes("version of Exchange 2016").empty());
}

TEST_CASE("codes that follow each other are all found, with their places") {
  const std::string text = "0x80070005 0x80070643 error code 5 -2147023293";
  const auto found = FindCodes(text);
  REQUIRE(found.size() == 4);
  for (const auto& code : found) CHECK(text.substr(code.offset, code.code.size()) == code.code);
}

TEST_CASE("a code may stand behind a line break") {
  CHECK(Codes("error code\n  1603") == List{"1603"});
}

TEST_CASE("a text without end gives a limited number of codes") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "error 5 ";
  CHECK(FindCodes(text).size() == 200);
}
