#ifndef EXDIAG_AUTHORING_LINT_FIX_H_
#define EXDIAG_AUTHORING_LINT_FIX_H_

#include <string>

#include "authoring/rule_text.h"

namespace exdiag::authoring {

// The text of a rule file with what is mechanical mended: line ends, blanks at ends of lines, order
// of the keys (with the comments above them), patterns in double quotes, http of sites that are
// known to answer by https, days written in another order of year, month and day. What the rule
// says stays the same: a change after which the file would read as another rule is not made. A file
// that cannot be read as a rule is returned as it is.
std::string FixedText(const RuleText& text);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_LINT_FIX_H_
