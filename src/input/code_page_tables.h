#ifndef EXDIAG_INPUT_CODE_PAGE_TABLES_H_
#define EXDIAG_INPUT_CODE_PAGE_TABLES_H_

#include <array>
#include <cstdint>

namespace exdiag::input {

// The code points of bytes 0x80 to 0xff; 0 where a code page has no character. Kept here rather
// than asked of the system: a program copied to another machine may find no conversion tables
// there.
using CodePageTable = std::array<uint16_t, 128>;

extern const CodePageTable kCodePage1250;
extern const CodePageTable kCodePage1251;
extern const CodePageTable kCodePage1252;
extern const CodePageTable kCodePage1253;
extern const CodePageTable kCodePage1254;
extern const CodePageTable kCodePage437;
extern const CodePageTable kCodePage850;

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_CODE_PAGE_TABLES_H_
