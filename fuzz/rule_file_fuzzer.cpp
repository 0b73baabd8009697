#include <string>

#include "authoring/lint.h"
#include "authoring/rule_text.h"
#include "fuzz/invariant.h"
#include "matching/matcher.h"
#include "rules/pack_format.h"
#include "rules/rule_file.h"
#include "setuplog/log_parser.h"

using namespace exdiag;
using fuzz::Require;

namespace {

constexpr std::string_view kLog =
    "[03/10/2026 17:00:00.0000] [0] Starting Microsoft Exchange Server 2016 Setup\n"
    "[03/10/2026 17:00:02.0000] [1] Setup will run the task 'install-bridgeheadrole'\n"
    "[03/10/2026 17:01:00.0000] [1] [ERROR] The certificate is expired.\n"
    "[03/10/2026 17:01:00.0003] [0] The Exchange Server setup operation didn't complete.\n";

const setuplog::SetupLog& TheLog() {
  static const setuplog::SetupLog log = setuplog::ParseLog(kLog);
  return log;
}

void CheckRule(const rules::Rule& rule) {
  const std::string packed = rules::WritePack({rule});
  const auto unpacked = rules::ReadPack(packed);
  Require(unpacked && unpacked->size() == 1, "a rule can be packed");
  Require(rules::WritePack(*unpacked) == packed, "packing loses nothing");
  const rules::RulePack pack({rule});
  const matching::Matcher matcher(pack);
  matching::Subject subject;
  subject.attempt = &TheLog().attempts.front();
  const auto found = matcher.Find(subject);
  Require(matcher.Explain(pack.rules().front(), subject).held == !found.empty() ||
              rule.status == rules::Status::kDeprecated || !rule.products.empty(),
          "the explanation agrees with the answer");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(fuzz::TextOf(data, size));
  const rules::ParsedRule parsed = rules::ParseRule(text, "x.yaml");
  Require(parsed.rule.has_value() == parsed.problems.empty(), "a rule, or what is wrong with it");
  for (const rules::RuleProblem& problem : parsed.problems) {
    Require(!problem.id.empty() && !problem.message.empty(), "a problem says what is wrong");
    Require(!rules::FormatProblem(problem, text).empty(), "a problem can be shown");
  }
  if (parsed.rule) CheckRule(*parsed.rule);
  const rules::RulePack none;
  const auto findings =
      authoring::Lint({authoring::ReadRuleText(text, "rules/x/x.yaml", "x")}, none);
  Require(parsed.rule || !findings.empty(), "lint finds what the reader finds");
  rules::ReadPack(text);
  return 0;
}
