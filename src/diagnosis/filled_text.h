#ifndef EXDIAG_DIAGNOSIS_FILLED_TEXT_H_
#define EXDIAG_DIAGNOSIS_FILLED_TEXT_H_

#include <map>
#include <string>
#include <string_view>

namespace exdiag::diagnosis {

using Captures = std::map<std::string, std::string>;

// The text with each {{name}} replaced by its captured value, or by "<name>" where there is none.
std::string FilledText(std::string_view text, const Captures& captures);

// The same for prose that may do without: what stands in parentheses to name values, as in "the
// certificate ({{subject}}, valid until {{end}})", tells only those that were captured.
std::string FilledSentence(std::string_view text, const Captures& captures);

// The same for a command that people paste into a shell. A value is put in only where the command
// has it inside single quotes and it holds no quote or control character, or where it is a plain
// word; otherwise the placeholder stays, so that nothing from a log can become code.
std::string FilledCommand(std::string_view command, const Captures& captures);

// The same for a PowerShell command that is run on the server itself: what the log does not tell of
// that server, its name and the folder of Exchange, the shell finds out there.
std::string FilledLocalCommand(std::string_view command, const Captures& captures);

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_FILLED_TEXT_H_
