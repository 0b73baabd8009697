#include <fmt/format.h>

#include "cli/completion_words.h"
#include "cli/completions.h"

namespace exdiag::cli {
namespace {

// In single quotes within '…[…]' and '…:…' of _arguments and _describe.
std::string Quoted(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted;
}

std::string Action(const OptionSpec& option) {
  if (TakesFolder(option)) return "_files -/";
  if (TakesPath(option)) return "_files";
  const auto values = ValuesOf(option);
  return values.empty() ? "" : "(" + Joined(values, " ") + ")";
}

// '*'{-f,--format}'[how to write]:FORMAT:(text json)'
std::string Argument(const OptionSpec& option) {
  std::string argument = option.repeatable ? "'*'" : "";
  if (option.short_name == '\0') {
    argument += fmt::format("--{}", option.name);
  } else if (option.repeatable) {
    argument += fmt::format("{{-{},--{}}}", option.short_name, option.name);
  } else {
    argument += fmt::format("'(-{0} --{1})'{{-{0},--{1}}}", option.short_name, option.name);
  }
  argument += fmt::format("'[{}]", Quoted(Short(option.help)));
  if (!option.argument.empty()) argument += fmt::format(":{}:{}", option.argument, Action(option));
  return argument + "'";
}

std::string Rest(const CommandSpec& command) {
  const auto values = ValuesOf(command);
  if (!values.empty())
    return fmt::format("'*:{}:({})'", Quoted(command.arguments), Joined(values, " "));
  return fmt::format("'*:{}:_files'", Quoted(command.arguments));
}

std::string ArgumentsOf(const CommandSpec& command, std::string_view indent) {
  std::string text = fmt::format("{}_arguments -s -S", indent);
  for (const OptionSpec* option : OptionsOf(command.bit))
    text += fmt::format(" \\\n{}  {}", indent, Argument(*option));
  return text + fmt::format(" \\\n{}  {}\n", indent, Rest(command));
}

std::string GroupCase(const FirstWord& first) {
  std::string text = fmt::format("    {})\n      case $words[2] in\n", first.word);
  std::string seconds;
  for (const CommandSpec* command : first.commands) {
    text += fmt::format("        {})\n          shift words; (( CURRENT-- ))\n{}          ;;\n",
                        SecondWord(*command), ArgumentsOf(*command, "          "));
    seconds += fmt::format(" '{}:{}'", SecondWord(*command), Quoted(command->summary));
  }
  return text +
         fmt::format(
             "        *)\n          local -a seconds=({})\n          _describe command seconds\n"
             "          ;;\n      esac\n      ;;\n",
             seconds.substr(1));
}

std::string CommandCase(const FirstWord& first) {
  const CommandSpec& command = *first.commands.front();
  if (!SecondWord(command).empty()) return GroupCase(first);
  return fmt::format("    {})\n{}      ;;\n", first.word, ArgumentsOf(command, "      "));
}

}  // namespace

std::string ZshCompletions() {
  std::string script =
      "#compdef exdiag\n# Completions of exdiag for zsh; written by `exdiag generate zsh`.\n";
  script += "_exdiag() {\n  local -a commands=(\n";
  for (const FirstWord& first : FirstWords()) {
    script += fmt::format("    '{}:{}'\n", first.word, Quoted(first.summary));
  }
  script += "  )\n  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n";
  script += "    _describe command commands\n    _files\n    return\n  fi\n";
  script += "  local first=$words[2]\n";
  script += "  (( ${commands[(I)$first:*]} )) && { shift words; (( CURRENT-- )) }\n";
  script += "  case $first in\n";
  for (const FirstWord& first : FirstWords()) script += CommandCase(first);
  script += fmt::format("    *)\n{}      ;;\n", ArgumentsOf(AllCommands().front(), "      "));
  script += "  esac\n}\n";
  script +=
      "if [[ $funcstack[1] == _exdiag ]]; then _exdiag \"$@\"; else compdef _exdiag exdiag; fi\n";
  return script;
}

}  // namespace exdiag::cli
