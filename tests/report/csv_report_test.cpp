#include "report/csv_report.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "report/sample_report.h"

using namespace exdiag;
using report::CsvCell;
using report::CsvTarget;

TEST_CASE("What a spreadsheet would run as a formula becomes text") {
  CHECK(CsvCell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
  CHECK(CsvCell("+1") == "'+1");
  CHECK(CsvCell("-1") == "'-1");
  CHECK(CsvCell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(CsvCell("\t=1") == "' =1");
  CHECK(CsvCell("\"=1\"") == "\"'\"\"=1\"\"\"");
  CHECK(CsvCell("\uFF1D1") == "'\uFF1D1");
}

TEST_CASE("Cells are quoted where they have to be") {
  CHECK(CsvCell("plain text") == "plain text");
  CHECK(CsvCell("a,b") == "\"a,b\"");
  CHECK(CsvCell("a;b") == "\"a;b\"");
  CHECK(CsvCell("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(CsvCell("a\r\nb") == "a b");
  CHECK(CsvCell("").empty());
}

TEST_CASE("A table has one row per log below the names") {
  const diagnosis::Report report{3, "digest", {report::FailedUpgrade(), report::Succeeded()}};
  const std::string csv = report::RenderCsv(report, CsvTarget::kPipe);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
  CHECK(csv.starts_with("path,verdict,rule,title,"));
  CHECK(
      csv.find(
          "\r\nExchangeSetup.log,failed,cert-expired,The certificate bound to IIS has expired,") !=
      std::string::npos);
  CHECK(csv.ends_with("\r\n"));
}

TEST_CASE("A file begins with a byte order mark, a pipe does not") {
  const diagnosis::Report report{3, "digest", {}};
  CHECK(report::RenderCsv(report, CsvTarget::kFile).starts_with("\xEF\xBB\xBFpath"));
  CHECK(report::RenderCsv(report, CsvTarget::kPipe).starts_with("path"));
}
