#include "setuplog/timestamp.h"

#include <catch2/catch.hpp>

using exdiag::setuplog::IsoText;
using exdiag::setuplog::ReadStamp;
using exdiag::setuplog::StampReader;

TEST_CASE("The four digits after the second are milliseconds, not ten-thousandths") {
  const auto stamp = ReadStamp("[03/11/2021 12:06:22.0926] [2] text");
  REQUIRE(stamp);
  CHECK(IsoText(stamp->time) == "2021-03-11T12:06:22.926Z");
  CHECK(stamp->length == 26);
}

TEST_CASE("The month comes first whatever separates the numbers") {
  CHECK(IsoText(ReadStamp("[11.14.2022 17:13:08.0081] [0] x")->time) == "2022-11-14T17:13:08.081Z");
  CHECK(IsoText(ReadStamp("[04-17-2021 11:23:40.0359] [1] x")->time) == "2021-04-17T11:23:40.359Z");
  CHECK(IsoText(ReadStamp("[03.10.2021 10.29.41.0997] [1] x")->time) == "2021-03-10T10:29:41.997Z");
}

TEST_CASE("A first number over 12 is a day, as Exchange 2007 wrote on some servers") {
  CHECK(IsoText(ReadStamp("[28-09-2008 18:32:12] [2] x")->time) == "2008-09-28T18:32:12.000Z");
}

TEST_CASE("Exchange 2007 stamps have no padding and a 12-hour clock") {
  CHECK(IsoText(ReadStamp("[8/3/2007 4:46:12 PM] [0] x")->time) == "2007-08-03T16:46:12.000Z");
  CHECK(IsoText(ReadStamp("[12/15/2010 12:08:24 AM] [1] x")->time) == "2010-12-15T00:08:24.000Z");
  CHECK(IsoText(ReadStamp("[12/15/2010 12:08:24 PM] [1] x")->time) == "2010-12-15T12:08:24.000Z");
}

TEST_CASE("Exchange 2007 stamps as the culture of the server writes times") {
  for (const char* stamp :
       {"[2008-09-28 18:32:12] [2] x", "[2008/09/28 18:32:12] [2] x", "[2008/9/28 18:32:12] [2] x",
        "[28. 9. 2008 18:32:12] [2] x", "[2008.09.28. 18:32:12] [2] x",
        "[28/09/2008 06:32:12 p.m.] [2] x", "[28/09/2008 06:32:12 p. m.] [2] x",
        "[28/9/2008 6:32:12 \u03bc\u03bc] [2] x", "[2008/9/28 \u4e0b\u5348 06:32:12] [2] x",
        "[2008-09-28 \uc624\ud6c4 6:32:12] [2] x"}) {
    CAPTURE(stamp);
    const auto read = ReadStamp(stamp);
    REQUIRE(read);
    CHECK(IsoText(read->time) == "2008-09-28T18:32:12.000Z");
    CHECK(std::string_view(stamp).substr(read->length) == " [2] x");
  }
}

TEST_CASE("Other brackets at the start of a line are no stamps") {
  for (const char* line : {"[ERROR] text",
                           "[0] text",
                           "[99/99/2021 10:00:00.0000] [1] x",
                           "[",
                           "[03/11/2021 25:06:22.0926] [2] x",
                           "[03/32/2021 12:06:22.0926] x",
                           "[03/00/2021 12:06:22.0926] x",
                           "[03/11/2O21 12:06:22.0926] x",
                           "[03/11/1989 12:06:22.0926] x",
                           "[03/11/2021 12:60:22.0926] x",
                           "[03/11/2021 12:06:61.0926] x",
                           "[03x11x2021 12:06:22.0926] x",
                           "[03/11/2021 12x06x22.0926] x",
                           "(03/11/2021 12:06:22.0926) x",
                           "(03/11/2021 12:06:22.0926] x",
                           "[03/11/2021 12:06:22.09265] x",
                           "[03/11/2021 12:06:22:0926] x",
                           "[03/11/2021T12:06:22.0926] [2] x",
                           "[8/3/2007 4:46:61 PM] [0] x",
                           "[8/3/2007 4:46:12 PX] [0] x",
                           "[8/3/2007 4:46:12 XM] x",
                           "[8/3/2007 4:46:12.1234 PM] x",
                           "[8/3/2007 4:46:1 ] text",
                           "[03/11/2021 12:06",
                           "[2021/13/11 12:06:22] x",
                           "[2021/11/03 PM 12:06:22 PM] x",
                           "[03/11/20211 12:06:22] x",
                           "[20:19:52] -----------",
                           ""}) {
    CAPTURE(line);
    CHECK_FALSE(ReadStamp(line));
  }
}

TEST_CASE("A leap second is a second, and a sixtieth minute none") {
  CHECK(IsoText(ReadStamp("[12/31/2016 23:59:60.0000] [0] x")->time) == "2017-01-01T00:00:00.000Z");
  CHECK_FALSE(ReadStamp("[12/31/2016 23:60:00.0000] [0] x"));
}

TEST_CASE("Times before 1970 and leap days are written right") {
  CHECK(IsoText({-1}) == "1969-12-31T23:59:59.999Z");
  CHECK(IsoText(ReadStamp("[02/29/2024 00:00:00.0000] [0] x")->time) == "2024-02-29T00:00:00.000Z");
}

TEST_CASE("A reader of many stamps reads each as if it stood alone") {
  const std::vector<std::string> lines = {
      std::string(12, '\0') + "12:06:22.0926] x",
      "[03/11/2021 12:06:22.0926] [2] x",
      "[03/11/2021 23:59:60.0000] [2] x",
      "[03/11/2021 24:00:00.0000] [2] x",
      "[03/11/2021 12.06.22.0999] [2] x",
      "[03/11/2021 12:06:22]",
      "[03/11/2021 1:06:22 PM] x",
      "[03/12/2021 00:00:00.0001] [2] x",
      "[28.09.2008 12:06:22.0926] x",
      "[8/13/2007. 12:06:22.0926] x",
      "[8/13/2007. 13:06:22.0926] x",
      "[28.09.2008 13:06:22.0926] x",
      "[8/3/2007 PM 3:06:22.0926]",
      "[8/3/2007 PM12:06:22.0926]",
      "[03/11/2021 12:06:22.0926] x",
  };
  StampReader reader;
  for (const std::string& before : lines) {
    for (const std::string& line : lines) {
      CAPTURE(before, line);
      static_cast<void>(reader.TimeOf(before));
      const auto alone = ReadStamp(line);
      CHECK(reader.TimeOf(line) == (alone ? std::optional(alone->time) : std::nullopt));
    }
  }
}
