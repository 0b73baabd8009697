#include "authoring/powershell.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "rules/spelling.h"

namespace exdiag::authoring {
namespace {

// The approved verbs of PowerShell that occur on a server, and those that only Exchange uses.
constexpr std::array<std::string_view, 98> kVerbs = {
    "add",         "approve",   "assert",     "backup",     "block",    "checkpoint", "clear",
    "close",       "compare",   "complete",   "compress",   "confirm",  "connect",    "convert",
    "convertfrom", "convertto", "copy",       "debug",      "deny",     "deploy",     "disable",
    "disconnect",  "dismount",  "edit",       "enable",     "enter",    "exit",       "expand",
    "export",      "find",      "foreach",    "format",     "get",      "grant",      "group",
    "hide",        "import",    "initialize", "install",    "invoke",   "join",       "limit",
    "lock",        "measure",   "merge",      "mount",      "move",     "new",        "open",
    "optimize",    "out",       "ping",       "pop",        "protect",  "publish",    "push",
    "read",        "receive",   "redirect",   "redo",       "register", "remove",     "rename",
    "repair",      "request",   "reset",      "resize",     "resolve",  "restart",    "restore",
    "resume",      "retry",     "revoke",     "rollback",   "save",     "search",     "select",
    "send",        "set",       "show",       "skip",       "sort",     "split",      "start",
    "stop",        "submit",    "suspend",    "switch",     "sync",     "tee",        "test",
    "trace",       "unblock",   "uninstall",  "unregister", "update",   "use",        "where"};

constexpr std::array<std::string_view, 8> kMoreVerbs = {
    "wait", "watch", "write", "unlock", "unprotect", "unpublish", "undo", "upgrade"};

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

bool IsVerb(std::string_view lower) {
  return std::find(kVerbs.begin(), kVerbs.end(), lower) != kVerbs.end() ||
         std::find(kMoreVerbs.begin(), kMoreVerbs.end(), lower) != kMoreVerbs.end();
}

bool IsWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("_.-:\\/").find(c) != std::string_view::npos;
}

char ClosingOf(char open) { return open == '(' ? ')' : open == '{' ? '}' : ']'; }

// Reads a command once. The stack holds what is open: brackets, and '"' for a double-quoted string,
// in which "$(" opens an expression of its own.
class CommandReader {
 public:
  explicit CommandReader(std::string_view command) : text_(command) {}

  std::vector<CommandProblem> Read() {
    while (at_ < text_.size() && !failed_) Step();
    if (!failed_ && !open_.empty()) {
      const Open& last = open_.back();
      Unbalanced(last.at, last.bracket == '"'
                              ? "the double quote is not closed"
                              : std::string("the bracket ") + last.bracket + " is not closed");
    }
    return std::move(problems_);
  }

  // Offsets [begin, end) of the insides of single-quoted strings.
  const std::vector<std::pair<size_t, size_t>>& single_quoted() const { return single_quoted_; }

 private:
  struct Open {
    char bracket;
    size_t at;
  };

  bool InString() const { return !open_.empty() && open_.back().bracket == '"'; }
  bool Starts(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }

  void Unbalanced(size_t at, std::string message) {
    problems_.push_back({CommandProblem::Kind::kUnbalanced, at, std::move(message),
                         "close it, or escape it by a backtick"});
    failed_ = true;
  }

  void Step() {
    const char c = text_[at_];
    if (c == '`') {
      at_ += 2;
    } else if (InString()) {
      StepInString(c);
    } else if (Starts("@'") || Starts("@\"")) {
      ReadHereString();
    } else if (c == '\'') {
      ReadSingleQuoted();
    } else if (c == '#' &&
               (at_ == 0 || std::isspace(static_cast<unsigned char>(text_[at_ - 1])) != 0)) {
      at_ = std::min(text_.size(), text_.find('\n', at_));
    } else if (expects_command_ && std::isalpha(static_cast<unsigned char>(c)) != 0) {
      ReadCommandName();
    } else {
      StepOutside(c);
    }
  }

  void StepInString(char c) {
    if (Starts("$(")) {
      open_.push_back({'(', at_ + 1});
      expects_command_ = true;
      at_ += 2;
    } else if (Starts("\"\"")) {
      at_ += 2;
    } else {
      if (c == '"') open_.pop_back();
      ++at_;
    }
  }

  void StepOutside(char c) {
    if (c == '"' || c == '(' || c == '{' || c == '[') {
      open_.push_back({c, at_});
    } else if (c == ')' || c == '}' || c == ']') {
      if (open_.empty() || ClosingOf(open_.back().bracket) != c) {
        Unbalanced(at_, std::string("the bracket ") + c + " closes nothing");
        return;
      }
      open_.pop_back();
    }
    if (std::string_view("|;{(=&\n").find(c) != std::string_view::npos) {
      expects_command_ = true;
    } else if (std::isspace(static_cast<unsigned char>(c)) == 0) {
      expects_command_ = false;
    }
    ++at_;
  }

  void ReadSingleQuoted() {
    const size_t begin = at_;
    size_t end = begin + 1;
    while (true) {
      end = text_.find('\'', end);
      if (end == std::string_view::npos) {
        single_quoted_.emplace_back(begin + 1, text_.size());
        Unbalanced(begin, "the single quote is not closed");
        return;
      }
      if (!text_.substr(end).starts_with("''")) break;
      end += 2;
    }
    single_quoted_.emplace_back(begin + 1, end);
    expects_command_ = false;
    at_ = end + 1;
  }

  void ReadHereString() {
    const std::string closing = std::string("\n") + text_[at_ + 1] + '@';
    const size_t end = text_.find(closing, at_);
    if (end == std::string_view::npos) {
      Unbalanced(at_, "the here-string is not closed");
      return;
    }
    at_ = end + closing.size();
  }

  void ReadCommandName() {
    const size_t begin = at_;
    while (at_ < text_.size() && IsWordCharacter(text_[at_])) ++at_;
    expects_command_ = false;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const size_t dash = name.find('-');
    const bool letters = dash != std::string_view::npos && dash > 0 && dash + 1 < name.size() &&
                         std::all_of(name.begin(), name.end(), [](unsigned char c) {
                           return std::isalnum(c) != 0 || c == '-' || c == '_';
                         });
    if (!letters || IsVerb(LowerCase(name.substr(0, dash)))) return;
    AddUnknownVerb(begin, name, name.substr(0, dash));
  }

  void AddUnknownVerb(size_t at, std::string_view name, std::string_view verb) {
    std::vector<std::string_view> known(kVerbs.begin(), kVerbs.end());
    known.insert(known.end(), kMoreVerbs.begin(), kMoreVerbs.end());
    std::string nearest(rules::NearestWord(verb, known));
    if (!nearest.empty())
      nearest[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(nearest[0])));
    problems_.push_back({CommandProblem::Kind::kUnknownVerb, at,
                         '"' + std::string(name) + "\" begins with no verb that PowerShell knows",
                         nearest.empty() ? "see that the name of the cmdlet is right"
                                         : "did you mean " + nearest +
                                               std::string(name.substr(verb.size())) + '?'});
  }

  std::string_view text_;
  size_t at_ = 0;
  bool expects_command_ = true;
  bool failed_ = false;
  std::vector<Open> open_;
  std::vector<std::pair<size_t, size_t>> single_quoted_;
  std::vector<CommandProblem> problems_;
};

}  // namespace

std::vector<CommandProblem> CheckPowerShell(std::string_view command) {
  return CommandReader(command).Read();
}

bool IsInSingleQuotes(std::string_view command, size_t at) {
  CommandReader reader(command);
  reader.Read();
  const auto& strings = reader.single_quoted();
  return std::any_of(strings.begin(), strings.end(),
                     [at](const auto& string) { return string.first <= at && at < string.second; });
}

}  // namespace exdiag::authoring
