#ifndef EXDIAG_SETUPLOG_ERROR_TEXT_H_
#define EXDIAG_SETUPLOG_ERROR_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

// The block "The following error was generated when "SCRIPT" was run: "EXCEPTION".", in any
// language. Views of the text.
struct GeneratedError {
  std::string_view script;
  std::string_view exception;  // with its stack
  size_t exception_at = 0;     // offset of `exception` in the text
};

// Takes the block apart; both parts empty if the text is none. The border is the last `" was run:
// "`, since script and exception hold quotes themselves; for other languages the first run of
// quote, words, colon, quote.
GeneratedError SplitGeneratedError(std::string_view text);

// The exceptions that a text names, outermost first: "Namespace.Type (0xHRESULT): message", inner
// ones after " ---> ". Lines are those of the record.
std::vector<ExceptionInfo> ExceptionsIn(const Record& record, size_t from);

// "Id" of an ERROR-REFERENCE text.
std::string ReferenceId(std::string_view text);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_ERROR_TEXT_H_
