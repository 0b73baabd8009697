#include "setuplog/escapes.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

using Parts = std::vector<std::string_view>;

TEST_CASE("Entities are told by name and by number, also when they were escaped again") {
  CHECK(WithoutEntities("was run: &ldquo;X&rdquo; &lt;a&gt; isn&rsquo;t&hellip;") ==
        "was run: \"X\" <a> isn't...");
  CHECK(WithoutEntities("&#34;&#x22;&#228;&#xE4;") == "\"\"\u00e4\u00e4");
  CHECK(WithoutEntities("&amp;quot;X&amp;#39;") == "\"X'");
}

TEST_CASE("An ampersand that begins no entity stays") {
  for (const char* text : {"R&D; x", "a && b;", "&", "&;", "&#;", "&#x;", "&#xD800;", "&#1114112;",
                           "&quot", "& $RoleBinPath\\ServiceControl.ps1;", "&quotation;", "&#xAG;",
                           "&#xzz;", "&#12345678;", "&#00000065;"}) {
    CHECK(WithoutEntities(text) == text);
  }
  CHECK(WithoutEntities("&#7;&#127;&#X41;x") == "  Ax");
}

TEST_CASE("Of entities that were escaped over and over three layers go") {
  CHECK(WithoutEntities("&amp;amp;lt;") == "<");
  CHECK(WithoutEntities("&amp;amp;amp;lt;") == "&lt;");
}

TEST_CASE("Strings of JSON, PHP and Python lose their escapes") {
  CHECK(WithoutJsonEscapes(R"([03\/10\/2026] \"x\" isn\'t C:\\Windows\tsaid \u0022\u00e4\u201c)") ==
        "[03/10/2026] \"x\" isn't C:\\Windows said \"\u00e4\u201c");
  CHECK(WithoutJsonEscapes(R"(a\r\nb\nc)") == "a\nb\nc");
  CHECK(WithoutJsonEscapes(R"(C:\Windows \u12 \ud83d \)") == R"(C:\Windows \u12 \ud83d \)");
  CHECK(WithoutJsonEscapes(R"(\u000a\u007f\u00e)") == R"(  \u00e)");
}

TEST_CASE("Spelled-out breaks part a line, escaped backslashes before letters do not") {
  CHECK(SpelledOutLines(R"(a\r\nb\\nc\rd\n)") == Parts{"a", R"(b\\nc)", "d"});
  CHECK(SpelledOutLines("").empty());
}

TEST_CASE("Parts of a text are found with their escapes in what it was made of") {
  const std::string escaped = R"({\"a\":\"C:\\\\x \u00e4\\r\\nb\\n\\nc\"})";
  const std::string unescaped = WithoutJsonEscapes(escaped);
  const Parts parts = SpelledOutLines(unescaped);
  CHECK(parts == Parts{"{\"a\":\"C:\\\\x \u00e4", "b", "", "c\"}"});
  CHECK(WithEscapes(parts, unescaped, escaped) ==
        Parts{R"({\"a\":\"C:\\\\x \u00e4)", "b", "", R"(c\"})"});
  CHECK(WithEscapes({}, unescaped, escaped).empty());
}

TEST_CASE("Colours of a terminal are dropped, a sequence that is cut too") {
  CHECK(WithoutTerminalCodes("\x1b[31;1m[ERROR]\x1b[0m x\x1b[?25l") == "[ERROR] x");
  CHECK(WithoutTerminalCodes("a\x1b[31") == "a");
  CHECK(WithoutTerminalCodes("a\x1b b") == "a\x1b b");
}

TEST_CASE("The source of a mail is known by the breaks that the mail program made") {
  const Parts mail = {"Exchange setup says that it cannot go on, since the cert=", "ificate is=",
                      " expired, and $x =3D 1 was=", " run"};
  CHECK(IsQuotedPrintable(mail));
  CHECK_FALSE(IsQuotedPrintable({"a =", "b =", "$x = 1"}));
  CHECK_FALSE(IsQuotedPrintable({std::string_view("[03/10/2026 17:00:00.0000] [1] Executing: $x ="),
                                 std::string_view("x"), std::string_view("y")}));
  for (const char* escaped : {"x=3D1", "x=20", "Caf=C3=A9", "=E2=80=99"}) {
    Parts lines(40, "a line of a mail");
    lines.insert(lines.end(), {"a=", "b=", "c="});
    CHECK_FALSE(IsQuotedPrintable(lines));
    lines.emplace_back(escaped);
    CHECK(IsQuotedPrintable(lines));
    lines.insert(lines.end(), 10,
                 std::string_view("a longer line than any program that sends mails "
                                  "leaves in the source of one of them"));
    CHECK_FALSE(IsQuotedPrintable(lines));
  }
  // Without escapes more than one line in ten has to be broken.
  Parts lines(26, "a line of a mail");
  lines.insert(lines.end(), {"a=", "b=", "c="});
  CHECK(IsQuotedPrintable(lines));
  lines.emplace_back("one more");
  CHECK_FALSE(IsQuotedPrintable(lines));
  bool goes_on = false;
  CHECK(WithoutQuotedPrintable("a=C", &goes_on) == "a=C");
  CHECK(WithoutQuotedPrintable("=C3=A4 =3D \"x\"=", &goes_on) == "\u00e4 = \"x\"");
  CHECK(goes_on);
  CHECK(WithoutQuotedPrintable("a = b =X", &goes_on) == "a = b =X");
  CHECK_FALSE(goes_on);
}
