#ifndef EXDIAG_AUTHORING_SCHEMA_H_
#define EXDIAG_AUTHORING_SCHEMA_H_

#include <string>

namespace exdiag::authoring {

// JSON Schema (draft-07, which editors know best) of rule files, made of the tables of keys in
// rules/rule_keys.h. Indented, with a newline at its end.
std::string RuleSchema();

// The reference of keys, predicates and checks of lint as Markdown, made of the same tables.
std::string KeyReference();

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_SCHEMA_H_
