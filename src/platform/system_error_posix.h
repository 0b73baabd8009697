#ifndef EXDIAG_PLATFORM_SYSTEM_ERROR_POSIX_H_
#define EXDIAG_PLATFORM_SYSTEM_ERROR_POSIX_H_

#include "platform/file.h"

namespace exdiag::platform {

// What a value of errno means, in the system's words.
FileError ErrorOf(int number);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_SYSTEM_ERROR_POSIX_H_
