#include "authoring/test_excerpt.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "setuplog/error_text.h"

namespace exdiag::authoring {
namespace {

using setuplog::ErrorReport;
using setuplog::Record;
using setuplog::Tag;

// One time for all records: the day of a failure is the customer's.
constexpr std::string_view kStamp = "[03/12/2026 08:15:02.0118] ";
constexpr size_t kMostFrames = 3;
constexpr size_t kLongestLine = 600;

std::string_view TagText(Tag tag) {
  switch (tag) {
    case Tag::kError:
      return "[ERROR] ";
    case Tag::kWarning:
      return "[WARNING] ";
    case Tag::kRequired:
      return "[REQUIRED] ";
    case Tag::kRecommended:
      return "[RECOMENDED] ";
    case Tag::kErrorReference:
      return "[ERROR-REFERENCE] ";
    case Tag::kNone:
      break;
  }
  return {};
}

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// "   at Namespace.Type.Method(…)" in any language.
bool IsFrame(std::string_view line) {
  static const RE2 kFrame(R"(\s*\S{1,6} [A-Za-z_][\w.`<>+\[\],]*\.[\w.`<>\[\],]+\(.*)");
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), kFrame);
}

bool IsStack(std::string_view line) { return IsFrame(line) || line.find("--- ") < 8; }

bool HoldsAny(std::string_view line, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [line](const std::string& word) {
    return std::search(line.begin(), line.end(), word.begin(), word.end(),
                       [](unsigned char a, unsigned char b) {
                         return std::tolower(a) == std::tolower(b);
                       }) != line.end();
  });
}

// Characters that YAML does not take in a block, such as escapes of a console, become blanks.
void AddLine(std::string_view line, std::string* text) {
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0)
    line.remove_suffix(1);
  if (line.empty()) return;
  for (const char c : line.substr(0, kLongestLine)) {
    *text += c == '\t' || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  *text += '\n';
}

class Excerpt {
 public:
  explicit Excerpt(const ErrorReport& report) : report_(report) {}

  std::string Write() {
    // The launcher and the task repeat what the cmdlet said; the block says most.
    const auto block = std::find_if(report_.records.begin(), report_.records.end(), IsBlock);
    for (const Record& record : report_.records) {
      const bool repeats = block != report_.records.end() && &record != &*block &&
                           record.tag != Tag::kErrorReference && !NamesMore(record, *block);
      if (!repeats && told_.insert(record.text).second) AddRecord(record);
    }
    return std::move(text_);
  }

 private:
  static bool IsBlock(const Record& record) {
    return !setuplog::SplitGeneratedError(record.text).exception.empty();
  }

  // True if a record names an exception that the block does not: Exchange 2010 has the types there.
  bool NamesMore(const Record& record, const Record& block) const {
    return std::any_of(report_.exceptions.begin(), report_.exceptions.end(),
                       [&](const setuplog::ExceptionInfo& exception) {
                         return record.text.find(exception.type) != std::string::npos &&
                                block.text.find(exception.type) == std::string::npos;
                       });
  }

  void AddRecord(const Record& record) {
    const std::vector<std::string_view> lines = LinesOf(record.text);
    const size_t exception_line = LineOfException(record);
    size_t frames = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool first = i == 0;
      const bool in_script = !first && i < exception_line;
      if (in_script &&
          !HoldsAny(lines[i], {report_.cmdlets.begin(),
                               report_.cmdlets.begin() + (report_.cmdlets.empty() ? 0 : 1)}))
        continue;
      if (i > exception_line && IsStack(lines[i]) && ++frames > kMostFrames && i + 1 < lines.size())
        continue;
      AddLine(first ? Head(record) + std::string(lines[i]) : std::string(lines[i]), &text_);
    }
  }

  static size_t LineOfException(const Record& record) {
    const setuplog::GeneratedError error = setuplog::SplitGeneratedError(record.text);
    if (error.exception.empty()) return 0;
    const auto before = record.text.begin() + static_cast<std::ptrdiff_t>(error.exception_at);
    return static_cast<size_t>(std::count(record.text.begin(), before, '\n'));
  }

  static std::string Head(const Record& record) {
    if (record.level < 0) return std::string(TagText(record.tag));
    return std::string(kStamp) + '[' + std::to_string(record.level) + "] " +
           std::string(TagText(record.tag));
  }

  const ErrorReport& report_;
  std::set<std::string> told_;
  std::string text_;
};

}  // namespace

std::string ExcerptOf(const ErrorReport& report) { return Excerpt(report).Write(); }

std::string ExcerptOf(const setuplog::PrerequisiteCheck& check) {
  std::string text;
  if (check.rule.empty()) {
    AddLine(check.line_text, &text);
    return text;
  }
  AddLine(
      std::string(kStamp) + "[1] Failed [Rule:" + check.rule + "] [Message:" + check.message + ']',
      &text);
  return text;
}

std::string PassedCheck(std::string_view rule) {
  return std::string(kStamp) + "[1] Evaluated [Rule:" + std::string(rule) +
         "] [HasException:False] [Value:\"False\"] [ParentValue:\"<null>\"] [Thread:9] "
         "[Duration:00:00:00]\n";
}

}  // namespace exdiag::authoring
