#include "matching/codes.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "rules/plain_form.h"

namespace exdiag::matching {
namespace {

constexpr size_t kMostCodes = 200;

// The pieces of the pattern; one alternative per group: hexadecimal, large negative, after a word,
// of a directory server. What may stand between word and code is not counted, as RE2 would compile
// it once for each time.
constexpr const char* kBefore =
    "(?i)"
    R"re((?:^|[^0-9a-z_])(0x[0-9a-f]{1,8})(?:[^0-9a-z_]|$))re"
    R"re(|(?:^|[^0-9a-z_.-])(-[12][0-9]{8,9})(?:[^0-9]|$))re"
    R"re(|(?:code|error|fehler|fehlercode|exitcode|errorcode|hresult|errorlevel|status)re";
constexpr const char* kLocalWords =
    R"re(|c[oó]digo|codice|erreur|код|ошибк[аи]|コード|エラー|代码|代碼|错误))re"
    R"re((?:[\s:=#('"]|(?:is|was|of|with|code|status|est|es|ist|von|de|di|del|error|errore|erreur|ошибки|är)[\s:])re"
    R"re(|status:|code:|d'erreur|は|が|为|為)*)re";
constexpr const char* kAsciiWords =
    R"re(|codigo|codice|erreur))re"
    R"re((?:[\s:=#('"]|(?:is|was|of|with|code|status|est|es|ist|von|de|di|del|error|errore|erreur)[\s:])re"
    R"re(|status:|code:|d'erreur)*)re";
constexpr const char* kAfter =
    R"re((-?[0-9]{1,10}|[89cd][0-9a-f]{7})(?:[^0-9a-z_.:/-]|[.:/-](?:[^0-9a-z]|$)|$))re"
    R"re(|(?:^|[^0-9a-z])([0-9a-f]{8}): [a-z]{2,16}: DSID-)re"
    R"re(|problem [0-9]{4} \(([A-Z_]{3,40})\))re";

// For ASCII texts without the words that such a text cannot hold, and by single bytes: it compiles
// in a third of the time, which is more than most texts take to search.
const RE2& CodePattern(bool ascii) {
  if (ascii) {
    static const RE2 bytes(std::string(kBefore) + kAsciiWords + kAfter, RE2::Latin1);
    return bytes;
  }
  static const RE2 pattern(std::string(kBefore) + kLocalWords + kAfter);
  return pattern;
}

bool IsZero(std::string_view code) {
  return code.find_first_not_of("0xX-") == std::string_view::npos;
}

}  // namespace

std::vector<FoundCode> FindCodes(std::string_view text) {
  constexpr int kGroups = 6;
  std::vector<FoundCode> codes;
  re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece found[kGroups];
  const RE2& pattern = CodePattern(rules::IsAscii(text));
  size_t from = 0;
  while (codes.size() < kMostCodes &&
         pattern.Match(whole, from, whole.size(), RE2::UNANCHORED, found, kGroups)) {
    const auto* group =
        std::find_if(found + 1, found + kGroups, [](const auto& piece) { return !piece.empty(); });
    if (group == found + kGroups) break;
    FoundCode code{std::string(group->data(), group->size()),
                   static_cast<size_t>(group->data() - text.data())};
    // What ends one code may begin the next.
    from = code.offset + code.code.size();
    if (group == found + 4) code.code.insert(0, "0x");
    if (!IsZero(code.code)) codes.push_back(std::move(code));
  }
  return codes;
}

}  // namespace exdiag::matching
