#include "setuplog/line_shape.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

TEST_CASE("Only the words that setup uses are tags") {
  const ShapedLine error = ShapeOf("[03/11/2021 12:06:22.0926] [2] [ERROR] Access is denied.");
  CHECK(error.tag == Tag::kError);
  CHECK(error.level == 2);
  CHECK(error.text == "Access is denied.");
  const ShapedLine script =
      ShapeOf("[12/17/2021 16:48:24.0817] [2] [ServiceControl.ps1] Disabling service 'X'.");
  CHECK(script.tag == Tag::kNone);
  CHECK(script.text == "[ServiceControl.ps1] Disabling service 'X'.");
}

TEST_CASE("Stamps of Exchange 2007 are stamps as well") {
  const ShapedLine shaped = ShapeOf("[8/3/2007 4:46:12 PM] [2] Beginning processing set-X");
  CHECK(shaped.shape == LineShape::kBeginning);
  CHECK(shaped.level == 2);
  CHECK(shaped.stamp_length == 21);
}

TEST_CASE("Only a digit in brackets is a level") {
  CHECK(ShapeOf("[2] x", false).level == 2);
  for (const char* text : {"x1] y", "[1", "[x] y", "[12] y"}) {
    CAPTURE(text);
    CHECK(ShapeOf(text, false).level == -1);
    CHECK(ShapeOf(text, false).text == text);
  }
}

TEST_CASE("Setup's own spelling of RECOMENDED is understood, and the right one") {
  CHECK(ShapeOf("[12/01/2022 00:49:52.0222] [1] [RECOMENDED] text").tag == Tag::kRecommended);
  CHECK(ShapeOf("[12/01/2022 00:49:52.0222] [1] [RECOMMENDED] text").tag == Tag::kRecommended);
}

TEST_CASE("Routine chatter is told by its beginning") {
  CHECK(ShapeOf("[03/11/2021 12:06:22.0926] [2] Preparing to output objects. The").shape ==
        LineShape::kRoutine);
  CHECK(ShapeOf("[03/11/2021 12:06:22.0926] [2] Beginning processing set-X").shape ==
        LineShape::kBeginning);
  CHECK(ShapeOf("[03/11/2021 12:06:22.0926] [1] Evaluated [Rule:X] [Has").shape ==
        LineShape::kEvaluated);
}

TEST_CASE("An error that begins like chatter is no chatter") {
  CHECK(ShapeOf("[03/11/2021 12:06:22.0926] [2] [ERROR] Saving object failed").shape ==
        LineShape::kOther);
}

TEST_CASE("Lines without a stamp continue the record, unless pastes are read") {
  CHECK(ShapeOf("   at Some.Frame()").shape == LineShape::kContinuation);
  CHECK(ShapeOf("[1] [ERROR] text").shape == LineShape::kContinuation);
  const ShapedLine pasted = ShapeOf("[1] [ERROR] text", false);
  CHECK(pasted.tag == Tag::kError);
  CHECK(pasted.level == 1);
  CHECK(ShapeOf("a sentence of a mail", false).shape == LineShape::kContinuation);
  CHECK(ShapeOf("Beginning processing set-X", false).shape == LineShape::kBeginning);
  CHECK(ShapeOf("Beginning processing set-X").shape == LineShape::kContinuation);
}

TEST_CASE("Lines cut anywhere in the stamp are no stamped lines") {
  const std::string line = "[03/11/2021 12:06:22.0926] [2] text";
  for (size_t length = 0; length < 30; ++length) {
    CAPTURE(length);
    CHECK(ShapeOf(line.substr(0, length)).text.size() <= length);
  }
}
