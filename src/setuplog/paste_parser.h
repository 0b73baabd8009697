#ifndef EXDIAG_SETUPLOG_PASTE_PARSER_H_
#define EXDIAG_SETUPLOG_PASTE_PARSER_H_

#include <string_view>

#include "setuplog/setup_log.h"

namespace exdiag::setuplog {

// Reads a text that people pasted: an excerpt with or without stamps, console or wizard output,
// noise around it. Everything in it counts as one attempt, unless titles part it. Since a person
// has chosen what to paste, the text as a whole is taken as what went wrong.
SetupLog ParsePaste(std::string_view text);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_PASTE_PARSER_H_
