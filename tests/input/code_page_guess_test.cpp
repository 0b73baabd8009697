#include "input/code_page_guess.h"

#include <catch2/catch.hpp>
#include <string>

#include "system_encoding.h"

using exdiag::input::Encoding;
using exdiag::input::EncodingName;
using exdiag::input::GuessCodePage;
using exdiag::tests::EncodedBySystem;

namespace {

std::string Guess(const std::string& text, const std::string& code_page) {
  return std::string(EncodingName(GuessCodePage(EncodedBySystem(text, code_page))));
}

}  // namespace

TEST_CASE("windows-1252 it is where nothing speaks for another") {
  CHECK(GuessCodePage("") == Encoding::kWindows1252);
  CHECK(GuessCodePage("plain text") == Encoding::kWindows1252);
  CHECK(GuessCodePage("\xb0") == Encoding::kWindows1252);
}

TEST_CASE("quotes, dashes and apostrophes of a western text do not make it another") {
  CHECK(Guess("l’opération n’a pas réussi… à l’état «arrêté»", "CP1252") == "windows-1252");
  CHECK(Guess("the user’s mailbox ‘x’ isn’t there", "CP1252") == "windows-1252");
  CHECK(Guess("© 2016 Microsoft®, 20 °C", "CP1252") == "windows-1252");
}

// Only the quotes of English counted as such, so that these were letters of a console's code page.
TEST_CASE("German quotes of a German text do not make it the output of a console") {
  CHECK(Guess("„Dienst“ – für die „Größe“", "CP1252") == "windows-1252");
  CHECK(Guess("Der Dienst „Transport“ kann nicht „geändert“ werden.", "CP1252") == "windows-1252");
  CHECK(Guess("Der Dienst kann nicht geändert werden, später ändern", "CP850") == "ibm850");
}

TEST_CASE("texts all in capitals are told as well") {
  CHECK(Guess("УСТАНОВКА ОСТАНОВЛЕНА: ОШИБКА. ДОСТУП ЗАПРЕЩЁН", "CP1251") == "windows-1251");
  CHECK(Guess("ЁЛКИ", "CP1251") == "windows-1251");
  CHECK(Guess("GRÖSSE UNGÜLTIG, ÄNDERUNG NICHT MÖGLICH", "CP1252") == "windows-1252");
}

TEST_CASE("Ukrainian and Serbian letters count as Cyrillic ones") {
  CHECK(Guess("Не вдалося запустити службу, оскільки її вимкнено. Ґанок, європейський", "CP1251") ==
        "windows-1251");
  CHECK(Guess("Није могуће покренути услугу јер је онемогућена. Љубљана, џеп", "CP1251") ==
        "windows-1251");
}

TEST_CASE("a few words tell their code page where one of their letters or quotes decides") {
  CHECK(Guess("дзиґа і ґава", "CP1251") == "windows-1251");
  CHECK(Guess("nie mogła zostać", "CP1250") == "windows-1250");
  CHECK(Guess("çünkü devre dışı", "CP1254") == "windows-1254");
  CHECK(Guess("‘액세스 거부’", "EUC-KR") == "euc-kr");
  CHECK(Guess("[1] サービス", "CP932") == "shift_jis");
}

TEST_CASE("Greek with accents at the beginnings of words is Greek") {
  CHECK(Guess("Όταν η υπηρεσία ΐ δεν ξεκινά: Έλεγχος, Ύστερα, Ώρα", "CP1253") == "windows-1253");
}

TEST_CASE("East Asian texts of one kind of characters only are told") {
  CHECK(Guess("エラーガハッセイシマシタ", "CP932") == "shift_jis");
  CHECK(Guess("サーバーを再起動してから、もう一度実行してください。（エラー）", "CP932") ==
        "shift_jis");
  CHECK(Guess("安装程序遇到错误：“拒绝访问”。请重新启动计算机。", "GBK") == "gbk");
  CHECK(Guess("설치 프로그램에서 오류가 발생했습니다. ‘액세스 거부’", "EUC-KR") == "euc-kr");
  CHECK(Guess("安裝程式發生錯誤：「存取被拒」。請重新啟動電腦。", "BIG5") == "big5");
}

TEST_CASE("pairs of bytes that no East Asian code page has speak against all of them") {
  const std::string western = EncodedBySystem("für ", "CP1252");
  for (const std::string& pair : {std::string("\x82\x7f"), std::string("\xb0\x20"),
                                  std::string("\xa4\x80"), std::string("\xc8\xff")}) {
    std::string text = western;
    for (int i = 0; i < 3; ++i) text += pair + " ";
    CAPTURE(text);
    const std::string found(EncodingName(GuessCodePage(text)));
    for (const char* other : {"shift_jis", "gbk", "big5", "euc-kr"}) CHECK(found != other);
  }
}
