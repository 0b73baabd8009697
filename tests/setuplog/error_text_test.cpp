#include "setuplog/error_text.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

Record RecordOf(std::string text, int64_t line = 10) {
  Record record;
  record.line = line;
  record.text = std::move(text);
  return record;
}

}  // namespace

TEST_CASE("The border between script and exception is the last `was run`") {
  const std::string text =
      "The following error was generated when \"$error.Clear();\n"
      "  Write-Host \" was run: \";\n  Set-Thing -Name \"x\"\n"
      "\" was run: \"System.Exception: Exception calling \"Upgrade\" with \"0\" argument(s): "
      "\"Denied.\"\n   at A.B()\".";
  const GeneratedError parts = SplitGeneratedError(text);
  CHECK(parts.script.find("Set-Thing") != std::string_view::npos);
  CHECK(parts.exception.substr(0, 17) == "System.Exception:");
}

TEST_CASE("The border is found in other languages") {
  const GeneratedError german = SplitGeneratedError(
      "Der folgende Fehler wurde generiert, als \"$error.Clear(); Install-X\n\" ausgeführt wurde: "
      "\"A.BException: Text");
  CHECK(german.script == "$error.Clear(); Install-X");
  CHECK(german.exception == "A.BException: Text");
  const GeneratedError french = SplitGeneratedError(
      "L'erreur suivante a été générée lorsque \"$error.Clear(); Set-Y \" a été exécuté : "
      "\"A.BException: Texte");
  CHECK(french.exception == "A.BException: Texte");
}

TEST_CASE("A colon alone is a border where an exception or the script's end tells") {
  const GeneratedError typed = SplitGeneratedError(
      "Se generó el siguiente error cuando se ejecutó \"$error.Clear(); Set-Y -A \"b\": \"c\" \": "
      "\"A.BException: Texto");
  CHECK(typed.exception == "A.BException: Texto");
  const GeneratedError plain = SplitGeneratedError(
      "L'erreur suivante est survenue lors de l'exécution de « $error.Clear(); Set-Y\n    » : "
      "« Le certificat a expiré. »");
  CHECK(plain.script == "$error.Clear(); Set-Y");
  CHECK(plain.exception.find("Le certificat") != std::string_view::npos);
}

TEST_CASE("A block that was cut before the border still gives its script") {
  const GeneratedError parts =
      SplitGeneratedError("The following error was generated when \"$error.Clear();\n Set-X");
  CHECK(parts.script == "$error.Clear();\n Set-X");
  CHECK(parts.exception.empty());
}

TEST_CASE("Inner exceptions are found with their HRESULT and line") {
  const Record record = RecordOf(
      "A.OuterException: Could not do it. ---> B.InnerException (0x80072030): No such object.\n"
      "   at X.Y()\n   --- End of inner exception stack trace ---\n"
      "C.LastException: (Exception from HRESULT: 0x800706D9)");
  const auto exceptions = ExceptionsIn(record, 0);
  REQUIRE(exceptions.size() == 3);
  CHECK(exceptions[0].type == "A.OuterException");
  CHECK(exceptions[0].message == "Could not do it.");
  CHECK(exceptions[1].hresult == "0x80072030");
  CHECK(exceptions[2].hresult == "0x800706D9");
  CHECK(exceptions[2].line == 13);
}

TEST_CASE("A message ends before the blanks, quote and full stop that setup puts behind it") {
  const auto exceptions = ExceptionsIn(
      RecordOf("A.OuterException: Could not do it.  ---> B.InnerException: No \"x\". \r\n"), 0);
  REQUIRE(exceptions.size() == 2);
  CHECK(exceptions[0].message == "Could not do it.");
  CHECK(exceptions[1].message == "No \"x");
}

TEST_CASE("A product name that ran into a type is cut off") {
  const auto exceptions = ExceptionsIn(
      RecordOf("Search Foundation for Exchange.System.TimeoutException: Timed out"), 0);
  REQUIRE(exceptions.size() == 1);
  CHECK(exceptions[0].type == "System.TimeoutException");
}

TEST_CASE("An error reference may be a component with an id, or a bare number") {
  CHECK(ReferenceId("Id=CommonGlobalConfig___04f8b3bd Component=EXCHANGE14:\\Current") ==
        "CommonGlobalConfig___04f8b3bd");
  CHECK(ReferenceId("Id=443949901 Component=") == "443949901");
}

TEST_CASE("A text that speaks of the script only far behind its beginning is no block") {
  const GeneratedError parts =
      SplitGeneratedError(std::string(500, 'x') + "\"$error.Clear(); Set-X");
  CHECK(parts.script.empty());
  CHECK(parts.exception.empty());
}

TEST_CASE("A block may have lost its beginning, up to the middle of the script's first word") {
  CHECK(SplitGeneratedError("error.Clear(); Set-X\n\" was run: \"A.BException: x").script ==
        "error.Clear(); Set-X");
  CHECK(SplitGeneratedError("when error.Clear(); Set-X\n\" was run: \"A.BException: x").script ==
        "error.Clear(); Set-X");
}

TEST_CASE("A border before the script is none") {
  const GeneratedError parts =
      SplitGeneratedError("\"x\" was run: \"y\" when \"$error.Clear(); Set-X");
  CHECK(parts.script == "$error.Clear(); Set-X");
  CHECK(parts.exception.empty());
}

TEST_CASE("An exception that is told twice counts once, with another message it is another") {
  const auto exceptions = ExceptionsIn(
      RecordOf("A.BException: one\nA.BException: one\nA.BException: two\nA.CException: one"), 0);
  REQUIRE(exceptions.size() == 3);
  CHECK(exceptions[0].line == 10);
  CHECK(exceptions[1].message == "two");
  CHECK(exceptions[2].type == "A.CException");
}

TEST_CASE("A chain of exceptions without end is kept in part") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "A.BException: number " + std::to_string(i) + "\n";
  const auto exceptions = ExceptionsIn(RecordOf(text), 0);
  REQUIRE(exceptions.size() == 32);
  CHECK(exceptions.front().message == "number 0");
}
