#include "companion/local_time.h"

#include <catch2/catch.hpp>

using exdiag::companion::LocalTimeIn;

namespace {

std::string Read(std::string_view text) {
  const auto time = LocalTimeIn(text);
  return time ? exdiag::setuplog::IsoText(*time) : "none";
}

}  // namespace

TEST_CASE("twelve is noon with PM and without a half of the day, and midnight with AM") {
  CHECK(Read("on 3/12/2026 12:15:00 PM") == "2026-03-12T12:15:00.000Z");
  CHECK(Read("on 3/12/2026 12:15:00 AM") == "2026-03-12T00:15:00.000Z");
  CHECK(Read("on 12.03.2026 12:15:00") == "2026-03-12T12:15:00.000Z");
  CHECK(Read("3/12/2026 1:15:00 pm") == "2026-03-12T13:15:00.000Z");
  CHECK(Read("3/12/2026 1:15:00am") == "2026-03-12T01:15:00.000Z");
}

TEST_CASE("a day ends before 24 o'clock, a minute may have a leap second, a year two digits") {
  CHECK(Read("12.03.2026 24:00:00") == "none");
  CHECK(Read("12.03.2026 23:60:00") == "none");
  CHECK(Read("12.03.2026 23:59:61") == "none");
  CHECK(Read("31.12.16, 23:59:60") == "2017-01-01T00:00:00.000Z");
  CHECK(Read("30.02.2026 10:00:00") == "none");
}
