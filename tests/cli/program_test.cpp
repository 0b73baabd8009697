#include "cli/program.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sample_files.h"
#include "temporary_folder.h"

namespace exdiag::cli {
namespace {

using Catch::Contains;

constexpr std::string_view kRule = R"(id: test-mailbox-missing
title: The mailbox {{mailbox}} is missing
category: test
severity: error
status: stable
products: []
match:
  error: 'mailbox ''(?P<mailbox>[^'']{1,80})'' is missing'
cause: The mailbox is not there.
steps:
  - text: Make it again.
    command: Enable-Mailbox -Identity '{{mailbox}}' -Arbitration
rerun: after-fix
references: [https://example.com/mailbox]
tests:
  - name: plain
    log: |
      [1] [ERROR] The mailbox 'SystemMailbox' is missing.
  - name: another
    log: |
      [1] [ERROR] The certificate is expired.
    match: false
)";

std::string LogWith(const std::string& rest) {
  return "[03/10/2026 17:00:00.0000] [0] **********************************************\r\n"
         "[03/10/2026 17:00:00.0001] [0] Starting Microsoft Exchange Server 2016 Setup\r\n"
         "[03/10/2026 17:00:00.0002] [0] **********************************************\r\n"
         "[03/10/2026 17:00:01.0000] [0] Setup version: 15.1.2507.6.\r\n"
         "[03/10/2026 17:00:01.0001] [0] Command Line Parameter Name='mode', Value='Upgrade'.\r\n"
         "[03/10/2026 17:00:02.0000] [1] Setup will run the task 'install-bridgeheadrole'\r\n" +
         rest;
}

std::string FailedLog(const std::string& message) {
  return LogWith(
      "[03/10/2026 17:01:00.0000] [1] [ERROR] The following error was generated when "
      "\"$error.Clear();\r\n"
      "          Set-Thing -Name $RoleName\r\n"
      "        \" was run: \"System.Exception: " +
      message +
      "\".\r\n"
      "[03/10/2026 17:01:00.0001] [1] [ERROR] " +
      message +
      "\r\n"
      "[03/10/2026 17:01:00.0002] [1] Setup is stopping now because of one or more critical "
      "errors.\r\n"
      "[03/10/2026 17:01:00.0003] [0] The Exchange Server setup operation didn't complete.\r\n"
      "[03/10/2026 17:01:00.0004] [0] End of Setup\r\n");
}

std::string SuccessfulLog() {
  return LogWith(
      "[03/10/2026 17:09:00.0000] [0] The Exchange Server setup operation completed "
      "successfully.\r\n"
      "[03/10/2026 17:09:00.0001] [0] End of Setup\r\n");
}

// The program with its output caught.
struct Ran {
  int status = 0;
  std::string out;
  std::string error;
};

Ran Run(const std::vector<std::string>& arguments) {
  TextOutput out;
  TextOutput error;
  Console console;
  console.out = &out;
  console.error = &error;
  Ran ran;
  ran.status = static_cast<int>(RunProgram(arguments, console));
  ran.out = out.text();
  ran.error = error.text();
  return ran;
}

// With one rule of our own and none of the built-in ones.
struct Bench {
  TemporaryFolder folder;
  std::string rule = folder.Write("rules/test-mailbox-missing.yaml", kRule);
  std::string known =
      folder.Write("known/ExchangeSetup.log", FailedLog("The mailbox 'SystemMailbox' is missing."));
  std::string unknown =
      folder.Write("unknown/ExchangeSetup.log", FailedLog("Something nobody has seen."));
  std::string success = folder.Write("success/ExchangeSetup.log", SuccessfulLog());
  std::string cut =
      folder.Write("cut/ExchangeSetup.log", LogWith("[03/10/2026 17:00:03.0000] [1] Executing: "));

  Ran Diagnose(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--no-builtin-rules", "--rules", rule});
    return Run(arguments);
  }
};

TEST_CASE("The exit status tells what became of the setup") {
  const Bench bench;
  CHECK(bench.Diagnose({bench.success}).status == 0);
  CHECK(bench.Diagnose({bench.known}).status == 1);
  CHECK(bench.Diagnose({bench.unknown}).status == 2);
  CHECK(bench.Diagnose({bench.cut}).status == 3);
}

TEST_CASE("With several logs the highest status counts") {
  const Bench bench;
  CHECK(bench.Diagnose({bench.success, bench.known}).status == 1);
  CHECK(bench.Diagnose({bench.unknown, bench.known}).status == 2);
}

TEST_CASE("A diagnosis puts captured values into its texts and commands") {
  const Bench bench;
  const Ran ran = bench.Diagnose({bench.known});
  CHECK_THAT(ran.out,
             Contains("error[test-mailbox-missing]: The mailbox SystemMailbox is missing"));
  CHECK_THAT(ran.out,
             Contains("\n        Enable-Mailbox -Identity 'SystemMailbox' -Arbitration\n"));
  CHECK(ran.error.empty());
}

TEST_CASE("An unreadable path beside a good log is told and hides nothing") {
  const Bench bench;
  const Ran ran = bench.Diagnose({bench.folder.path() + "/none.log", bench.known});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.error, Contains("exdiag: ") && Contains("none.log"));
  CHECK_THAT(ran.out, Contains("test-mailbox-missing"));
}

TEST_CASE("A missing file ends in 66") {
  const Bench bench;
  const Ran ran = bench.Diagnose({bench.folder.path() + "/none.log"});
  CHECK(ran.status == 66);
  CHECK(ran.out.empty());
}

TEST_CASE("What holds no setup log ends in 65 with one sentence") {
  const Bench bench;
  const std::string empty = bench.folder.Write("empty.log", "");
  const std::string poem = bench.folder.Write("poem.txt", "Roses are red,\nviolets are blue.\n");
  const std::string program = bench.folder.Write(
      "x.exe", std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0", 16) + std::string(500, '\1'));
  bench.folder.Write("nothing/readme.txt", "hello");
  for (const std::string& path : {empty, poem, program, bench.folder.path() + "/nothing"}) {
    const Ran ran = bench.Diagnose({path});
    INFO(path << ": " << ran.error);
    CHECK(ran.status == 65);
    CHECK(std::count(ran.error.begin(), ran.error.end(), '\n') == 1);
    CHECK_THAT(ran.error, Contains(path));
  }
}

TEST_CASE("A folder gives a report for each setup log in it") {
  const Bench bench;
  const Ran ran = bench.Diagnose({bench.folder.path(), "--format", "ndjson"});
  CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 4);
  CHECK(ran.status == 3);
}

TEST_CASE("Reports come in the order of the paths whatever the number of jobs") {
  const Bench bench;
  const std::vector<std::string> paths = {bench.unknown, bench.success, bench.known};
  const Ran ran = bench.Diagnose({paths[0], paths[1], paths[2], "--format", "json", "--jobs", "3"});
  const auto json = nlohmann::json::parse(ran.out);
  for (size_t i = 0; i < paths.size(); ++i) CHECK(json["logs"][i]["path"] == paths[i]);
}

TEST_CASE("Wrong usage ends in 64 with one sentence on standard error") {
  const Ran ran = Run({"x.log", "--fromat", "json"});
  CHECK(ran.status == 64);
  CHECK(ran.error == "exdiag: there is no option --fromat; did you mean --format?\n");
  CHECK(ran.out.empty());
  CHECK(Run({}).status == 64);
}

TEST_CASE("A wrong rule file ends in 78 and is shown as a compiler would") {
  const Bench bench;
  const std::string wrong = bench.folder.Write("wrong.yaml", "id: x\ntitel: y\n");
  const Ran ran = Run({bench.known, "--rules", wrong});
  CHECK(ran.status == 78);
  CHECK_THAT(ran.error, Contains("wrong.yaml:2:1: error:") && Contains("title"));
}

TEST_CASE("A wrong rule file disables itself and hides nothing of what the other rules find") {
  const Bench bench;
  const std::string wrong = bench.folder.Write("rules/wrong.yaml", "id: x\ntitel: y\n");
  const std::string rules = bench.folder.path() + "/rules";
  const Ran ran = Run({bench.known, "--no-builtin-rules", "--rules", rules, "--format", "json"});
  CHECK(ran.status == 78);
  CHECK_THAT(ran.error, Contains("wrong.yaml:2:1: error:"));
  const auto log = nlohmann::json::parse(ran.out)["logs"][0];
  CHECK(log["diagnoses"][0]["rule"] == "test-mailbox-missing");
  REQUIRE(log["coverage"]["rules_disabled"].size() == 1);
  CHECK(std::filesystem::path(log["coverage"]["rules_disabled"][0].get<std::string>()) ==
        std::filesystem::path(wrong));

  CHECK(Run({"triage", bench.known, "--no-builtin-rules", "--rules", rules}).status == 78);
  const Ran text = Run({bench.success, "--no-builtin-rules", "--rules", rules});
  CHECK(text.status == 78);
  CHECK_THAT(text.out, Contains("Rules left out"));
}

TEST_CASE("A wrong rule file does not cover up that there is no log") {
  const Bench bench;
  const std::string wrong = bench.folder.Write("wrong.yaml", "id: x\n");
  CHECK(Run({bench.folder.path() + "/none.log", "--rules", wrong}).status == 66);
}

TEST_CASE("Commands that are about rules refuse a wrong rule file") {
  const Bench bench;
  const std::string wrong = bench.folder.Write("wrong.yaml", "id: x\n");
  for (const std::string command : {"lint", "test"}) {
    CAPTURE(command);
    CHECK(Run({"rules", command, wrong}).status == 78);
  }
  CHECK(Run({"rules", "list", "--rules", wrong}).status == 78);
  CHECK(Run({bench.known, "--why", "cert-expired", "--rules", wrong}).status == 78);
}

TEST_CASE("The output file appears complete and in the format of its ending") {
  const Bench bench;
  const std::string path = bench.folder.path() + "/report.json";
  const Ran ran = bench.Diagnose({bench.known, "-o", path});
  CHECK(ran.status == 1);
  CHECK(ran.out.empty());
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  CHECK(nlohmann::json::parse(text)["schema"] == "exdiag.report/1");
}

TEST_CASE("An output file that cannot be written ends in 74") {
  const Bench bench;
  const Ran ran =
      bench.Diagnose({bench.known, "-o", bench.folder.path() + "/no/such/folder/report.json"});
  CHECK(ran.status == 74);
  CHECK_THAT(ran.error, Contains("report.json"));
}

TEST_CASE("--attempt picks one attempt, or gives a report for each") {
  const Bench bench;
  const std::string both = bench.folder.Write(
      "both/ExchangeSetup.log", FailedLog("The mailbox 'A' is missing.") + SuccessfulLog());
  CHECK(bench.Diagnose({both}).status == 0);
  CHECK(bench.Diagnose({both, "--attempt", "1"}).status == 1);
  const Ran all = bench.Diagnose({both, "--attempt", "all", "--format", "json"});
  CHECK(nlohmann::json::parse(all.out)["logs"].size() == 2);
  const Ran none = bench.Diagnose({both, "--attempt", "7"});
  CHECK(none.status == 65);
  CHECK_THAT(none.error, Contains("there is no attempt 7"));
}

TEST_CASE("A file that is named is read as what it is told to be") {
  const Bench bench;
  std::string utf16 = "\xff\xfe";
  for (const char c : FailedLog("The mailbox 'SystemMailbox' is missing.")) utf16 += {c, '\0'};
  CHECK(bench.Diagnose({bench.folder.Write("utf16.dat", utf16)}).status == 1);
  CHECK(bench.Diagnose({bench.folder.Write("bare.dat", utf16.substr(2)), "--encoding", "utf-16le"})
            .status == 1);
}

// "Nothing in it is of an Exchange setup" was all that was said of a sound log.
TEST_CASE("A wrong --encoding is told where it leaves nothing of a log") {
  const Bench bench;
  const Ran ran = bench.Diagnose({bench.known, "--encoding", "utf-16le"});
  CHECK(ran.status == 65);
  CHECK_THAT(ran.error, Contains("read as utf-16le") && Contains("without --encoding"));
}

TEST_CASE("--version names the program and its rules") {
  const Ran ran = Run({"--version"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, Contains("exdiag ") && Contains("rules ") && Contains("digest"));
}

TEST_CASE("A command is announced once before it begins, help and version are none") {
  static int begun = 0;
  TextOutput out;
  TextOutput error;
  Console console;
  console.out = &out;
  console.error = &error;
  console.before_command = [] { ++begun; };
  RunProgram({"--version"}, console);
  RunProgram({"triage", "--help"}, console);
  RunProgram({"--no-such-option"}, console);
  CHECK(begun == 0);
  RunProgram({"rules", "list"}, console);
  CHECK(begun == 1);
}

TEST_CASE("Help goes to standard output") {
  CHECK_THAT(Run({"--help"}).out, Contains("Usage: exdiag"));
  CHECK_THAT(Run({"/?"}).out, Contains("Usage: exdiag"));
  CHECK_THAT(Run({"explain", "--help"}).out, Contains("Usage: exdiag explain"));
}

TEST_CASE("Rules are listed and shown with their conditions") {
  const Bench bench;
  CHECK_THAT(bench.Diagnose({"rules", "list"}).out,
             Contains("test-mailbox-missing") && Contains("1 rule"));
  CHECK_THAT(bench.Diagnose({"rules", "show", "test-mailbox-missing"}).out,
             Contains("error: /mailbox"));
  const Ran wrong = bench.Diagnose({"rules", "show", "test-mailbox-mising"});
  CHECK(wrong.status == 64);
  CHECK_THAT(wrong.error, Contains("did you mean test-mailbox-missing?"));
}

// A copy with -o beside the log, and a report under its name, once took the place of the log.
TEST_CASE("No result takes the place of a log that is read") {
  const Bench bench;
  const std::string log = FailedLog("The mailbox 'SystemMailbox' is missing.");
  const std::string folder = bench.folder.path() + "/known";
  CHECK(bench.Diagnose({bench.known, "-o", folder + "/../known/ExchangeSetup.log"}).status == 64);
  CHECK(Run({"redact", bench.known, "-o", bench.known}).status == 64);
  CHECK(Run({"rules", "new", "--from", bench.known, "-o", bench.known}).status == 64);
  const Ran ran = Run({"redact", folder, "-o", folder});
  CHECK(ran.status == 74);
  CHECK_THAT(ran.error, Contains("would replace the log"));
  CHECK(tests::BytesOf(bench.known) == log);
}

TEST_CASE("Codes are explained in any spelling") {
  for (const std::string code : {"0x80070643", "1603", "-2147023293"}) {
    const Ran ran = Run({"explain", code});
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, Contains("ERROR_INSTALL_FAILURE"));
  }
  CHECK(Run({"explain", "no-such-thing-at-all"}).status == 64);
}

TEST_CASE("What stands around a name does not keep it from being explained") {
  for (const std::string paste :
       {"Failed [Rule:RebootPending] [Message:", "ms.exch.setupreadiness.RebootPending.aspx"}) {
    CHECK_THAT(Run({"explain", paste}).out, Contains("prereq-reboot-pending"));
  }
  CHECK_THAT(Run({"explain", "8245 ldifde"}).out, Contains("ERROR_DS_UNWILLING_TO_PERFORM"));
  CHECK_THAT(Run({"explain", "Version 15.1 (Build 2507.6)"}).out, Contains("2016 CU23"));
}

TEST_CASE("A build is explained by its name, a service by the rules that speak of it") {
  CHECK_THAT(Run({"explain", "Exchange 2019 CU12"}).out, Contains("15.2.1118.7"));
  CHECK_THAT(Run({"explain", "MSExchangeADTopology"}).out,
             Contains("[adtopology-service-stopped]"));
}

}  // namespace
}  // namespace exdiag::cli
