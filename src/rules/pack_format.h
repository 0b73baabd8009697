#ifndef EXDIAG_RULES_PACK_FORMAT_H_
#define EXDIAG_RULES_PACK_FORMAT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace exdiag::rules {

// Rules as bytes, for the program's own rule pack: "EXDP", a version byte, the number of rules,
// then the fields of each in a fixed order, numbers in seven-bit groups, texts behind their length.
// Tests and paths are left out. Parsing the YAML at each start was rejected: it takes a hundred
// times as long as reading this.
// Where each rule begins is added to `rule_at`, if given.
std::string WritePack(const std::vector<Rule>& rules, std::vector<uint32_t>* rule_at = nullptr);

// The rules of such bytes; nullopt if they are damaged or of another version. The path of each rule
// is "built-in".
std::optional<std::vector<Rule>> ReadPack(std::string_view bytes);

// The one rule that begins at a place that WritePack told.
std::optional<Rule> ReadPackedRule(std::string_view bytes, size_t at);

// 16 hexadecimal digits over what WritePack gives.
std::string PackDigest(std::string_view bytes);

}  // namespace exdiag::rules

#endif  // EXDIAG_RULES_PACK_FORMAT_H_
