#ifndef EXDIAG_INPUT_CODE_PAGE_GUESS_H_
#define EXDIAG_INPUT_CODE_PAGE_GUESS_H_

#include <string_view>

#include "input/encoding.h"

namespace exdiag::input {

// The code page whose letters fit a text best that is neither ASCII nor Unicode; windows-1252 where
// nothing speaks for another.
Encoding GuessCodePage(std::string_view head);

}  // namespace exdiag::input

#endif  // EXDIAG_INPUT_CODE_PAGE_GUESS_H_
