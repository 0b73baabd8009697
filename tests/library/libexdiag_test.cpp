#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "exdiag/exdiag.h"
#include "sample_files.h"

namespace exdiag {
namespace {

using nlohmann::json;

struct Answer {
  exdiag_status status = EXDIAG_INTERNAL_ERROR;
  json report;  // null if there is none
};

Answer Diagnosed(const std::string& bytes, const char* name) {
  Answer answer;
  char* text = nullptr;
  answer.status = exdiag_diagnose(bytes.data(), bytes.size(), name, &text);
  if (text != nullptr) answer.report = json::parse(text);
  exdiag_free(text);
  return answer;
}

std::string Sample(const char* name) { return tests::BytesOf(tests::SamplesFolder() / name); }

TEST_CASE("The library diagnoses a log in memory and gives the report of the program") {
  const Answer answer = Diagnosed(Sample("cert-expired-cu.log"), "ExchangeSetup.log");
  CHECK(answer.status == EXDIAG_DIAGNOSED);
  CHECK(answer.report.at("schema") == "exdiag.report/1");
  CHECK(answer.report.at("logs").at(0).at("path") == "ExchangeSetup.log");
  CHECK(answer.report.at("logs").at(0).at("diagnoses").at(0).at("rule") == "cert-expired");
}

TEST_CASE("The library takes UTF-16 as the program does") {
  const Answer answer = Diagnosed(Sample("edge-cases/utf16le-bom.log"), nullptr);
  CHECK(answer.status <= EXDIAG_INCONCLUSIVE);
  CHECK(answer.report.at("logs").at(0).at("encoding") == "utf-16le");
}

TEST_CASE("The library tells a companion log by its name") {
  const Answer answer =
      Diagnosed(Sample("msi-source-gone/ExchangeSetup.msilog"), "ExchangeSetup.msilog");
  CHECK(answer.status <= EXDIAG_INCONCLUSIVE);
  CHECK(answer.report.at("logs").at(0).at("kind") == "msi");
}

TEST_CASE("What is no setup log gives a status and no report") {
  CHECK(Diagnosed("Dear colleague,\nthe weather is fine.\n", "letter.txt").status == EXDIAG_NO_LOG);
  CHECK(Diagnosed("", nullptr).report.is_null());
  char* text = nullptr;
  CHECK(exdiag_diagnose(nullptr, 0, nullptr, &text) == EXDIAG_NO_LOG);
  CHECK(text == nullptr);
}

TEST_CASE("Threads may diagnose at once") {
  const std::string log = Sample("three-attempts.log");
  const Answer alone = Diagnosed(log, "a.log");
  Answer answers[4];
  {
    std::vector<std::thread> threads;
    for (Answer& answer : answers) threads.emplace_back([&] { answer = Diagnosed(log, "a.log"); });
    for (std::thread& thread : threads) thread.join();
  }
  for (const Answer& answer : answers) CHECK(answer.report == alone.report);
}

TEST_CASE("The library names its version and rules") {
  CHECK(std::string(exdiag_version()) == EXDIAG_VERSION);
  CHECK(std::string(exdiag_rules_digest()).size() == 16);
}

}  // namespace
}  // namespace exdiag
