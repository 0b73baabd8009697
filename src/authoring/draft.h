#ifndef EXDIAG_AUTHORING_DRAFT_H_
#define EXDIAG_AUTHORING_DRAFT_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/matcher.h"
#include "setuplog/attempt.h"

namespace exdiag::authoring {

// What a rule is drafted from. Everything pointed to must outlive the call.
struct DraftRequest {
  const setuplog::Attempt* attempt = nullptr;
  const matching::Matcher* known = nullptr;  // the rules in force; null: none
  // Takes names and addresses of the customer out of a text, always in the same way. May be empty.
  std::function<std::string(std::string_view text)> redact;
  std::string id;  // empty: made of cmdlet and exception
};

struct Draft {
  std::string id;
  std::string category;
  std::string text;                // of the rule file
  std::vector<std::string> notes;  // for the writer, one sentence each
};

// Drafts a rule for the failure of an attempt: conditions on what setup does not translate and what
// is no customer's (exception, cmdlet, component, code, name of a check), a pattern of the
// message's fixed words with captures for the rest, a redacted excerpt as a test, a look-alike as
// another, and marks where only a person knows. The draft matches the attempt. Nullopt: nothing
// failed in it.
std::optional<Draft> DraftRule(const DraftRequest& request);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_DRAFT_H_
