#include "companion/msi_line.h"

#include <re2/re2.h>

#include <array>
#include <cstdlib>

#include "companion/re2_piece.h"

namespace exdiag::companion {
namespace {

using Meaning = MsiLine::Meaning;

struct Beginning {
  std::string_view text;
  Meaning meaning;
  int weight = 0;
};

// Beginnings of a line behind "MSI (s) (C4:8C) [15:07:28:374]: ".
constexpr std::array kEngineBeginnings = {
    Beginning{"Machine policy value", Meaning::kNoise},
    Beginning{"User policy value", Meaning::kNoise},
    Beginning{"PROPERTY CHANGE:", Meaning::kNoise},
    Beginning{"Incrementing counter", Meaning::kNoise},
    Beginning{"Decrementing counter", Meaning::kNoise},
    Beginning{"Component: ", Meaning::kNoise},
    Beginning{"Feature: ", Meaning::kNoise},
    Beginning{"Executing op: ActionStart(", Meaning::kActionStart},
    Beginning{"Executing op:", Meaning::kNoise},
    Beginning{"Doing action: ", Meaning::kActionStart},
    Beginning{"Original package ==>", Meaning::kSetting},
    Beginning{"Original patch ==>", Meaning::kSetting},
    Beginning{"Package we're running from ==>", Meaning::kSetting},
    Beginning{"Patch we're running from ==>", Meaning::kSetting},
    Beginning{"SequencePatches starts", Meaning::kSetting},
    Beginning{"Couldn't find local patch", Meaning::kTelling, 4},
    Beginning{"Warning: Local cached package", Meaning::kTelling, 4},
    Beginning{"SOURCEMGMT: Failed to resolve source", Meaning::kTelling, 3},
    Beginning{"SOURCEMGMT: Source is invalid", Meaning::kTelling, 2},
    Beginning{"SOURCEMGMT: net source", Meaning::kTelling, 2},
    Beginning{"SOURCEMGMT: Trying source", Meaning::kSetting},
    Beginning{"ConnectToSource", Meaning::kTelling, 1},
    Beginning{"Note: 1: 2203", Meaning::kTelling, 2},
    Beginning{"Note: 1: 1706", Meaning::kTelling, 1},
};

// Beginnings of whole lines.
constexpr std::array kLineBeginnings = {
    Beginning{"Property(", Meaning::kNoise},  // holds texts that are kept ready for errors
    Beginning{"           ******* Product:", Meaning::kSetting},
    Beginning{"******* Product:", Meaning::kSetting},
    Beginning{"=== Logging started", Meaning::kSession},
    Beginning{"=== Verbose logging started", Meaning::kSession},
    Beginning{"Action start ", Meaning::kActionStart},
};

template <size_t kCount>
const Beginning* Find(const std::array<Beginning, kCount>& table, std::string_view text) {
  for (const Beginning& known : table) {
    if (text.starts_with(known.text)) return &known;
  }
  return nullptr;
}

// The text behind the engine's stamp; empty if the line has none.
std::string_view EngineText(std::string_view line) {
  if (!line.starts_with("MSI (")) return {};
  const size_t end = line.substr(0, 64).find("]: ");
  return end == std::string_view::npos ? std::string_view() : line.substr(end + 3);
}

// "Action ended 20:34:52: NAME. Return value 3." in any language: "…: NAME. Rückgabewert 3."
bool IsFailedAction(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  if (!line.ends_with("3.") && !line.ends_with("3。")) return false;
  static const RE2 pattern(
      R"re(^\D{2,60}\d{1,2}:\d\d:\d\d: ?[A-Za-z_][\w.{}-]*(?:\. ?|。 ?)\D{3,40}3(?:\.|。)$)re");
  return RE2::FullMatch(Piece(line), pattern);
}

struct Phrase {
  const char* pattern;
  int weight;
};

// The first that is found counts, so the best stand first.
const Phrase kPhrases[] = {
    {R"re((?:Error|Fehler|Erreur|Errore|Erro|Fout|Fel|Chyba|Błąd|Hata|Ошибка|エラー|错误|錯誤|오류) ?[12]\d{3}(?:\.|。|:|：))re",
     6},
    {R"re(insufficient privileges|exclusive access|not enough space on the disk|[Oo]ut of disk space|disk space remaining)re",
     6},
    {R"re(cannot be installed by the Windows Installer|Installation cannot continue|Unable to (?:stop|start|open|find|load|create|remove))re",
     5},
    {R"re(\[Error\]|[a-z]Exception\b|: Error 0x[0-9a-fA-F]{8})re", 5},
    {R"re(could not be (?:installed|removed|configured)|[Ee]rror code is \d|rror status: [1-9]|(?:Product|Produkt|Produit|Producto): .*[. ]1[0-9]{3}\.)re",
     3},
    {R"re(returned actual error code [1-9]|Error 0x[0-9a-fA-F]{8})re", 2},
    {R"re([:：] ?1[67]\d\d(?:\.|。)\s*$)re", 1},
};

int WeightOf(std::string_view line) {
  static const std::vector<const RE2*>& compiled = *[] {
    auto* all = new std::vector<const RE2*>;
    for (const Phrase& phrase : kPhrases) all->push_back(new RE2(phrase.pattern));
    return all;
  }();
  // One pass decides for nearly all lines that none is there.
  static const RE2& any = *[] {
    std::string joined;
    for (const Phrase& phrase : kPhrases)
      joined += (joined.empty() ? "" : "|") + std::string(phrase.pattern);
    return new RE2(joined);
  }();
  if (!RE2::PartialMatch(Piece(line), any)) return 0;
  for (size_t i = 0; i < compiled.size(); ++i) {
    if (RE2::PartialMatch(Piece(line), *compiled[i])) return kPhrases[i].weight;
  }
  return 0;
}

MsiLine ResultOf(std::string_view number) {
  MsiLine read;
  read.meaning = Meaning::kResult;
  read.weight = 1;
  read.result = std::atoi(std::string(number.substr(0, 12)).c_str());
  return read;
}

}  // namespace

MsiLine ReadMsiLine(std::string_view line) {
  const std::string_view engine = EngineText(line);
  constexpr std::string_view kReturning = "MainEngineThread is returning ";
  if (engine.starts_with(kReturning)) return ResultOf(engine.substr(kReturning.size()));
  const Beginning* known =
      engine.empty() ? Find(kLineBeginnings, line) : Find(kEngineBeginnings, engine);
  if (known != nullptr) return {known->meaning, known->weight, 0};
  if (engine.empty() && IsFailedAction(line)) return {Meaning::kActionFailed, 2, 0};
  if (line.find(
          "Restart required. The installation or update for the product required a restart") !=
      std::string_view::npos) {
    return {Meaning::kRestart, 0, 0};
  }
  const int weight = WeightOf(line);
  return {weight > 0 ? Meaning::kTelling : Meaning::kChatter, weight, 0};
}

std::vector<std::string> MsiCodes(std::string_view line) {
  static const RE2 pattern(
      R"re((?:returning |[Ee]rror code(?: is)? |[Ss]tatus: |(?:Error|Fehler|Erreur|Errore|Erro) )(\d{3,5})\b|\b(0x[0-9a-fA-F]{8})\b)re");
  std::vector<std::string> codes;
  re2::StringPiece rest = Piece(line);
  std::string number, hexadecimal;
  while (codes.size() < 8 && RE2::FindAndConsume(&rest, pattern, &number, &hexadecimal)) {
    codes.push_back(number.empty() ? hexadecimal : number);
  }
  return codes;
}

}  // namespace exdiag::companion
