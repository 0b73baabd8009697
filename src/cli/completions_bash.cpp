#include <fmt/format.h>

#include "cli/completion_words.h"
#include "cli/completions.h"

namespace exdiag::cli {
namespace {

// All spellings of an option: "-f --format".
std::string Spellings(const OptionSpec& option) {
  std::string spellings;
  if (option.short_name != '\0') spellings = fmt::format("-{} ", option.short_name);
  return spellings + fmt::format("--{}", option.name);
}

std::string Pattern(const OptionSpec& option) {
  return option.short_name == '\0' ? fmt::format("--{}", option.name)
                                   : fmt::format("-{}|--{}", option.short_name, option.name);
}

std::string ValueCases() {
  std::string cases;
  for (const OptionSpec& option : AllOptions()) {
    if (option.argument.empty()) continue;
    const auto values = ValuesOf(option);
    std::string reply = "return";
    if (!values.empty())
      reply =
          fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\")); return", Joined(values, " "));
    if (TakesPath(option)) {
      reply = fmt::format("compopt -o filenames; COMPREPLY=($(compgen -{} -- \"$word\")); return",
                          TakesFolder(option) ? 'd' : 'f');
    }
    cases += fmt::format("    {}) {} ;;\n", Pattern(option), reply);
  }
  return cases;
}

std::string OptionCases() {
  std::string cases;
  for (const CommandSpec& command : AllCommands()) {
    std::vector<std::string> spellings;
    for (const OptionSpec* option : OptionsOf(command.bit)) spellings.push_back(Spellings(*option));
    cases += fmt::format("      '{}') options='{}' ;;\n", command.name, Joined(spellings, " "));
  }
  return cases;
}

// The words that may follow the command: a second word, or values.
std::string WordCases() {
  std::string cases;
  for (const FirstWord& first : FirstWords()) {
    std::vector<std::string> words;
    for (const CommandSpec* command : first.commands) {
      if (!SecondWord(*command).empty()) words.emplace_back(SecondWord(*command));
      for (const std::string& value : ValuesOf(*command)) words.push_back(value);
    }
    if (words.empty()) continue;
    cases += fmt::format("    '{}') COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n",
                         first.word, Joined(words, " "));
  }
  return cases;
}

std::string Groups() {
  std::vector<std::string> groups;
  for (const FirstWord& first : FirstWords()) {
    if (!SecondWord(*first.commands.front()).empty()) groups.emplace_back(first.word);
  }
  return Joined(groups, "|");
}

std::string Commands() {
  std::vector<std::string> words;
  for (const FirstWord& first : FirstWords()) words.emplace_back(first.word);
  return Joined(words, " ");
}

constexpr std::string_view kFront =
    R"(# Completions of exdiag for bash; written by `exdiag generate bash`.
_exdiag() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' options='' i
  COMPREPLY=()
  case $before in
)";

}  // namespace

std::string BashCompletions() {
  std::string script(kFront);
  script += ValueCases();
  script += "  esac\n";
  script += "  for ((i = 1; i < COMP_CWORD; i++)); do\n";
  script += "    case ${COMP_WORDS[i]} in\n      -*) ;;\n";
  script += fmt::format(
      "      {}) if [[ -z $command ]]; then command=${{COMP_WORDS[i]}}; else break; fi ;;\n",
      Groups());
  script +=
      "      *) command=\"${command:+$command }${COMP_WORDS[i]}\"; break ;;\n    esac\n  done\n";
  script += "  if [[ $word == -* ]]; then\n    case $command in\n";
  script += OptionCases();
  script += fmt::format("      *) options='{}' ;;\n    esac\n", [] {
    std::vector<std::string> spellings;
    for (const OptionSpec* option : OptionsOf(AllCommands().front().bit))
      spellings.push_back(Spellings(*option));
    return Joined(spellings, " ");
  }());
  script += "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n    return\n  fi\n";
  script += "  case $command in\n";
  script += fmt::format("    '') COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n", Commands());
  script += WordCases();
  script += "  esac\n  compopt -o filenames\n  COMPREPLY+=($(compgen -f -- \"$word\"))\n}\n";
  script += "complete -F _exdiag exdiag\n";
  return script;
}

}  // namespace exdiag::cli
