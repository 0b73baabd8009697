#include <fmt/format.h>

#include "cli/completion_words.h"
#include "cli/completions.h"

namespace exdiag::cli {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

// The condition under which something of a command is offered. Without a command paths are
// diagnosed.
std::string Condition(const CommandSpec& command) {
  const std::string first(command.name.substr(0, command.name.find(' ')));
  if (&command == &AllCommands().front()) return "__exdiag_diagnoses";
  std::string condition = "__fish_seen_subcommand_from " + first;
  if (!SecondWord(command).empty())
    condition += fmt::format("; and __fish_seen_subcommand_from {}", SecondWord(command));
  return condition;
}

std::string OptionLine(const CommandSpec& command, const OptionSpec& option) {
  std::string line =
      fmt::format("complete -c exdiag -n {} -l {}", Quoted(Condition(command)), option.name);
  if (option.short_name != '\0') line += fmt::format(" -s {}", option.short_name);
  if (!option.argument.empty()) line += TakesPath(option) ? " -r -F" : " -x";
  const auto values = ValuesOf(option);
  if (!values.empty()) line += fmt::format(" -a {}", Quoted(Joined(values, " ")));
  return line + fmt::format(" -d {}\n", Quoted(Short(option.help)));
}

std::string FirstWordLines(const FirstWord& first) {
  std::string lines = fmt::format("complete -c exdiag -n __fish_use_subcommand -a {} -d {}\n",
                                  first.word, Quoted(first.summary));
  for (const CommandSpec* command : first.commands) {
    if (!SecondWord(*command).empty()) {
      lines += fmt::format("complete -c exdiag -f -n '__exdiag_lacks_second {}' -a {} -d {}\n",
                           first.word, SecondWord(*command), Quoted(command->summary));
    }
    const auto values = ValuesOf(*command);
    if (!values.empty()) {
      lines += fmt::format("complete -c exdiag -f -n {} -a {}\n", Quoted(Condition(*command)),
                           Quoted(Joined(values, " ")));
    }
  }
  return lines;
}

std::string Functions() {
  std::vector<std::string> words;
  for (const FirstWord& first : FirstWords()) words.emplace_back(first.word);
  words.erase(words.begin());
  return fmt::format(
      "function __exdiag_diagnoses\n"
      "    not __fish_seen_subcommand_from {}\n"
      "end\n"
      "function __exdiag_lacks_second\n"
      "    set -l words (commandline -opc)\n"
      "    test (count $words) -eq 2; and test $words[2] = $argv[1]\n"
      "end\n",
      Joined(words, " "));
}

}  // namespace

std::string FishCompletions() {
  std::string script =
      "# Completions of exdiag for fish; written by `exdiag generate fish`.\n" + Functions();
  for (const FirstWord& first : FirstWords()) script += FirstWordLines(first);
  for (const CommandSpec& command : AllCommands()) {
    for (const OptionSpec* option : OptionsOf(command.bit)) script += OptionLine(command, *option);
  }
  return script;
}

}  // namespace exdiag::cli
