#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "input/encoding.h"
#include "system_encoding.h"

using exdiag::input::DetectEncoding;
using exdiag::input::Encoding;
using exdiag::input::EncodingFromName;
using exdiag::input::EncodingName;
using exdiag::tests::EncodedBySystem;

namespace {

struct Sample {
  const char* language;
  const char* text;
  const char* code_page;
  Encoding encoding;
};

const std::vector<Sample> kSamples = {
    {"German",
     "[ERROR] Der Vorgang konnte nicht ausgeführt werden, weil das Objekt nicht gefunden wurde.",
     "CP1252", Encoding::kWindows1252},
    {"German, one letter", "Der Dienst ist für", "CP1252", Encoding::kWindows1252},
    {"French", "[ERROR] L'opération a échoué : le service n’a pas démarré à l'état prévu.",
     "CP1252", Encoding::kWindows1252},
    {"Spanish", "El sistema no puede encontrar el archivo «x»: configuración errónea, año",
     "CP1252", Encoding::kWindows1252},
    {"Italian", "Il servizio non è più disponibile perché è già in esecuzione", "CP1252",
     Encoding::kWindows1252},
    {"Portuguese", "O serviço não está em execução. Instalação interrompida.", "CP1252",
     Encoding::kWindows1252},
    {"Danish", "Tjenesten kunne ikke startes på serveren: fejl ved læsning, prøv igen", "CP1252",
     Encoding::kWindows1252},
    {"German OEM", "Der Vorgang konnte nicht ausgeführt werden, Größe ungültig, für später",
     "CP850", Encoding::kIbm850},
    {"Polish", "Nie można uruchomić usługi, ponieważ została wyłączona. Błąd", "CP1250",
     Encoding::kWindows1250},
    {"Czech", "Služba nemůže být spuštěna, protože je zakázána. Přístup byl odepřen.", "CP1250",
     Encoding::kWindows1250},
    {"Russian", "[ERROR] Не удалось запустить службу. Доступ запрещён. Установка остановлена.",
     "CP1251", Encoding::kWindows1251},
    {"Greek", "Δεν ήταν δυνατή η εκκίνηση της υπηρεσίας. Άρνηση πρόσβασης.", "CP1253",
     Encoding::kWindows1253},
    {"Turkish", "Hizmet başlatılamadı çünkü devre dışı bırakılmış. Erişim engellendi, ığdır",
     "CP1254", Encoding::kWindows1254},
    {"Japanese", "[ERROR] サービス 'MSExchangeTransport' は状態 'Running' に到達できませんでした。",
     "CP932", Encoding::kShiftJis},
    {"Simplified Chinese", "[ERROR] 无法启动服务，因为该服务已被禁用。拒绝访问。安装程序已停止。",
     "GBK", Encoding::kGbk},
    {"Traditional Chinese", "[ERROR] 無法啟動服務，因為該服務已被停用。存取被拒。安裝程式已停止。",
     "BIG5", Encoding::kBig5},
    {"Korean",
     "[ERROR] 서비스를 시작할 수 없습니다. 액세스가 거부되었습니다. 설치가 중지되었습니다.",
     "EUC-KR", Encoding::kEucKr},
};

using namespace std::string_view_literals;

}  // namespace

TEST_CASE("the code page of a text is told by its letters") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.language);
    const std::string bytes = EncodedBySystem(sample.text, sample.code_page);
    CHECK(EncodingName(DetectEncoding(bytes)) == EncodingName(sample.encoding));
  }
}

TEST_CASE("UTF-16 without a mark is told for every language, and by an odd number of bytes too") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.language);
    const std::string text = std::string("[11.14.2022 10:27:33.0415] [1] ") + sample.text + "\r\n";
    for (const size_t cut : {0, 1}) {
      std::string little = EncodedBySystem(text, "UTF-16LE");
      std::string big = EncodedBySystem(text, "UTF-16BE");
      little.resize(little.size() - cut);
      big.resize(big.size() - cut);
      CHECK(DetectEncoding(little) == Encoding::kUtf16Le);
      CHECK(DetectEncoding(big) == Encoding::kUtf16Be);
    }
  }
}

TEST_CASE("UTF-16 without a mark is told where almost nothing is ASCII") {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text += "無法啟動服務因為該服務已被停用存取被拒安裝程式已停止無法啟動服務因為該服務已被停用\n";
  CHECK(DetectEncoding(EncodedBySystem(text, "UTF-16LE")) == Encoding::kUtf16Le);
  CHECK(DetectEncoding(EncodedBySystem(text, "UTF-16BE")) == Encoding::kUtf16Be);
}

TEST_CASE("a text with a few NUL bytes stays what it is") {
  CHECK(DetectEncoding("abc\0def\n"sv) == Encoding::kUtf8);
  CHECK(DetectEncoding("[03/11/2021 12:06:22.0926] [0] \0\0\0\0\0\0\0\0 text\r\n"sv) ==
        Encoding::kUtf8);
  const std::string hole = "[1] started\r\n" + std::string(4096, '\0') + "[1] went on\r\n";
  CHECK(DetectEncoding(hole) == Encoding::kUtf8);
}

TEST_CASE("bytes with as many NUL at even as at odd places are no UTF-16") {
  CHECK(DetectEncoding("\x01\0\0\x01\x01\0\0\x01"sv) == Encoding::kUtf8);
}

TEST_CASE("what has NUL bytes as UTF-16 has, and halves of characters, is no UTF-16") {
  // A low half without the high one before it.
  CHECK(DetectEncoding("a\0b\0c\0\x01\xdc"
                       "d\0e\0"sv) != Encoding::kUtf16Le);
  CHECK(DetectEncoding("a\0b\0c\0\x3d\xd8\x00\xde"
                       "d\0e\0"sv) == Encoding::kUtf16Le);
  CHECK(DetectEncoding("\0a\0b\0c\xd8\x3d\0d\0e"sv) != Encoding::kUtf16Be);
}

TEST_CASE("a few NUL bytes in a long text of another code page are no UTF-16") {
  const std::string bytes = EncodedBySystem("Не удалось запустить службу. ", "CP1251");
  std::string text;
  while (text.size() < 4000) text += bytes;
  text[1001] = '\0';
  CHECK(DetectEncoding(text) == Encoding::kWindows1251);
}

TEST_CASE("a text of nothing but second halves of UTF-8 is told without running off its end") {
  for (const size_t length : {1, 2, 3, 4, 10}) {
    CAPTURE(length);
    const Encoding found = DetectEncoding(std::string(length, '\x84'));
    CHECK((found == Encoding::kUtf8) == (length <= 3));
  }
}

TEST_CASE("a byte-order mark decides") {
  CHECK(DetectEncoding("\xff\xfe"
                       "a\0"sv) == Encoding::kUtf16Le);
  CHECK(DetectEncoding("\xfe\xff\0a"sv) == Encoding::kUtf16Be);
  CHECK(DetectEncoding("\xef\xbb\xbf\xfc") == Encoding::kUtf8);
}

TEST_CASE("UTF-8 is told though its head begins or ends within a character") {
  const std::string text = "für 日本";
  CHECK(DetectEncoding(text.substr(0, text.size() - 1)) == Encoding::kUtf8);
  CHECK(DetectEncoding(text.substr(2)) == Encoding::kUtf8);
  CHECK(DetectEncoding("") == Encoding::kUtf8);
  CHECK(DetectEncoding("plain") == Encoding::kUtf8);
}

TEST_CASE("a few foreign bytes do not make UTF-8 something else") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "ausgeführt ";
  CHECK(DetectEncoding(text + "f\xfcr") == Encoding::kUtf8);
  CHECK(DetectEncoding("ausgef\xfchrt f\xfcr") == Encoding::kWindows1252);
}

// A log of which an editor had saved the first half was read as Korean.
TEST_CASE("a log that is UTF-8 in one half and a code page in the other is read as UTF-8") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "ausgeführt \n";
  for (int i = 0; i < 30; ++i) text += "ausgef\xfchrt \n";
  CHECK(DetectEncoding(text) == Encoding::kUtf8);
  std::string korean;
  for (int i = 0; i < 100; ++i) korean += "서비스를 시작할 수 없습니다. 설치가 중단되었습니다.\n";
  CHECK(DetectEncoding(EncodedBySystem(korean, "EUC-KR")) == Encoding::kEucKr);
}

TEST_CASE("encodings go by their names and by those that people use") {
  for (const char* name :
       {"utf-8", "UTF8", "windows-1252", "CP1252", "ansi", "Shift_JIS", "cp932", "latin1", "utf-16",
        "UTF-16BE", "ibm850", "oem", "cp437", "gb2312", "big5", "euc-kr"}) {
    CAPTURE(name);
    CHECK(EncodingFromName(name).has_value());
  }
  CHECK(EncodingFromName("1252") == Encoding::kWindows1252);
  CHECK_FALSE(EncodingFromName("utf-9").has_value());
  CHECK_FALSE(EncodingFromName("").has_value());
  CHECK_FALSE(EncodingFromName("cp").has_value());
  CHECK_FALSE(EncodingFromName("windows").has_value());
}

TEST_CASE("every encoding is known by the name that is told of it") {
  const std::string names = exdiag::input::EncodingNames();
  for (int i = 0; i <= static_cast<int>(Encoding::kIbm850); ++i) {
    const auto encoding = static_cast<Encoding>(i);
    const std::string name(EncodingName(encoding));
    CAPTURE(name);
    REQUIRE_FALSE(name.empty());
    CHECK(EncodingFromName(name) == encoding);
    CHECK((", " + names + ",").find(", " + name + ",") != std::string::npos);
  }
}
