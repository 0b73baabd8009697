#ifndef EXDIAG_TESTS_MATCHING_FAILED_ATTEMPT_H_
#define EXDIAG_TESTS_MATCHING_FAILED_ATTEMPT_H_

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "matching/matcher.h"
#include "rules/rule_file.h"
#include "rules/rule_pack.h"

namespace exdiag::matching {

using setuplog::Attempt;
using setuplog::ErrorReport;
using setuplog::Record;
using setuplog::Tag;

inline rules::Rule RuleOf(const std::string& match, const std::string& more = "",
                          const std::string& id = "a") {
  auto parsed = rules::ParseRule(
      "id: " + id + "\ntitle: T\ncategory: iis\nseverity: error\ncause: C.\nsteps: [{text: S.}]\n" +
          "match: " + match + "\n" + more,
      "x.yaml");
  for (const auto& problem : parsed.problems) FAIL(rules::FormatProblem(problem, ""));
  return std::move(*parsed.rule);
}

inline Record RecordAt(int64_t line, std::string text, Tag tag = Tag::kNone) {
  Record record;
  record.line = line;
  record.level = 1;
  record.tag = tag;
  record.text = std::move(text);
  return record;
}

inline ErrorReport ReportOf(std::vector<Record> records) {
  ErrorReport report;
  report.line = records.front().line;
  report.records = std::move(records);
  return report;
}

// An attempt in which Install-ExchangeCertificate failed.
inline Attempt Failed() {
  Attempt attempt;
  attempt.ending = setuplog::Ending::kFailure;
  ErrorReport report = ReportOf({
      RecordAt(10,
               "The following error was generated when \"$error.Clear();\n  "
               "Install-ExchangeCertificate -services 'IIS'\n\" was run: "
               "\"System.Security.Cryptography.CryptographicException (0x80090010): The "
               "certificate\n is expired.\n   at Microsoft.X.Y()\".",
               Tag::kError),
      RecordAt(16, "The certificate is expired.", Tag::kError),
      RecordAt(17, "Id=BridgeheadComponent___1f5e3d3f Component=EXCHANGE14:\\Current",
               Tag::kErrorReference),
  });
  report.script = "$error.Clear();\n  Install-ExchangeCertificate -services 'IIS'\n";
  report.cmdlets = {"Install-ExchangeCertificate"};
  report.exceptions = {
      {"System.Security.Cryptography.CryptographicException", "The certificate", "0x80090010", 12}};
  report.reference_id = "BridgeheadComponent___1f5e3d3f";
  report.task = "Install-BridgeheadRole";
  attempt.notable = report.records;
  attempt.notable.insert(attempt.notable.begin(),
                         RecordAt(3, "Certificate is valid for site 'CN=mail.contoso.com'."));
  attempt.notable.push_back(RecordAt(20, "Error code 1603 came from elsewhere"));
  attempt.errors = {std::move(report)};
  return attempt;
}

inline std::vector<Match> Find(const rules::Rule& rule, const Subject& subject) {
  static std::vector<std::unique_ptr<rules::RulePack>> packs;  // matches point to them
  packs.push_back(std::make_unique<rules::RulePack>(std::vector<rules::Rule>{rule}));
  return Matcher(*packs.back()).Find(subject);
}

inline bool Holds(const std::string& match, const Attempt& attempt) {
  const Subject subject{&attempt, nullptr, nullptr};
  const rules::Rule rule = RuleOf(match);
  const bool found = !Find(rule, subject).empty();
  // The two ways to ask must agree.
  const rules::RulePack pack({rule});
  CHECK(Matcher(pack).Explain(rule, subject).held == found);
  return found;
}

}  // namespace exdiag::matching

#endif  // EXDIAG_TESTS_MATCHING_FAILED_ATTEMPT_H_
