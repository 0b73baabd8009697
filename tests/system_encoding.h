#ifndef EXDIAG_TESTS_SYSTEM_ENCODING_H_
#define EXDIAG_TESTS_SYSTEM_ENCODING_H_

#ifdef _WIN32
#include "platform/wide_text_windows.h"
#include "platform/windows_api.h"
#else
#include <iconv.h>
#endif

#include <catch2/catch.hpp>
#include <string>

namespace exdiag::tests {

// A text in another encoding ("CP1252", "UTF-16LE", "UTF-16BE"), by the system's own tables: not by
// those under test.
#ifdef _WIN32

inline UINT CodePageOf(const std::string& name) {
  if (name == "GBK") return 936;
  if (name == "BIG5") return 950;
  if (name == "EUC-KR") return 949;
  REQUIRE(name.starts_with("CP"));
  return static_cast<UINT>(std::stoi(name.substr(2)));
}

inline std::string EncodedBySystem(const std::string& text, const std::string& name) {
  const std::wstring wide = platform::Utf16(text);
  std::string bytes;
  if (name.starts_with("UTF-16")) {
    const bool little = name == "UTF-16LE";
    for (const wchar_t unit : wide) {
      const char low = static_cast<char>(unit & 0xff);
      const char high = static_cast<char>(unit >> 8);
      bytes += little ? low : high;
      bytes += little ? high : low;
    }
    return bytes;
  }
  const auto page = CodePageOf(name);
  bytes.resize(wide.size() * 4 + 8);
  const int size =
      WideCharToMultiByte(page, 0, wide.data(), static_cast<int>(wide.size()), bytes.data(),
                          static_cast<int>(bytes.size()), nullptr, nullptr);
  REQUIRE(size > 0);
  bytes.resize(static_cast<size_t>(size));
  return bytes;
}

#else

inline std::string EncodedBySystem(const std::string& text, const std::string& name) {
  const iconv_t converter = iconv_open(name.c_str(), "UTF-8");
  REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
  std::string out(text.size() * 4 + 8, '\0');
  std::string copy = text;
  char* from = copy.data();
  char* to = out.data();
  size_t from_left = copy.size();
  size_t to_left = out.size();
  const size_t failed = iconv(converter, &from, &from_left, &to, &to_left);
  iconv_close(converter);
  REQUIRE(failed != static_cast<size_t>(-1));
  out.resize(out.size() - to_left);
  return out;
}

#endif

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_SYSTEM_ENCODING_H_
