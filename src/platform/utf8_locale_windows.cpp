#ifdef _WIN32

#include "platform/utf8_locale.h"

namespace exdiag::platform {

// libarchive has the wide names on Windows and needs no locale for them.
Utf8Locale::Utf8Locale() = default;
Utf8Locale::~Utf8Locale() = default;

}  // namespace exdiag::platform

#endif  // _WIN32
