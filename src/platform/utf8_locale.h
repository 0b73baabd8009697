#ifndef EXDIAG_PLATFORM_UTF8_LOCALE_H_
#define EXDIAG_PLATFORM_UTF8_LOCALE_H_

namespace exdiag::platform {

// While the object lives, the C library's character functions take UTF-8 in this thread. libarchive
// spells the names of members by the locale; the locale of the process is not ours to change.
class Utf8Locale {
 public:
  Utf8Locale();
  ~Utf8Locale();
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  void* locale_ = nullptr;
  void* before_ = nullptr;
};

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_UTF8_LOCALE_H_
