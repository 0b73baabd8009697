#ifndef EXDIAG_AUTHORING_CAPTURES_H_
#define EXDIAG_AUTHORING_CAPTURES_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace exdiag::authoring {

// Names that a rule captures by its match and its look-ups.
std::set<std::string> SetCaptures(const rules::Rule& rule);

// Names that every rule may use without capturing them.
std::set<std::string> BuiltinCaptures();

// Names that texts of the rule show by {{name}} or that its tests check.
std::set<std::string> UsedCaptures(const rules::Rule& rule);

// The names between {{ and }} of a text, in their order, as they stand there.
std::vector<std::string_view> Placeholders(std::string_view text);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_CAPTURES_H_
