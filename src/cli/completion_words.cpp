#include "cli/completion_words.h"

#include <algorithm>

#include "cli/format.h"
#include "input/encoding.h"

namespace exdiag::cli {
namespace {

// "text, json" as words.
std::vector<std::string> Words(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const size_t end = std::min(list.find(", "), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return words;
}

std::string_view FirstOf(std::string_view name) { return name.substr(0, name.find(' ')); }

}  // namespace

std::vector<FirstWord> FirstWords() {
  std::vector<FirstWord> words;
  for (const CommandSpec& command : AllCommands()) {
    const std::string_view first = FirstOf(command.name);
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&](const FirstWord& word) { return word.word == first; });
    if (known == words.end()) {
      words.push_back({first, command.summary, {&command}});
    } else {
      known->commands.push_back(&command);
    }
  }
  return words;
}

std::string_view SecondWord(const CommandSpec& command) {
  const size_t space = command.name.find(' ');
  return space == std::string_view::npos ? std::string_view() : command.name.substr(space + 1);
}

std::vector<std::string> ValuesOf(const OptionSpec& option) {
  if (option.name == "format") return Words(FormatNames());
  if (option.name == "encoding") return Words(input::EncodingNames());
  if (option.name == "color") return {"auto", "always", "never"};
  if (option.name == "attempt") return {"last", "all"};
  return {};
}

std::vector<std::string> ValuesOf(const CommandSpec& command) {
  if (command.bit == kGenerate) return {"man", "bash", "zsh", "fish", "powershell"};
  return {};
}

bool TakesFolder(const OptionSpec& option) { return option.argument == "DIR"; }

bool TakesPath(const OptionSpec& option) {
  return TakesFolder(option) || option.argument == "FILE" || option.argument == "LOG" ||
         option.argument == "PATH";
}

std::vector<const OptionSpec*> OptionsOf(unsigned commands) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : AllOptions()) {
    if ((option.commands & commands) != 0) options.push_back(&option);
  }
  return options;
}

std::string Joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += separator;
    joined += word;
  }
  return joined;
}

std::string_view Short(std::string_view help) {
  return help.substr(0, std::min({help.find(": "), help.find(". "), help.find("; "),
                                  help.find(", "), help.find(" (")}));
}

}  // namespace exdiag::cli
