#ifndef _WIN32

#include <locale.h>

#include <initializer_list>

#include "platform/utf8_locale.h"

namespace exdiag::platform {

Utf8Locale::Utf8Locale() {
  for (const char* name : {"C.UTF-8", "en_US.UTF-8"}) {
    locale_ = newlocale(LC_CTYPE_MASK, name, static_cast<locale_t>(nullptr));
    if (locale_ != nullptr) break;
  }
  if (locale_ != nullptr) before_ = uselocale(static_cast<locale_t>(locale_));
}

Utf8Locale::~Utf8Locale() {
  if (locale_ == nullptr) return;
  uselocale(static_cast<locale_t>(before_));
  freelocale(static_cast<locale_t>(locale_));
}

}  // namespace exdiag::platform

#endif  // _WIN32
