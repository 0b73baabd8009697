#include "report/display_width.h"

#include <catch2/catch.hpp>

namespace exdiag::report {
namespace {

TEST_CASE("Chinese, Japanese, Korean and full-width characters take two columns") {
  CHECK(DisplayWidth("安装") == 4);
  CHECK(DisplayWidth("セットアップ") == 12);
  CHECK(DisplayWidth("설치") == 4);
  CHECK(DisplayWidth("Ａ") == 2);
  CHECK(DisplayWidth("😀") == 2);
}

TEST_CASE("Marks that join the character before them take no column") {
  CHECK(DisplayWidth("e\u0301") == 1);
  CHECK(DisplayWidth("a\u0308\u0323") == 1);
}

TEST_CASE("European letters and quotes take one column") {
  CHECK(DisplayWidth("Größe „ä“ Ж ő") == 13);
}

TEST_CASE("An invalid byte takes one column, as the mark that stands for it") {
  CHECK(DisplayWidth("a\xff"
                     "b") == 3);
  CHECK(DisplayWidth("\xe5\xae") == 2);
}

TEST_CASE("A beginning is never cut within a character or before a joining mark") {
  CHECK(Beginning("安装程序", 5) == "安装");
  CHECK(Beginning("e\u0301x", 1) == "e\u0301");
  CHECK(Beginning("abc", 0).empty());
  CHECK(Beginning("abc", 9) == "abc");
}

TEST_CASE("An end is never cut within a character or before a joining mark") {
  CHECK(End("安装程序", 5) == "程序");
  CHECK(End("xe\u0301y", 1) == "y");
  CHECK(End("abc", 9) == "abc");
}

}  // namespace
}  // namespace exdiag::report
