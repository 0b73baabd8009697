// The promises of redaction, on every sample and on the labelled logs of third parties where they
// are at hand (EXDIAG_CORPUS, or shared/corpus beside the repository): nothing survives that tells
// whose a log is, and the copy diagnoses to the same result.

#include <re2/re2.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "cli/diagnose_paths.h"
#include "cli/program.h"
#include "input/encoding.h"
#include "matching/matcher.h"
#include "redact/letters.h"
#include "redact/redactor.h"
#include "redact/repaired_text.h"
#include "redact/well_known.h"
#include "rules/rule_pack.h"
#include "setuplog/paste.h"
#include "source_folder.h"
#include "temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using exdiag::redact::Folded;

bool IsLogFile(const fs::path& path) {
  static const std::set<std::string> kEndings = {".log", ".txt", ".msilog", ".err", ".md", ".json"};
  static const std::set<std::string> kOthers = {"expected.json", "README.md", "labels.jsonl"};
  return kEndings.contains(path.extension().string()) &&
         !kOthers.contains(path.filename().string());
}

void AddLogsBelow(const fs::path& folder, std::vector<fs::path>* logs) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && IsLogFile(entry.path())) logs->push_back(entry.path());
  }
}

std::vector<fs::path> AllLogs() {
  std::vector<fs::path> logs;
  AddLogsBelow(exdiag::tests::SourceFolder() / "samples", &logs);
  const char* corpus = std::getenv("EXDIAG_CORPUS");
  AddLogsBelow(
      corpus != nullptr ? fs::path(corpus) : exdiag::tests::SourceFolder() / "../shared/corpus",
      &logs);
  std::sort(logs.begin(), logs.end());
  return logs;
}

std::string TextOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  exdiag::input::Decoder decoder(exdiag::input::DetectEncoding(bytes.str().substr(0, 65536)));
  std::string text(decoder.Decode(bytes.str()));
  text += decoder.Finish();
  return exdiag::setuplog::IsPlainLog(text) ? text : exdiag::redact::RepairedText(text);
}

// What tells whose a log is, found with other means than those of the redactor.
std::set<std::string> IdentifyingNames(const std::string& text) {
  static const char* const kPatterns[] = {
      R"(Logged on user: [^\\\s]+\\([^\s]+?)\.?[\r\n])",
      R"(Logged on user: ([^\\\s]+)\\)",
      R"(Server Name=(\S+))",
      R"(Setting:ComputerName[A-Za-z]*\].*\[Value:"([^".]+))",
      R"(domain controller '([^'.]+))",
      R"(global catalog server ([A-Za-z0-9-]+)\.[A-Za-z0-9-]+\.)",
      R"((?i)[,"'/]DC=([A-Za-z0-9-]+))",
      R"(CN=([^,]+),CN=Microsoft Exchange,CN=Services)",
      R"((S-1-5-21-[0-9]+-[0-9]+-[0-9]+))",
      R"(\b((?:10|192\.168|172\.16)(?:\.[0-9]{1,3}){2,3})\b)",
      R"(([A-Za-z0-9._-]{3,})@[A-Za-z0-9-]+\.[a-z]{2,})",
      R"((?i)C:\\+Users\\+([^\\\s]+)\\)",
  };
  std::set<std::string> names;
  for (const char* pattern : kPatterns) {
    const RE2 expression(pattern);
    REQUIRE(expression.ok());
    re2::StringPiece rest(text);
    std::string name;
    while (RE2::FindAndConsume(&rest, expression, &name)) names.insert(Folded(name));
  }
  return names;
}

// Words of setup, and what belongs to nobody.
bool IsHarmless(const std::string& name) {
  return name.size() < 3 || exdiag::redact::IsOrdinaryName(name) ||
         exdiag::redact::IsTopLevelDomain(name) || exdiag::redact::IsWellKnownAccount(name) ||
         name.starts_with("systemmailbox") || name.starts_with("federatedemail") ||
         name.find('{') != std::string::npos || name.find('$') != std::string::npos;
}

bool HoldsWord(const std::string& folded_text, const std::string& word) {
  for (size_t at = folded_text.find(word); at != std::string::npos;
       at = folded_text.find(word, at + 1)) {
    if (!exdiag::redact::WordEndsAt(folded_text, at) &&
        exdiag::redact::WordCharacterAt(folded_text, at + word.size()) == 0) {
      return true;
    }
  }
  return false;
}

// The result of a diagnosis, as far as a copy must keep it.
std::string ResultOf(const std::string& path, const exdiag::matching::Matcher& matcher) {
  std::string result;
  exdiag::cli::PathsOptions options;
  options.on_report = [&](const exdiag::diagnosis::LogReport& log) {
    result += std::string(VerdictName(log.verdict)) + " ";
    result += log.primary() == nullptr ? "-" : log.primary()->rule;
    for (const auto& diagnosis : log.diagnoses) result += " " + diagnosis.rule;
    result += " " + log.fingerprint + " " + std::to_string(log.attempts.size()) + "\n";
  };
  exdiag::cli::DiagnosePaths({path}, matcher, options);
  return result;
}

}  // namespace

TEST_CASE("No name survives in the copy of a log, and each has a stand-in of its own") {
  for (const fs::path& path : AllLogs()) {
    CAPTURE(path.string());
    const std::string text = TextOf(path);
    exdiag::redact::Redactor redactor;
    redactor.Learn(text);
    const std::string copy = Folded(redactor.Redact(text));
    std::set<std::string> stand_ins;
    for (const auto& replaced : redactor.replacements())
      stand_ins.insert(Folded(replaced.stand_in));
    for (const std::string& name : IdentifyingNames(text)) {
      if (IsHarmless(name) || stand_ins.contains(name)) continue;
      CAPTURE(name);
      CHECK_FALSE(HoldsWord(copy, name));
    }
    std::map<std::string, std::string> originals;  // by kind and stand-in
    for (const auto& replaced : redactor.replacements()) {
      const auto [place, is_new] =
          originals.try_emplace(replaced.kind + replaced.stand_in, Folded(replaced.original));
      CHECK(place->second == Folded(replaced.original));
    }
    CHECK(std::count(copy.begin(), copy.end(), '\n') == std::count(text.begin(), text.end(), '\n'));
  }
}

TEST_CASE("The copy of a log diagnoses to the same result") {
  const exdiag::rules::RulePack pack = exdiag::rules::BuiltinRules();
  const exdiag::matching::Matcher matcher(pack);
  const exdiag::TemporaryFolder folder;
  for (const fs::path& path : AllLogs()) {
    CAPTURE(path.string());
    const std::string copy = folder.path() + "/" + path.filename().string();
    exdiag::cli::TextOutput out, error;
    exdiag::cli::Console console;
    console.out = &out;
    console.error = &error;
    const auto status = exdiag::cli::RunProgram({"redact", path.string(), "-o", copy}, console);
    CAPTURE(error.text());
    REQUIRE(status == exdiag::cli::ExitStatus::kSucceeded);
    CHECK(ResultOf(copy, matcher) == ResultOf(path.string(), matcher));
    fs::remove(copy);
  }
}
