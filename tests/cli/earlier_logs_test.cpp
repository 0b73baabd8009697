// A folder with logs of several dates: the cause of a failure that only a watermark shows may stand
// in another file.

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "sample_files.h"
#include "temporary_folder.h"

using namespace exdiag;

namespace {

// The attempts of the sample, each as the text of a log.
std::vector<std::string> AttemptTexts() {
  const std::string text = tests::BytesOf(tests::SamplesFolder() / "three-attempts.log");
  std::vector<size_t> begins;
  for (size_t at = text.find("Starting Microsoft Exchange"); at != std::string::npos;
       at = text.find("Starting Microsoft Exchange", at + 1)) {
    const size_t line = text.rfind('\n', at);
    const size_t stars = line == std::string::npos ? 0 : text.rfind('\n', line - 1);
    begins.push_back(stars == std::string::npos || line == std::string::npos ? 0 : stars + 1);
  }
  std::vector<std::string> texts;
  for (size_t i = 0; i < begins.size(); ++i) {
    const size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    texts.push_back(text.substr(begins[i], end - begins[i]));
  }
  return texts;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

void Write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string Run(const std::vector<std::string>& arguments) {
  cli::TextOutput out, error;
  cli::Console console;
  console.out = &out;
  console.error = &error;
  cli::RunProgram(arguments, console);
  return out.text();
}

nlohmann::json LogNamed(const nlohmann::json& report, const std::string& name) {
  for (const auto& log : report["logs"]) {
    if (log["path"].get<std::string>().ends_with(name)) return log;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("The chain of attempts goes on in an earlier log of the same folder") {
  const auto texts = AttemptTexts();
  REQUIRE(texts.size() == 3);
  const TemporaryFolder folder;
  Write(folder.path() + "/ExchangeSetup.log", texts[1] + texts[2]);
  Write(folder.path() + "/ExchangeSetup-20260124.log", texts[0]);
  const auto report = nlohmann::json::parse(Run({folder.path(), "--format", "json"}));
  REQUIRE(report["logs"].size() == 2);
  const auto log = LogNamed(report, "ExchangeSetup.log");
  const auto& cause = log["diagnoses"][0];
  CHECK(cause["rule"] == "service-disabled");
  CHECK(cause["primary"] == true);
  CHECK(cause["log"].get<std::string>().ends_with("ExchangeSetup-20260124.log"));
  CHECK(cause["evidence"][0]["path"] == cause["log"]);
  CHECK(log["diagnoses"][1]["rule"] == "watermark-resume-blocked");
  CHECK(log["diagnoses"][1]["relation"] == "consequence");
  const std::string whole = (tests::SamplesFolder() / "three-attempts.log").string();
  CHECK(log["rerun"] ==
        nlohmann::json::parse(Run({whole, "--format", "json"}))["logs"][0]["rerun"]);
  CHECK(Run({folder.path()}).find("of an earlier log") != std::string::npos);
  CHECK(Run({"triage", folder.path(), "--format", "csv"}).find("watermark-resume-blocked") ==
        std::string::npos);
}

TEST_CASE("A log of another server, or of a later date, tells no cause") {
  const auto texts = AttemptTexts();
  REQUIRE(texts.size() == 3);
  const TemporaryFolder folder;
  Write(folder.path() + "/ExchangeSetup.log", texts[2]);
  Write(folder.path() + "/ExchangeSetup-1.log", Replaced(texts[0], "EX01", "EX02"));
  Write(folder.path() + "/ExchangeSetup-2.log", Replaced(texts[0], "/2026 ", "/2027 "));
  const auto report = nlohmann::json::parse(Run({folder.path(), "--format", "json"}));
  const auto log = LogNamed(report, "ExchangeSetup.log");
  CHECK(log["diagnoses"][0]["rule"] == "watermark-resume-blocked");
  CHECK(log["diagnoses"][0]["primary"] == true);
}
