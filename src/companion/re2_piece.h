#ifndef EXDIAG_COMPANION_RE2_PIECE_H_
#define EXDIAG_COMPANION_RE2_PIECE_H_

#include <re2/re2.h>

#include <string_view>

namespace exdiag::companion {

// RE2 of 2022 has a string view of its own.
inline re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_RE2_PIECE_H_
