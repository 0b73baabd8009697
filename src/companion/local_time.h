#ifndef EXDIAG_COMPANION_LOCAL_TIME_H_
#define EXDIAG_COMPANION_LOCAL_TIME_H_

#include <optional>
#include <string_view>

#include "setuplog/timestamp.h"

namespace exdiag::companion {

// The first date with time in a text, as Windows writes it in some culture: "10/21/2025  20:31:14",
// "10.03.2021  11:27:34", "6/22/2022 7:20:25 AM", "2021-03-10 11:27:34". With '/' the month comes
// first unless the first number exceeds 12, with '.' and '-' the day does. Local time, kept as if
// it were UTC.
std::optional<setuplog::Timestamp> LocalTimeIn(std::string_view text);

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_LOCAL_TIME_H_
