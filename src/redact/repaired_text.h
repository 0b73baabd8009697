#ifndef EXDIAG_REDACT_REPAIRED_TEXT_H_
#define EXDIAG_REDACT_REPAIRED_TEXT_H_

#include <string>
#include <string_view>

namespace exdiag::redact {

// A paste as it was before a console or a mail program broke its lines. Names that a line break
// divides could not be found otherwise, and with stand-ins of other lengths the breaks would stand
// at odd columns, where nothing could tell them from real ones any more.
std::string RepairedText(std::string_view paste);

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_REPAIRED_TEXT_H_
