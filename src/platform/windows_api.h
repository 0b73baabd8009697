#ifndef EXDIAG_PLATFORM_WINDOWS_API_H_
#define EXDIAG_PLATFORM_WINDOWS_API_H_

// windows.h without what it does not need to bring along, and without its macros min and max. For
// *_windows.cpp files alone.
#ifdef _WIN32
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#endif

#endif  // EXDIAG_PLATFORM_WINDOWS_API_H_
