#include "diagnosis/triage_row.h"

#include <initializer_list>
#include <string_view>

namespace exdiag::diagnosis {
namespace {

// "contoso.com" of "EX01.contoso.com".
std::string DomainOf(std::string_view server) {
  const size_t dot = server.find('.');
  return dot == std::string_view::npos ? std::string() : std::string(server.substr(dot + 1));
}

// "First Organization" is what setup proposes; it tells no customer from another.
std::string CustomerOf(const setuplog::Header& header) {
  const std::string& organization = header.organization;
  if (!organization.empty() && organization != "First Organization") return organization;
  const std::string domain = DomainOf(header.server);
  return domain.empty() ? organization : domain;
}

std::string ProductOf(const AttemptFacts& facts) {
  if (facts.header.product.empty() || facts.update.empty()) return facts.header.product;
  return facts.header.product + " " + facts.update;
}

std::string FirstOf(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (!text.empty()) return std::string(text);
  }
  return {};
}

void FillFromAttempt(const AttemptFacts& facts, TriageRow* row) {
  row->customer = CustomerOf(facts.header);
  row->server = facts.header.server;
  row->product = ProductOf(facts);
  row->build = facts.header.setup_version;
  row->mode = FirstOf({facts.header.mode, facts.header.installation_mode});
  row->attempt = facts.summary.number;
  row->started = facts.summary.started;
  row->ended = facts.summary.ended;
}

void FillFromFailure(const Failure& failure, TriageRow* row) {
  const std::string check = failure.blocking_prerequisites.empty()
                                ? std::string()
                                : FirstOf({failure.blocking_prerequisites.front().rule,
                                           failure.blocking_prerequisites.front().message});
  // An ERROR-REFERENCE id is a component's name, "___" and a number that tells people nothing.
  const std::string_view component =
      std::string_view(failure.component).substr(0, failure.component.find("___"));
  row->failing_step =
      FirstOf({failure.role, failure.task, component, failure.cmdlet,
               check.empty() ? std::string_view() : std::string_view("Prerequisite checks")});
  const std::string_view message = failure.message;
  row->title = FirstOf({message.substr(0, message.find('\n')), check, failure.line_text});
}

}  // namespace

bool IsFailed(const TriageRow& row) {
  return row.verdict == Verdict::kFailed || row.verdict == Verdict::kBlocked;
}

bool IsGrouped(const TriageRow& row) {
  return IsFailed(row) && (!row.rule.empty() || !row.fingerprint.empty());
}

std::pair<bool, std::string> GroupKeyOf(const TriageRow& row) {
  const bool known = !row.rule.empty();
  return {known, known ? row.rule : row.fingerprint};
}

TriageRow TriageRowOf(const LogReport& log) {
  TriageRow row;
  row.path = log.path;
  row.verdict = log.verdict;
  row.fingerprint = log.fingerprint;
  row.rerun = log.rerun.when;
  if (log.attempt) FillFromAttempt(*log.attempt, &row);
  if (log.failure) FillFromFailure(*log.failure, &row);
  if (const Diagnosis* primary = log.primary()) {
    row.rule = primary->rule;
    row.title = primary->title;
    row.category = primary->category;
    row.confidence = primary->confidence;
  }
  return row;
}

}  // namespace exdiag::diagnosis
