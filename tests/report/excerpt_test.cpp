#include "report/excerpt.h"

#include <catch2/catch.hpp>

#include "report/display_width.h"

namespace exdiag::report {
namespace {

TEST_CASE("A short line is shown whole with its telling part marked") {
  const ExcerptLine line =
      CutAround("[1] [ERROR] The certificate is expired.", "certificate is expired", 60, "…");
  CHECK(line.text == "[1] [ERROR] The certificate is expired.");
  CHECK(line.mark_column == 16);
  CHECK(line.mark_width == 22);
}

TEST_CASE("A long line keeps its beginning if the telling part is within reach") {
  const ExcerptLine line = CutAround("start telling " + std::string(200, 'x'), "telling", 40, "…");
  CHECK(line.text.starts_with("start telling xxx"));
  CHECK(line.text.ends_with("…"));
  CHECK(DisplayWidth(line.text) == 40);
  CHECK(line.mark_column == 6);
}

TEST_CASE("A long line is cut on both sides around a telling part in its middle") {
  const std::string text = std::string(300, 'a') + "TELLING" + std::string(300, 'b');
  const ExcerptLine line = CutAround(text, "TELLING", 40, "...");
  CHECK(DisplayWidth(line.text) <= 40);
  CHECK(line.text.substr(static_cast<size_t>(line.mark_column), 7) == "TELLING");
  CHECK(line.text.starts_with("...a"));
  CHECK(line.text.ends_with("b..."));
}

TEST_CASE("A long line is cut in front of a telling part at its end") {
  const std::string text = std::string(300, 'a') + "TELLING";
  const ExcerptLine line = CutAround(text, "TELLING", 40, "...");
  CHECK(line.text.ends_with("TELLING"));
  CHECK(DisplayWidth(line.text) == 40);
  CHECK(line.mark_column == 33);
}

TEST_CASE("A telling part wider than the page is marked as far as it is shown") {
  const ExcerptLine line =
      CutAround(std::string(30, 'a') + std::string(200, 'T'), std::string(200, 'T'), 40, "…");
  CHECK(DisplayWidth(line.text) <= 40);
  CHECK(line.mark_column + line.mark_width <= 40);
  CHECK(line.mark_width > 20);
}

TEST_CASE("Marks stand below wide characters") {
  const ExcerptLine line = CutAround("安装 failed", "failed", 40, "…");
  CHECK(line.mark_column == 5);
}

TEST_CASE("The telling part is found though blanks were squeezed and case does not agree") {
  const ExcerptLine line =
      CutAround("Service   'FMS'  FAILED to reach", "service 'FMS' failed", 60, "…");
  CHECK(line.mark_column == 0);
  CHECK(line.mark_width == 23);
}

TEST_CASE("A telling part that goes on in the next line is marked to the end of this one") {
  const ExcerptLine line = CutAround("x was run: \"System.Exception: Bad",
                                     "was run: \"System.Exception: Bad thing at", 60, "…");
  CHECK(line.mark_column == 2);
  CHECK(line.mark_width == 31);
}

TEST_CASE("What is not in the line is not marked") {
  CHECK(CutAround("abc", "xyz", 60, "…").mark_width == 0);
  CHECK(CutAround("abc", "", 60, "…").mark_width == 0);
}

}  // namespace
}  // namespace exdiag::report
