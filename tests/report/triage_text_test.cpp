#include <catch2/catch.hpp>

#include "report/triage_report.h"
#include "report/triage_writer.h"

using namespace exdiag;
using diagnosis::TriageRow;

namespace {

TriageRow ExpiredCertificate(const std::string& path) {
  TriageRow row;
  row.path = path;
  row.verdict = diagnosis::Verdict::kFailed;
  row.rule = "cert-expired";
  row.title = "The certificate has expired";
  row.product = "Exchange Server 2016 CU23";
  row.failing_step = "Mailbox role: Transport service with a name that nobody expects";
  return row;
}

report::TextStyle Plain(int width) {
  report::TextStyle style;
  style.width = width;
  return style;
}

}  // namespace

TEST_CASE("A narrow line of a triage has verdict, cause and path, a wide one update and step too") {
  const TriageRow row = ExpiredCertificate("logs/EX01.log");
  CHECK(report::RenderTriageLine(row, Plain(80)) ==
        "failed     cert-expired                     logs/EX01.log\n");
  CHECK(report::RenderTriageLine(row, Plain(140)) ==
        "failed     cert-expired                     2016 CU23     "
        "Mailbox role: Transport service logs/EX01.log\n");
}

TEST_CASE("Of a frequent cause some logs are named and the others counted") {
  std::string text;
  const auto writer =
      report::TriageTextWriter(Plain(100), [&](std::string_view part) { text += part; });
  for (int i = 0; i < 5; ++i) writer->Row(ExpiredCertificate("log" + std::to_string(i)));
  writer->End();
  CHECK(
      text.ends_with("\nCauses\n\n"
                     "  5 logs  The certificate has expired [cert-expired]\n"
                     "      log0\n      log1\n      log2\n      and 2 more\n\n"
                     "5 logs: 5 failed or blocked (0 of unknown cause), 0 succeeded, 0 without a "
                     "result.\n"));
  CHECK(report::RenderTriageCauses(diagnosis::TriageTally(), {}).find("0 logs") !=
        std::string::npos);
}
