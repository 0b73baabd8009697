#include "matching/name_keys.h"

#include "rules/plain_form.h"

namespace exdiag::matching {
namespace {

using Kind = rules::Predicate::Kind;

std::string_view PrefixOf(Kind kind) {
  switch (kind) {
    case Kind::kCmdlet:
      return "cmdlet=";
    case Kind::kComponent:
      return "component=";
    case Kind::kPrerequisite:
      return "check=";
    case Kind::kSetting:
      return "setting=";
    case Kind::kCode:
      return "code=";
    default:
      return "";
  }
}

}  // namespace

bool HasKeys(Kind kind) { return kind == Kind::kException || !PrefixOf(kind).empty(); }

void AppendKey(Kind kind, std::string_view name, std::string* keys) {
  *keys += PrefixOf(kind);
  *keys += name;
}

std::string KeyOf(Kind kind, std::string_view name) {
  std::string key;
  AppendKey(kind, name, &key);
  rules::FoldCaseInPlace(&key);
  return key;
}

}  // namespace exdiag::matching
