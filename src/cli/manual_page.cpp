#include "cli/manual_page.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/command_table.h"
#include "cli/completion_words.h"
#include "cli/option_table.h"

namespace exdiag::cli {
namespace {

// Text in which troff finds nothing to obey: dashes stay dashes that can be copied, and no line
// begins with a dot or quote.
std::string Roff(std::string_view text) {
  std::string roff;
  for (const char c : text) {
    const bool begins_line = roff.empty() || roff.back() == '\n';
    if (begins_line && (c == '.' || c == '\'')) roff += "\\&";
    if (c == '\\') {
      roff += "\\e";
    } else if (c == '-') {
      roff += "\\-";
    } else {
      roff += c;
    }
  }
  return roff;
}

std::string Bold(std::string_view text) { return "\\fB" + Roff(text) + "\\fR"; }
std::string Italic(std::string_view text) { return "\\fI" + Roff(text) + "\\fR"; }

std::string CommandsOf(const OptionSpec& option) {
  if (option.commands == kEveryCommand) return "";
  std::vector<std::string> names;
  for (const CommandSpec& command : AllCommands()) {
    if ((option.commands & command.bit) != 0) names.push_back(Italic(command.name));
  }
  return fmt::format(" (of {})", Joined(names, ", "));
}

std::string Synopsis() {
  std::string text =
      ".SH SYNOPSIS\n.B exdiag\n[" + Italic("OPTION") + "]... " + Italic("PATH") + "...\n";
  for (const CommandSpec& command : AllCommands()) {
    text += ".br\n.B exdiag " + Roff(command.name) + "\n[" + Italic("OPTION") + "]... " +
            Italic(command.arguments) + "\n";
  }
  return text;
}

std::string Commands() {
  std::string text = ".SH COMMANDS\nWithout a command, paths are diagnosed.\n";
  for (const CommandSpec& command : AllCommands()) {
    text += ".TP\n" + Bold(command.name) + " " + Italic(command.arguments) + "\n" +
            Roff(command.description) + "\n";
  }
  return text;
}

std::string Options() {
  std::string text = ".SH OPTIONS\n";
  for (const OptionSpec& option : AllOptions()) {
    text += ".TP\n";
    if (option.short_name != '\0') text += Bold(fmt::format("-{}", option.short_name)) + ", ";
    text += Bold(fmt::format("--{}", option.name));
    if (!option.argument.empty()) text += " " + Italic(option.argument);
    text += "\n" + Roff(option.help) + CommandsOf(option) + ".\n";
  }
  return text;
}

constexpr std::string_view kStatuses = R"(.SH "EXIT STATUS"
With several logs, the highest of 0 to 3 that occurred.
.TP
.B 0
Setup succeeded, nothing to do.
.TP
.B 1
Setup failed and the cause was diagnosed.
.TP
.B 2
Setup failed and no rule knows the cause.
.TP
.B 3
The log does not tell: it is cut off, or setup still runs.
.TP
.B 64
Wrong usage.
.TP
.B 65
The input holds no setup log.
.TP
.B 66
The input cannot be read.
.TP
.B 70
Internal error.
.TP
.B 74
The output cannot be written.
.TP
.B 78
A rule file is invalid; the others have done what they could.
)";

constexpr std::string_view kEnvironment = R"(.SH ENVIRONMENT
.TP
.B NO_COLOR
If set and not empty, the terminal gets no colours unless \fB\-\-color\fR asks for them.
.TP
.B CLICOLOR_FORCE
If set and neither empty nor 0, colours are used even if the output is no terminal.
)";

constexpr std::string_view kExamples = R"(.SH EXAMPLES
.TP
.B exdiag ExchangeSetup.log
Why did the last setup fail?
.TP
.B exdiag \-\-format json /srv/cases/ExchangeSetupLogs
The same for a script, with all logs of the folder.
.TP
.B exdiag explain 0x80070643
What an error code means.
)";

}  // namespace

std::string ManualPage() {
  std::string page =
      fmt::format(".TH EXDIAG 1 \"\" \"exdiag {}\" \"User Commands\"\n", EXDIAG_VERSION);
  page +=
      ".SH NAME\nexdiag \\- find the root cause of a failed Exchange Server setup in its logs\n";
  page += Synopsis();
  page +=
      ".SH DESCRIPTION\n"
      "exdiag reads the logs of a failed Microsoft Exchange Server setup, names the one root "
      "cause, shows the\n"
      "lines that prove it, and tells how to mend it. It needs no Exchange, no domain, no network "
      "and no rights\n"
      "beyond reading the log.\n";
  page += Commands() + Options();
  page.append(kStatuses).append(kEnvironment).append(kExamples);
  return page;
}

}  // namespace exdiag::cli
