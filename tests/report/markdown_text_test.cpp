#include "report/markdown_text.h"

#include <catch2/catch.hpp>

using exdiag::report::MarkdownBlock;
using exdiag::report::MarkdownCode;
using exdiag::report::MarkdownLink;
using exdiag::report::MarkdownText;

TEST_CASE("Markup in a text is escaped") {
  CHECK(MarkdownText("<script> *a* _b_ `c` [d](e) |f| ~g~") ==
        "\\<script> \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\|f\\| \\~g\\~");
}

TEST_CASE("A text cannot become a heading, a list or a rule of its line") {
  CHECK(MarkdownText("# a") == "\\# a");
  CHECK(MarkdownText("- a") == "\\- a");
  CHECK(MarkdownText("1. a") == "1\\. a");
  CHECK(MarkdownText("12) a") == "12\\) a");
  CHECK(MarkdownText("=====") == "\\=====");
  CHECK(MarkdownText("> a") == "\\> a");
}

TEST_CASE("A text stays on its line") { CHECK(MarkdownText("a\n\n# b\r\nc") == "a  # b c"); }

TEST_CASE("A bare address is no link and a name no mention") {
  CHECK(MarkdownText("see https://example.com") == "see https\\://example.com");
  CHECK(MarkdownText("@admin") == "@\u2060admin");
  CHECK(MarkdownText("admin@contoso.com") == "admin@contoso.com");
}

TEST_CASE("What people read often stays readable") {
  CHECK(MarkdownText("C:\\Windows\\Temp - 5.") == "C:\\Windows\\Temp - 5.");
  CHECK(MarkdownText("C:\\_a\\") == "C:\\\\\\_a\\\\");
  CHECK(MarkdownText("Exchange Server 2016 CU23, EX01.contoso.com (line 5).") ==
        "Exchange Server 2016 CU23, EX01.contoso.com (line 5).");
}

TEST_CASE("Code is fenced by more backticks than it has") {
  CHECK(MarkdownCode("a") == "`a`");
  CHECK(MarkdownCode("a`b``c") == "```a`b``c```");
  CHECK(MarkdownCode("`a`") == "`` `a` ``");
  CHECK(MarkdownCode("").empty());
}

TEST_CASE("A block ends only where it should") {
  CHECK(MarkdownBlock("a\nb\n", "text") == "```text\na\nb\n```\n");
  CHECK(MarkdownBlock("````\nx", "") == "`````\n````\nx\n`````\n");
  CHECK(MarkdownBlock("a\n\nb", "powershell", 3) == "   ```powershell\n   a\n\n   b\n   ```\n");
}

TEST_CASE("Only a plain address becomes a link") {
  CHECK(MarkdownLink("https://example.com/a") == "<https://example.com/a>");
  CHECK(MarkdownLink("https://example.com/>x") == "`https://example.com/>x`");
  CHECK(MarkdownLink("javascript:alert(1)") == "`javascript:alert(1)`");
}
