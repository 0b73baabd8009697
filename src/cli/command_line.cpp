#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <locale>
#include <sstream>
#include <thread>

#include "cli/command_table.h"
#include "platform/folder.h"
#include "rules/spelling.h"

namespace exdiag::cli {
namespace {

namespace po = boost::program_options;

constexpr int kMostJobs = 64;

using Given = std::vector<po::basic_option<char>>;

po::options_description DescribedOptions() {
  po::options_description described;
  for (const OptionSpec& option : AllOptions()) {
    std::string name(option.name);
    if (option.short_name != '\0') name += fmt::format(",{}", option.short_name);
    if (option.argument.empty()) {
      described.add_options()(name.c_str(), "");
    } else {
      described.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  return described;
}

std::string WithSuggestion(std::string sentence, std::string_view word,
                           const std::vector<std::string_view>& known, std::string_view front) {
  const std::string_view nearest = rules::NearestWord(word, known);
  if (!nearest.empty()) sentence += fmt::format("; did you mean {}{}?", front, nearest);
  return sentence;
}

std::vector<std::string_view> OptionNames() {
  std::vector<std::string_view> names;
  for (const OptionSpec& option : AllOptions()) names.push_back(option.name);
  return names;
}

std::vector<std::string_view> CommandWords(std::string_view front) {
  std::vector<std::string_view> words;
  for (const CommandSpec& command : AllCommands()) {
    if (command.name.starts_with(front)) {
      const std::string_view rest = command.name.substr(front.size());
      const std::string_view word = rest.substr(0, rest.find(' '));
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
  }
  return words;
}

std::string UnknownOption(const std::string& token) {
  const std::string name = token.substr(std::min(token.find_first_not_of('-'), token.size()));
  return WithSuggestion(fmt::format("there is no option {}", token.substr(0, token.find('='))),
                        name.substr(0, name.find('=')), OptionNames(), "--");
}

// cmd.exe knows help by "/?".
std::vector<std::string> WithoutSlashHelp(std::vector<std::string> arguments) {
  for (std::string& argument : arguments) {
    if (argument == "/?") argument = "--help";
  }
  return arguments;
}

bool IsNegativeNumber(const std::string& word) {
  return word.size() > 1 && word[0] == '-' &&
         word.find_first_not_of("0123456789", 1) == std::string::npos;
}

// A negative number is a code, no option: it goes behind "--", where nothing is one.
std::vector<std::string> WithNumbersLast(std::vector<std::string> arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  const auto numbers = std::stable_partition(
      arguments.begin(), end, [](const std::string& word) { return !IsNegativeNumber(word); });
  if (numbers != end) arguments.insert(numbers, "--");
  return arguments;
}

bool LooksLikePath(const std::string& word) {
  return word == "-" || word.find_first_of("./\\:") != std::string::npos ||
         platform::KindOf(word) != platform::PathKind::kMissing;
}

// "rules" takes a second word: list, show …
std::string ChooseSubcommand(std::string_view group, CommandLine* line) {
  const std::string front = std::string(group) + " ";
  const auto words = CommandWords(front);
  if (line->arguments.empty()) {
    return line->help ? "" : fmt::format("`{}` needs one of: {}", group, fmt::join(words, ", "));
  }
  const std::string word = line->arguments.front();
  line->command = FindCommand(front + word);
  line->arguments.erase(line->arguments.begin());
  line->command_named = line->command != nullptr;
  if (line->command_named) return "";
  return WithSuggestion(fmt::format("there is no command `{}{}`", front, word), word, words, front);
}

// Takes the command's name off the arguments. A first argument that is no command is a path to
// diagnose, unless it is nearly the name of one and no file is there.
std::string ChooseCommand(CommandLine* line) {
  line->command = &AllCommands().front();
  if (line->arguments.empty()) return "";
  const std::string word = line->arguments.front();
  const auto words = CommandWords("");
  if (std::find(words.begin(), words.end(), word) == words.end()) {
    if (LooksLikePath(word) || rules::NearestWord(word, words).empty()) return "";
    return WithSuggestion(fmt::format("there is no command `{}`", word), word, words, "");
  }
  line->arguments.erase(line->arguments.begin());
  line->command = FindCommand(word);
  line->command_named = line->command != nullptr;
  return line->command_named ? "" : ChooseSubcommand(word, line);
}

std::string CheckOptionsOf(const CommandSpec& command, const Given& given) {
  for (const auto& option : given) {
    if (option.string_key.empty()) continue;
    const OptionSpec* spec = FindOption(option.string_key);
    if (spec != nullptr && (spec->commands & command.bit) == 0) {
      return fmt::format("`{}` has no option --{}", command.name, spec->name);
    }
  }
  return "";
}

std::string CheckFormat(const CommandLine& line) {
  // The ending of a copy's name says nothing.
  if (line.command == nullptr || (FindOption("format")->commands & line.command->bit) == 0)
    return "";
  if (Writes(line.command->bit, line.format)) return "";
  return fmt::format("`{}` does not write {}; it writes {}", line.command->name,
                     NameOf(line.format), FormatNames(line.command->bit));
}

std::string CheckNumberOfArguments(const CommandLine& line) {
  if (line.help || line.version || line.command == nullptr) return "";
  const CommandSpec& command = *line.command;
  if (line.arguments.size() < command.least_arguments) {
    return fmt::format("`{}` needs {}; see exdiag {} --help", command.name, command.arguments,
                       command.name);
  }
  if (line.arguments.size() > command.most_arguments) {
    return fmt::format("`{}` does not know what to do with \"{}\"", command.name,
                       line.arguments[command.most_arguments]);
  }
  return "";
}

std::optional<int> NumberIn(const std::string& text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

std::string TakeAttempt(const std::string& value, CommandLine* line) {
  line->attempt = {};
  if (value == "last") return "";
  line->attempt.all = value == "all";
  if (line->attempt.all) return "";
  line->attempt.number = NumberIn(value);
  return line->attempt.number
             ? ""
             : fmt::format("--attempt takes last, all or a number from 1, not \"{}\"", value);
}

std::string TakeColor(const std::string& value, CommandLine* line) {
  using platform::ColorWish;
  if (value == "auto")
    line->color = ColorWish::kAuto;
  else if (value == "always")
    line->color = ColorWish::kAlways;
  else if (value == "never")
    line->color = ColorWish::kNever;
  else
    return fmt::format("--color takes auto, always or never, not \"{}\"", value);
  return "";
}

std::string TakeFormat(const std::string& value, CommandLine* line) {
  const auto format = FormatFromName(value);
  if (!format) return fmt::format("--format takes one of {}, not \"{}\"", FormatNames(), value);
  line->format = *format;
  return "";
}

std::string TakeEncoding(const std::string& value, CommandLine* line) {
  line->encoding = input::EncodingFromName(value);
  if (line->encoding) return "";
  return fmt::format("--encoding does not know \"{}\"; it knows {}", value, input::EncodingNames());
}

std::string TakeJobs(const std::string& value, CommandLine* line) {
  const auto jobs = NumberIn(value);
  if (!jobs) return fmt::format("--jobs takes a number from 1, not \"{}\"", value);
  line->jobs = std::min(*jobs, kMostJobs);
  return "";
}

std::string TakeMinDuration(const std::string& value, CommandLine* line) {
  // std::from_chars does not read a double in LLVM's library.
  std::istringstream text(value);
  text.imbue(std::locale::classic());
  double seconds = 0;
  if (!(text >> std::noskipws >> seconds) || !text.eof() || !(seconds >= 0 && seconds < 1e9)) {
    return fmt::format("--min-duration takes a number of seconds, not \"{}\"", value);
  }
  line->min_duration_ms = static_cast<int64_t>(seconds * 1000);
  return "";
}

std::string TakeDepth(const std::string& value, CommandLine* line) {
  const auto depth = NumberIn(value);
  if (!depth) return fmt::format("--depth takes a number from 1, not \"{}\"", value);
  line->depth = *depth;
  return "";
}

// "2/16"; the number counts from 1.
std::string TakeShard(const std::string& value, CommandLine* line) {
  const size_t slash = value.find('/');
  const auto number = NumberIn(value.substr(0, slash));
  const auto count = NumberIn(slash == std::string::npos ? "" : value.substr(slash + 1));
  if (!number || !count || *number > *count) {
    return fmt::format("--shard takes I/N with I from 1 to N, such as 2/16, not \"{}\"", value);
  }
  line->shard = {static_cast<uint64_t>(*number), static_cast<uint64_t>(*count)};
  return "";
}

std::string TakeOption(const std::string& name, const std::string& value, CommandLine* line) {
  if (name == "format") return TakeFormat(value, line);
  if (name == "attempt") return TakeAttempt(value, line);
  if (name == "encoding") return TakeEncoding(value, line);
  if (name == "jobs") return TakeJobs(value, line);
  if (name == "min-duration") return TakeMinDuration(value, line);
  if (name == "depth") return TakeDepth(value, line);
  if (name == "color") return TakeColor(value, line);
  if (name == "shard") return TakeShard(value, line);
  if (name == "why" || name == "why-not") line->why = value;
  if (name == "from") line->from = value;
  if (name == "fix") line->fix = true;
  if (name == "watch") line->watch = true;
  if (name == "list") line->list = true;
  if (name == "merge") line->merge = true;
  if (name == "resume") line->resume = value;
  if (name == "output") line->output = value == "-" ? std::string() : value;  // standard output
  if (name == "rules") line->rule_paths.push_back(value);
  if (name == "no-builtin-rules") line->builtin_rules = false;
  if (name == "quiet") line->quiet = true;
  if (name == "verbose") line->verbose = true;
  if (name == "help") line->help = true;
  if (name == "version") line->version = true;
  return "";
}

// The ending of the output file says the format, unless --format does.
void ChooseFormat(const Given& given, CommandLine* line) {
  const bool said = std::any_of(given.begin(), given.end(),
                                [](const auto& option) { return option.string_key == "format"; });
  if (!said && !line->output.empty())
    line->format = FormatOfFile(line->output).value_or(Format::kText);
}

std::string TakeAll(const Given& given, CommandLine* line) {
  line->jobs = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 8);
  for (const auto& option : given) {
    if (option.position_key >= 0 || option.string_key.empty()) {
      line->arguments.insert(line->arguments.end(), option.value.begin(), option.value.end());
      continue;
    }
    const std::string value = option.value.empty() ? std::string() : option.value.front();
    if (std::string error = TakeOption(option.string_key, value, line); !error.empty())
      return error;
  }
  ChooseFormat(given, line);
  return "";
}

// Boost tells what is wrong by exceptions; this is the only place that meets them.
std::string ParseGiven(const std::vector<std::string>& arguments, Given* given) {
  using Style = po::command_line_style::style_t;
  const po::options_description described = DescribedOptions();
  try {
    *given = po::command_line_parser(arguments)
                 .options(described)
                 .style(Style::unix_style & ~Style::allow_guessing)
                 .run()
                 .options;
  } catch (const po::unknown_option& problem) {
    return UnknownOption(problem.get_option_name());
  } catch (const po::invalid_command_line_syntax& problem) {
    const bool extra = problem.kind() == po::invalid_syntax::extra_parameter;
    return fmt::format("{} {}", problem.get_option_name(),
                       extra ? "takes no value" : "needs a value");
  } catch (const po::error& problem) {
    return problem.what();
  }
  return "";
}

}  // namespace

ParsedCommandLine ParseCommandLine(const std::vector<std::string>& arguments) {
  ParsedCommandLine parsed;
  Given given;
  parsed.error = ParseGiven(WithNumbersLast(WithoutSlashHelp(arguments)), &given);
  if (parsed.error.empty()) parsed.error = TakeAll(given, &parsed.line);
  if (parsed.error.empty()) parsed.error = ChooseCommand(&parsed.line);
  if (parsed.error.empty() && parsed.line.command != nullptr) {
    parsed.error = CheckOptionsOf(*parsed.line.command, given);
  }
  if (parsed.error.empty()) parsed.error = CheckFormat(parsed.line);
  if (parsed.error.empty()) parsed.error = CheckNumberOfArguments(parsed.line);
  return parsed;
}

}  // namespace exdiag::cli
