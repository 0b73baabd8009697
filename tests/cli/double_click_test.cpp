#include "cli/double_click.h"

#include <catch2/catch.hpp>

#include "platform/folder.h"
#include "sample_files.h"
#include "temporary_folder.h"

namespace exdiag::cli {
namespace {

using Catch::Contains;

// What a run from the desktop says, and where.
struct Desktop {
  TextOutput out;
  TextOutput error;
  ExitStatus status = ExitStatus::kInternalError;

  void Run(const std::vector<std::string>& dropped, const DesktopPlaces& places) {
    Console console;
    console.out = &out;
    console.error = &error;
    status = RunFromDesktop(dropped, places, console);
  }
};

std::string SomeLog() { return tests::BytesOf(tests::SamplesFolder() / "cert-expired-cu.log"); }

TEST_CASE("Without arguments, or with files alone, the desktop may have started the program") {
  const TemporaryFolder folder;
  const std::string log = folder.Write("ExchangeSetup.log", "x");
  CHECK(MayComeFromDesktop({}));
  CHECK(MayComeFromDesktop({log}));
  CHECK(MayComeFromDesktop({log, folder.path()}));
  CHECK_FALSE(MayComeFromDesktop({"explain", "1603"}));
  CHECK_FALSE(MayComeFromDesktop({"--verbose", log}));
}

TEST_CASE("A file dropped on the program is diagnosed to a page beside it") {
  const TemporaryFolder folder;
  const std::string log = folder.Write("With space/ExchangeSetup.log", SomeLog());
  Desktop desktop;
  desktop.Run({log}, {});
  CHECK(desktop.status == ExitStatus::kDiagnosed);
  const std::string page = folder.path() + "/With space/ExchangeSetup-exdiag.html";
  CHECK_THAT(tests::BytesOf(page), Contains("<!DOCTYPE html>", Catch::CaseSensitive::No));
  CHECK_THAT(desktop.out.text(), Contains("ExchangeSetup-exdiag.html\n"));
  CHECK(desktop.error.text().empty());
}

TEST_CASE("A folder dropped on the program keeps the page inside it") {
  const TemporaryFolder folder;
  folder.Write("ExchangeSetup.log", SomeLog());
  Desktop desktop;
  desktop.Run({folder.path()}, {});
  CHECK(desktop.status == ExitStatus::kDiagnosed);
  CHECK_FALSE(tests::BytesOf(folder.path() + "/exdiag-report.html").empty());
}

TEST_CASE("A double-click diagnoses the log in its usual place") {
  const TemporaryFolder folder;
  const std::string log = folder.Write("ExchangeSetupLogs/ExchangeSetup.log", SomeLog());
  Desktop desktop;
  desktop.Run({}, {log, folder.path()});
  CHECK(desktop.status == ExitStatus::kDiagnosed);
}

TEST_CASE("A double-click without a log in its usual place tells what to do") {
  const TemporaryFolder folder;
  Desktop desktop;
  desktop.Run({}, {folder.path() + "/ExchangeSetup.log", folder.path()});
  CHECK(desktop.status == ExitStatus::kUsage);
  CHECK_THAT(desktop.out.text(), Contains("Drop a log") && Contains("ExchangeSetup.log"));
}

TEST_CASE("A page that cannot be written beside the log goes to the temporary folder") {
  const TemporaryFolder folder;
  const std::string log = folder.Write("ExchangeSetup.log", SomeLog());
  // A folder that has the page's name stands for a folder without the right to write.
  folder.Write("ExchangeSetup-exdiag.html/in-the-way", "x");
  folder.Write("temporary/x", "x");
  Desktop desktop;
  desktop.Run({log}, {"", folder.path() + "/temporary"});
  CHECK(desktop.status == ExitStatus::kDiagnosed);
  CHECK_FALSE(tests::BytesOf(folder.path() + "/temporary/ExchangeSetup-exdiag.html").empty());
}

TEST_CASE("A file that is no setup log is refused in words") {
  const TemporaryFolder folder;
  Desktop desktop;
  desktop.Run({folder.Write("letter.txt", "Dear colleague,\nthe weather is fine.\n")}, {});
  CHECK(desktop.status == ExitStatus::kNoLog);
  CHECK_THAT(desktop.error.text(), Contains("letter.txt"));
}

}  // namespace
}  // namespace exdiag::cli
