#include "setuplog/paste.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

std::vector<std::string> Texts(std::string_view paste) {
  std::vector<std::string> texts;
  for (const PasteLine& line : RepairPaste(paste)) texts.push_back(line.text);
  return texts;
}

}  // namespace

TEST_CASE("Quoting, entities and typographic quotes are undone") {
  CHECK(Texts("> > was run: &quot;X&quot;")[0] == "was run: \"X\"");
  CHECK(Texts("\xE2\x80\x9CX\xE2\x80\x9D isn\xE2\x80\x99t")[0] == "\"X\" isn't");
}

TEST_CASE("Words that a console broke at its last column are whole again") {
  const std::string full = std::string(70, 'a') + " Cryptogra";  // 80 columns
  const auto texts = Texts(full + "\nphicException: text\n");
  REQUIRE(texts.size() == 1);
  CHECK(texts[0] == std::string(70, 'a') + " CryptographicException: text");
}

TEST_CASE("Of a line with many breaks spelled out each part is kept once") {
  // Each part kept the whole line: 3 MB of JSON filled the memory. Found by repeating lines of a
  // sample.
  std::string line = "{\"stdout\": \"The Exchange Server setup operation is going to fail here";
  for (int i = 0; i < 20000; ++i) line += "\\r\\n[ERROR] Something \\\"failed\\\" again, as before";
  const auto lines = RepairPaste(line);
  REQUIRE(lines.size() == 20001);
  size_t kept = 0;
  for (const PasteLine& part : lines) {
    for (const LineMark& mark : part.marks) {
      CHECK(mark.line == 1);
      kept += mark.original.size();
    }
  }
  CHECK(kept <= line.size());
  CHECK(lines[7].text == "[ERROR] Something \"failed\" again, as before");
  CHECK(lines[7].marks.front().original == "[ERROR] Something \\\"failed\\\" again, as before");
}

TEST_CASE("Indented lines were not broken") {
  const std::string full(80, 'a');
  CHECK(Texts(full + "\n   at B.C()\n").size() == 2);
}

TEST_CASE("Blank lines between all lines are dropped, others stay") {
  CHECK(Texts("a\n\nb\n\nc\n\nd\n\n").size() == 4);
  CHECK(Texts("a\nb\n\nc\nd\ne\nf\n").size() == 7);
}

TEST_CASE("Output spelled out as JSON has its lines back, all on the line of the file") {
  const auto lines = RepairPaste(
      "{\n\"stdout\": \"The Exchange Server setup\\r\\n[ERROR] \\\"x\\\" failed\\r\\nEnd of Setup "
      "of all\"\n}");
  REQUIRE(lines.size() >= 4);
  CHECK(lines[2].text == "[ERROR] \"x\" failed");
  CHECK(lines[2].marks.front().line == 2);
}

// A runner's record of a step was one line of setup's text, of which a vague rule was sure.
TEST_CASE("Output spelled out as JSON within JSON has its lines back") {
  const auto lines = RepairPaste(
      R"({"event": "failed", "stdout": "{\"rc\": 1, \"out\": \"The Exchange Server setup\\r\\n)"
      R"([ERROR] \\\"x\\\" failed in C:\\\\Windows\\r\\nEnd of Setup\"}"})");
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].text == R"([ERROR] "x" failed in C:\Windows)");
  CHECK(lines[1].marks.front().line == 1);
}

TEST_CASE("Fences and escapes of Markdown are undone") {
  const auto texts = Texts("```\n\\[ERROR\\] C:\\Windows\\x\n```\n");
  REQUIRE(texts.size() == 1);
  CHECK(texts[0] == "[ERROR] C:\\Windows\\x");
}

TEST_CASE("A list of strings in JSON is the lines that it holds") {
  const auto lines = RepairPaste(
      "{\n  \"stdout_lines\": [\n    \"[1] [ERROR] \\\"x\\\" failed\",\n    \"second\",\n"
      "    \"\",\n    \"C:\\\\Windows\",\n    \"last\"\n  ]\n}\n");
  REQUIRE(lines.size() == 9);
  CHECK(lines[2].text == "[1] [ERROR] \"x\" failed");
  CHECK(lines[4].text.empty());
  CHECK(lines[5].text == "C:\\Windows");
  CHECK(lines[5].marks.front().line == 6);
}

TEST_CASE("Four strings that are most of a text are such a list, three are none") {
  const std::string list = "\"[1] first\",\n\"[1] second\",\n\"[1] third\",\n";
  CHECK(RepairPaste(list + "\"[1] last\"\n").front().text == "[1] first");
  CHECK(RepairPaste(list).front().text.front() == '"');
  CHECK(RepairPaste(list + "\"[1] last\"\na\nb\nc\nd\n").front().text.front() == '"');
}

TEST_CASE(
    "A log whose quotes were all changed wants repair; typographic quotes of a language do not") {
  const std::string stamp = "[03/10/2026 17:00:00.0000] [0] ";
  const std::string title = stamp + "Starting Microsoft Exchange Server 2016 Setup\n";
  CHECK_FALSE(IsPlainLog(title + stamp + "Name=&#x27;mode&#x27;\n"));
  CHECK_FALSE(IsPlainLog(title + stamp + "Name=\u2018mode\u2019\n"));
  CHECK(IsPlainLog(title + stamp + "Name='mode', \u201eInstall\u201c\n"));
}

TEST_CASE("Quoting signs are undone to the last, a lone stroke is none") {
  CHECK(Texts(">\n>> x\n| y\n|\n>") == std::vector<std::string>{"", "x", "y", "|", ""});
}

TEST_CASE("Fences of waves are fences, too") {
  CHECK(Texts("~~~\nx\n~~~\n> ```\n") == std::vector<std::string>{"x"});
}

TEST_CASE("A backslash at the end of a line and before a letter stays") {
  CHECK(Texts("\\[x\\] C:\\Windows\\")[0] == "[x] C:\\Windows\\");
  CHECK(Texts("`code`")[0] == "code");
}

TEST_CASE("Blank lines go where up to a fifth of the lines follow another without one") {
  CHECK(Texts("a\nb\n\nc\nd\n\ne\n\nf\n\n") ==
        std::vector<std::string>{"a", "b", "c", "d", "e", "f"});
  CHECK(Texts("a\nb\n\nc\nd\n\ne\nf\n\n\n").size() == 10);
  CHECK(Texts("a\n\nb\n\nc\nd").size() == 6);
}

TEST_CASE("Blank lines between paragraphs stay") {
  CHECK(Texts("a\nb\n\nc\nd\n\ne\nf\n\n\n\n").size() == 11);
  CHECK(Texts("a\n\nb\n\nc\n").size() == 5);  // too few to tell
}

// It was one line to the reader of pastes, which every short log is to begin with.
TEST_CASE("A text whose lines end in CR alone has its lines") {
  CHECK(Texts("a\rb\r\rc") == std::vector<std::string>{"a", "b", "", "c"});
  CHECK(Texts("a\r\nb\r\n") == std::vector<std::string>{"a", "b"});
  const std::string stamp = "[03/10/2026 17:00:00.0000] [0] ";
  CHECK(IsPlainLog(stamp + "Starting Microsoft Exchange Server 2016 Setup\r" + stamp + "x\r"));
}

TEST_CASE("A log without its title is plain if nearly all lines have stamps") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "[03/10/2026 17:00:00.0000] [2] Line\n";
  CHECK(IsPlainLog(text));
  CHECK_FALSE(IsPlainLog(text.substr(0, text.size() / 2)));  // too few to be sure
  CHECK_FALSE(IsPlainLog("> " + text));
  CHECK_FALSE(IsPlainLog(text + "```\n"));
  for (int i = 0; i < 10; ++i) text += "a line without\n";
  CHECK_FALSE(IsPlainLog(text));
  CHECK_FALSE(IsPlainLog("no stamp at all\n"));
}

TEST_CASE("A log with its title is plain unless all its lines end where a console broke them") {
  const std::string stamp = "[03/10/2026 17:00:00.0000] [0] ";
  const std::string title = stamp + "Starting Microsoft Exchange Server 2016 Setup\n";
  std::string broken, whole;
  for (int i = 0; i < 6; ++i) {
    broken += stamp + std::string(80 - stamp.size(), 'x') + "\nrest\n";
    whole += stamp + std::string(300, 'x') + "\n   at A.B()\n";
  }
  CHECK_FALSE(IsPlainLog(title + broken));
  CHECK(IsPlainLog(title + whole));
}

TEST_CASE("Breaks that a form of one line has swallowed are before the stamps") {
  const auto lines = RepairPaste(
      "INC4711 setup failed [03/10/2026 17:00:00.0000] [1] One. [03/10/2026 17:00:01.0000] [1] "
      "Two");
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].text == "[03/10/2026 17:00:00.0000] [1] One. ");
  CHECK(lines[2].text == "[03/10/2026 17:00:01.0000] [1] Two");
  CHECK(lines[2].marks.front().line == 1);
  CHECK(Texts("> [03/10/2026 17:00:00.0000] [1] One").size() == 1);
  const std::string stamp = " [03/10/2026 17:00:00.0000] [1] " + std::string(1000, 'x');
  CHECK_FALSE(
      IsPlainLog("[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 "
                 "Setup" +
                 stamp + stamp));
}

TEST_CASE("Breaks of Word and of XML are breaks") {
  CHECK(Texts("a\x0b"
              "b\xE2\x80\xA8"
              "c_x000D__x000A_d") == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("A page is the lines that it shows, on the lines of its source") {
  const auto lines = RepairPaste("<p>[ERROR] &ldquo;x&rdquo; failed<br>second</p>\n<p>third</p>\n");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].text == "[ERROR] \"x\" failed");
  CHECK(lines[1].text == "second");
  CHECK(lines[2].marks.front().line == 2);
  CHECK(lines[2].marks.front().original == "<p>third</p>");
}

TEST_CASE("The source of a mail has its lines back, each knows those that it came from") {
  const auto lines = RepairPaste(
      "The following error was generated when =22X=22 was run: =22System.Excep=\n"
      "tion: The certificate is expired. It was $x =3D 1 and something more th=\n"
      "an that=22\n[ERROR] x=\n\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text.find("\"System.Exception: The") != std::string::npos);
  REQUIRE(lines[0].marks.size() == 3);
  CHECK(lines[0].marks[1].line == 2);
  CHECK(lines[0].text.substr(lines[0].marks[1].offset, 5) == "tion:");
}

TEST_CASE("A block of a console that is filled up with blanks is not one broken at its width") {
  std::string text;
  for (const char* line : {"one is not short", "two", "three", "four", "five", "six"}) {
    text += line;
    text += std::string(80 - std::string(line).size(), ' ') + "\n";
  }
  const auto texts = Texts(text);
  REQUIRE(texts.size() == 6);
  CHECK(texts[1] == "two");
}

TEST_CASE("Lines that a mail program broke at blanks are not joined, though some have its width") {
  // Three of them had it by chance, and words were glued together.
  std::string text;
  for (const size_t columns : {76, 70, 74, 76, 71, 66, 76, 73, 69, 72, 20})
    text += std::string(columns, 'a') + "\n";
  CHECK(Texts(text).size() == 11);
}

TEST_CASE("Errors of the same length below each other are none that was broken") {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "[ERROR] " + std::string(70, 'a') + "\n";
  CHECK(Texts(text).size() == 4);
}

TEST_CASE("A log is broken although some names in it were too long to be") {
  const std::string stamp = "[03/10/2026 17:00:00.0000] [0] ";
  std::string text = stamp + "Starting Microsoft Exchange Server 2016 Setup\n";
  for (int i = 0; i < 60; ++i) text += stamp + "a line that was\nbroken\n";
  CHECK_FALSE(IsPlainLog(text + "frame" + std::string(150, 'x') + "\n"));
  for (int i = 0; i < 6; ++i) text += stamp + std::string(150, 'x') + "\n";
  CHECK(IsPlainLog(text));
}
