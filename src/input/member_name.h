#ifndef EXDIAG_INPUT_MEMBER_NAME_H_
#define EXDIAG_INPUT_MEMBER_NAME_H_

#include <string>
#include <string_view>

namespace exdiag::input {

// The name of an archive's member as it may be shown and compared: parts joined by '/', without a
// drive, root, "." or ".."; what would steer a terminal or turn the direction of writing is
// replaced by
// '?'. Never a path to write to.
std::string DisplayName(std::string_view name);

// "ldif.err" for "ldif.err.gz": what a compressed file is called when it is unpacked.
std::string UnpackedName(std::string_view name);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_MEMBER_NAME_H_
