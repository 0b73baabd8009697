#ifndef EXDIAG_CLI_COMPLETION_WORDS_H_
#define EXDIAG_CLI_COMPLETION_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_table.h"
#include "cli/option_table.h"

namespace exdiag::cli {

// What the completions of all shells share.

// A command whose name has one word, or the first word that several commands share ("rules").
struct FirstWord {
  std::string_view word;
  std::string_view summary;  // of the command; of several, of the first
  std::vector<const CommandSpec*> commands;
};
std::vector<FirstWord> FirstWords();

// The second word of "rules list"; empty for a command of one word.
std::string_view SecondWord(const CommandSpec& command);

// The values that an option or the first argument of a command may have, as far as they are words
// of a fixed set.
std::vector<std::string> ValuesOf(const OptionSpec& option);
std::vector<std::string> ValuesOf(const CommandSpec& command);

bool TakesFolder(const OptionSpec& option);
bool TakesPath(const OptionSpec& option);  // of a file or folder

// The options of a command, in the order of the table.
std::vector<const OptionSpec*> OptionsOf(unsigned commands);

std::string Joined(const std::vector<std::string>& words, std::string_view separator);

// The first clause of a help text, for lists with little room.
std::string_view Short(std::string_view help);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_COMPLETION_WORDS_H_
