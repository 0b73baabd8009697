#ifndef EXDIAG_CLI_COMMAND_LINE_H_
#define EXDIAG_CLI_COMMAND_LINE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/format.h"
#include "cli/option_table.h"
#include "input/encoding.h"
#include "platform/terminal.h"

namespace exdiag::cli {

struct CommandSpec;

// Which attempts of a log to report on.
struct AttemptWish {
  bool all = false;
  std::optional<int> number;  // none and not `all`: the last one that did something
};

// Part `number` of `count` of the logs.
struct Shard {
  uint64_t number = 1;
  uint64_t count = 1;
};

// What the user asked for, checked and with its defaults.
struct CommandLine {
  const CommandSpec* command = nullptr;
  bool command_named = false;          // false: it is the one meant without a name
  std::vector<std::string> arguments;  // without the command's name
  Format format = Format::kText;
  std::string output;  // empty: standard output
  AttemptWish attempt;
  std::vector<std::string> rule_paths;
  bool builtin_rules = true;
  std::optional<input::Encoding> encoding;  // none: found out from the text
  int jobs = 1;
  std::optional<int64_t> min_duration_ms;  // of `timeline`
  int depth = 0;                           // of `timeline`; 0: all levels
  bool list = false;                       // of `redact`
  Shard shard;                             // of `triage`
  std::string resume;                      // of `triage`: an NDJSON file; empty: none
  bool merge = false;                      // of `triage`
  std::string why;                         // of `diagnose`: id of the rule to explain; empty: none
  std::string from;                        // of `rules new`: path of the log
  bool fix = false;                        // of `rules lint`
  bool watch = false;                      // of `rules test`
  platform::ColorWish color = platform::ColorWish::kAuto;
  bool quiet = false;
  bool verbose = false;
  bool help = false;
  bool version = false;
};

// A command line, or what is wrong with it in one sentence.
struct ParsedCommandLine {
  CommandLine line;
  std::string error;  // empty: none
};

// `arguments` without the program's name, UTF-8.
ParsedCommandLine ParseCommandLine(const std::vector<std::string>& arguments);

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_COMMAND_LINE_H_
