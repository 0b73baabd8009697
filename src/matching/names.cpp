#include "matching/names.h"

#include <algorithm>

#include "setuplog/ascii_case.h"

namespace exdiag::matching {

using setuplog::SameName;

bool IsOneOf(std::string_view name, const std::vector<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& w) { return SameName(name, w); });
}

bool IsTypeOrItsEnd(std::string_view type, std::string_view wanted) {
  if (wanted.empty() || wanted.size() > type.size()) return false;
  const size_t begin = type.size() - wanted.size();
  return (begin == 0 || type[begin - 1] == '.') && SameName(type.substr(begin), wanted);
}

bool IsComponent(std::string_view reference_id, std::string_view wanted) {
  if (reference_id.empty()) return false;
  return SameName(reference_id, wanted) ||
         SameName(reference_id.substr(0, reference_id.find("___")), wanted);
}

}  // namespace exdiag::matching
