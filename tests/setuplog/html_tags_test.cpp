#include "setuplog/html_tags.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

TEST_CASE("A page is known by its paragraphs, XML of setup is none") {
  CHECK(HoldsHtml("<p>a</p>\n<P class=x>b</P>"));
  CHECK(HoldsHtml("a<br>b<br/>c"));
  CHECK_FALSE(HoldsHtml("a line that quotes <br> once"));
  CHECK_FALSE(HoldsHtml("<bindingRedirect oldVersion=\"1\" /></assembly></runtime>"));
}

TEST_CASE("Tags that end a line part it, empty lines stay") {
  CHECK(LinesBetweenTags("a<br>b</p><p>c") == std::vector<std::string_view>{"a", "b", "<p>c"});
  CHECK(LinesBetweenTags("a</DIV>") == std::vector<std::string_view>{"a"});
  CHECK(LinesBetweenTags("") == std::vector<std::string_view>{""});
}

TEST_CASE("Tags of HTML go, other words in angle brackets stay") {
  CHECK(WithoutTags("<p class=\"MsoNormal\"><span lang=EN-US>x</span><o:p></o:p>") == "x");
  CHECK(WithoutTags("Value <NULL> of List<String> in <SystemDrive>:\\") ==
        "Value <NULL> of List<String> in <SystemDrive>:\\");
}
