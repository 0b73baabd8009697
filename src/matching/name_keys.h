#ifndef EXDIAG_MATCHING_NAME_KEYS_H_
#define EXDIAG_MATCHING_NAME_KEYS_H_

#include <string>
#include <string_view>

#include "rules/rule.h"

namespace exdiag::matching {

// Names that predicates ask for (cmdlets, types, components, checks, settings, codes) as literals,
// so that one index serves them and the patterns. A subject's keys stand in one text, see
// SubjectTexts::names, and the key of a predicate's name is part of the key of every name that it
// takes: "cmdlet=get-user" for `cmdlet: Get-User`. A type may be asked for by its end, so its key
// is the name alone.
std::string KeyOf(rules::Predicate::Kind kind, std::string_view name);

// Appends what KeyOf gives, but in the case that the name has.
void AppendKey(rules::Predicate::Kind kind, std::string_view name, std::string* keys);

// Whether all names that a predicate of this kind takes have keys.
bool HasKeys(rules::Predicate::Kind kind);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_NAME_KEYS_H_
