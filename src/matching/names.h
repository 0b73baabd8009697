#ifndef EXDIAG_MATCHING_NAMES_H_
#define EXDIAG_MATCHING_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::matching {

// Names of cmdlets, types and checks are compared by setuplog::SameName.
bool IsOneOf(std::string_view name, const std::vector<std::string>& wanted);

// True for "System.Security.Cryptography.CryptographicException" and "CryptographicException".
bool IsTypeOrItsEnd(std::string_view type, std::string_view wanted);

// True for the whole id "BridgeheadComponent___1f5e…" and for its part before "___".
bool IsComponent(std::string_view reference_id, std::string_view wanted);

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_NAMES_H_
