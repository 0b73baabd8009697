#include "authoring/message_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "rules/plain_form.h"
#include "rules/required_literals.h"

namespace exdiag::authoring {
namespace {

constexpr size_t kEnough = 200;  // characters of a message
constexpr size_t kAtLeast = 60;  // a sentence shorter than this takes the next one along
constexpr size_t kShortestLiteral = 6;

// A form by which a part of a message is seen to be variable, and what finds such parts in other
// logs.
struct Form {
  std::string_view name;  // of the capture; empty: not worth one
  std::string_view seen;
  std::string_view pattern;
};

constexpr std::array<Form, 14> kForms = {{
    {"address", R"(https?://[^\s'"<>]+)", R"(https?://[^ '"<>]{3,200})"},
    {"object",
     R"((?:CN|OU|DC)=[^'"\s,]+(?: [^'"\s,=]+)*(?:,\s?(?:CN|OU|DC|O|C)=[^'",]+)*,DC=[A-Za-z0-9-]+)",
     R"((?:CN|OU|DC)=[^'"]{3,300})"},
    {"guid", R"([0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})", R"([0-9A-Fa-f-]{36})"},
    {"path", R"([A-Za-z]:\\[^\s'"<>|*?]+(?: [^\s'"<>|*?:]+\\[^\s'"<>|*?]+)*)",
     R"([A-Za-z]:\\[^'"<>|]{1,200})"},
    {"path", R"(\\\\[A-Za-z0-9._-]+\\[^\s'"<>|*?]+)", R"(\\\\[^'"<>|]{1,200})"},
    {"mail_address", R"([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)",
     R"([^ '"@]{1,64}@[A-Za-z0-9.-]{1,120})"},
    {"account", R"([A-Z][A-Za-z0-9-]{1,14}\\[A-Za-z][A-Za-z0-9._$-]*)",
     R"([A-Za-z0-9-]{1,15}\\[^ '"]{1,64})"},
    {"code", R"(0x[0-9A-Fa-f]+)", R"(0x[0-9A-Fa-f]{1,8})"},
    {"", R"(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})", R"([0-9./-]{6,10})"},
    {"", R"(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: [AP]M)?)", R"([0-9:.]{4,16}(?: [AP]M)?)"},
    {"version", R"(\d+\.\d+\.\d+\.\d+)", R"([0-9.]{7,24})"},
    {"host",
     R"((?i)[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*\.(?:com|net|org|local|lan|corp|test|example|internal|int|de|fr|ch|at|uk|it|es|nl|ad|edu|gov))",
     R"([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8})"},
    {"code", R"(-2\d{9})", R"(-[0-9]{10})"},
    {"", R"(\d+)", R"([0-9]{1,12})"},
}};

// Words after which a quoted name is one of that kind.
constexpr std::array<std::string_view, 37> kKinds = {
    "service", "mailbox",     "database",   "server",       "domain",    "group",     "file",
    "user",    "certificate", "connector",  "container",    "attribute", "property",  "parameter",
    "process", "package",     "role",       "object",       "site",      "directory", "folder",
    "key",     "component",   "assembly",   "type",         "value",     "product",   "policy",
    "address", "account",     "controller", "organization", "command",   "status",    "volume",
    "drive",   "queue"};

std::string Squeezed(std::string_view text) {
  std::string squeezed;
  for (const char c : rules::PlainForm(text)) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (blank && (squeezed.empty() || squeezed.back() == ' ')) continue;
    squeezed += blank ? ' ' : c;
  }
  while (!squeezed.empty() && squeezed.back() == ' ') squeezed.pop_back();
  return squeezed;
}

// The first sentences, without the full stop.
std::string_view FirstSentences(std::string_view text) {
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    if (at >= kAtLeast && text[at] == '.' && text[at + 1] == ' ') return text.substr(0, at);
    if (at >= kEnough && text[at] == ' ') return text.substr(0, at);
  }
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

bool IsWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

class PatternBuilder {
 public:
  PatternBuilder(std::string_view text, const IsPrivateWord& is_private)
      : text_(text), is_private_(is_private) {}

  MessagePattern Build() {
    while (at_ < text_.size()) {
      if (!TakeQuoted() && !TakeForm() && !TakeWord()) Keep(1);
    }
    if (rules::ShortestLiteral(rules::RequiredLiterals(result_.pattern)) < kShortestLiteral)
      return {};
    return std::move(result_);
  }

 private:
  static const std::array<std::unique_ptr<RE2>, kForms.size()>& Compiled() {
    static const auto compiled = [] {
      std::array<std::unique_ptr<RE2>, kForms.size()> all;
      for (size_t i = 0; i < kForms.size(); ++i) {
        all[i] =
            std::make_unique<RE2>(re2::StringPiece(kForms[i].seen.data(), kForms[i].seen.size()));
      }
      return all;
    }();
    return compiled;
  }

  // The form that `text` begins with, and how much of it; null if none. The end must be that of a
  // word.
  static const Form* FormAt(std::string_view text, size_t* length) {
    for (size_t i = 0; i < kForms.size(); ++i) {
      re2::StringPiece found;
      const re2::StringPiece piece(text.data(), text.size());
      if (!Compiled()[i]->Match(piece, 0, piece.size(), RE2::ANCHOR_START, &found, 1)) continue;
      if (found.size() < text.size() && IsWord(text[found.size()])) continue;
      *length = found.size();
      return &kForms[i];
    }
    return nullptr;
  }

  void Keep(size_t length) {
    result_.pattern += Escaped(text_.substr(at_, length));
    at_ += length;
  }

  void AddGap(std::string_view name, std::string_view pattern, size_t length) {
    at_ += length;
    if (name.empty()) {
      result_.pattern += pattern;
      return;
    }
    std::string unique(name);
    for (int i = 2;
         std::find(result_.names.begin(), result_.names.end(), unique) != result_.names.end();
         ++i) {
      unique = std::string(name) + '_' + std::to_string(i);
    }
    result_.pattern += "(?P<" + unique + ">" + std::string(pattern) + ")";
    result_.names.push_back(unique);
  }

  // An apostrophe within a word ("can't") opens no quotation.
  bool TakeQuoted() {
    const char quote = text_[at_];
    if ((quote != '\'' && quote != '"') || (at_ > 0 && IsWord(text_[at_ - 1]))) return false;
    size_t end = text_.find(quote, at_ + 1);
    while (end != std::string_view::npos && end + 1 < text_.size() && IsWord(text_[end + 1]))
      end = text_.find(quote, end + 1);
    if (end == std::string_view::npos || end == at_ + 1) return false;
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    const std::string kind = KindBefore();
    if (kind == "status") return false;  // "Running" is a word of Windows
    result_.pattern += quote;
    size_t length = 0;
    const Form* form = FormAt(inside, &length);
    const bool whole = form != nullptr && length == inside.size() && !form->name.empty();
    const std::string any = std::string("[^") + quote + "]{1,200}";
    ++at_;
    AddGap(whole ? std::string(form->name) : kind, any, inside.size());
    result_.pattern += quote;
    ++at_;
    return true;
  }

  // REQUIRES: `at_` is at the quote. "service" of "the service '"; "name" if the word before tells
  // nothing.
  std::string KindBefore() const {
    std::string_view before = text_.substr(0, at_);
    while (!before.empty() && !IsWord(before.back())) before.remove_suffix(1);
    size_t begin = before.size();
    while (begin > 0 && IsWord(before[begin - 1])) --begin;
    std::string word(before.substr(begin));
    for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return std::find(kKinds.begin(), kKinds.end(), word) == kKinds.end() ? "name" : word;
  }

  bool TakeForm() {
    if (at_ > 0 && IsWord(text_[at_ - 1])) return false;
    size_t length = 0;
    const Form* form = FormAt(text_.substr(at_), &length);
    if (form == nullptr) return false;
    // A full stop behind belongs to the sentence.
    while (length > 1 && (text_[at_ + length - 1] == '.' || text_[at_ + length - 1] == ','))
      --length;
    AddGap(form->name, form->pattern, length);
    return true;
  }

  bool TakeWord() {
    size_t length = 0;
    while (at_ + length < text_.size() &&
           (IsWord(text_[at_ + length]) || text_[at_ + length] == '-'))
      ++length;
    if (length == 0) return false;
    const std::string_view word = text_.substr(at_, length);
    if (is_private_ && is_private_(word)) {
      AddGap("name", "[^ '\"]{1,120}", length);
    } else {
      Keep(length);
    }
    return true;
  }

  std::string_view text_;
  const IsPrivateWord& is_private_;
  size_t at_ = 0;
  MessagePattern result_;
};

}  // namespace

MessagePattern PatternOfMessage(std::string_view message, const IsPrivateWord& is_private) {
  const std::string squeezed = Squeezed(message.substr(0, 4000));
  return PatternBuilder(FirstSentences(squeezed), is_private).Build();
}

}  // namespace exdiag::authoring
