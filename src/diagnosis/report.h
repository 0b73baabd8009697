#ifndef EXDIAG_DIAGNOSIS_REPORT_H_
#define EXDIAG_DIAGNOSIS_REPORT_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/error_codes.h"
#include "matching/evidence.h"
#include "rules/rule.h"
#include "setuplog/attempt.h"

namespace exdiag::diagnosis {

// The diagnosis of logs, complete and independent of any output format: what report/ renders. All
// texts are UTF-8 and owned. Keys and values are those of docs/report-schema.json.

enum class Verdict { kSucceeded, kFailed, kBlocked, kIncomplete };
std::string_view VerdictName(Verdict verdict);  // "succeeded", "failed" …

enum class Relation { kRootCause, kContributing, kConsequence, kWarning, kRisk };
std::string_view RelationName(Relation relation);  // "root-cause" …

enum class Rerun { kNow, kAfterFix, kAfterRestart, kAfterCleanup, kUnknown };
std::string_view RerunName(Rerun rerun);  // "now", "after-fix" …

// One attempt in the list of all.
struct AttemptSummary {
  int number = 1;
  int64_t first_line = 1;
  int64_t last_line = 1;
  std::optional<setuplog::Timestamp> started;
  std::optional<setuplog::Timestamp> ended;
  Verdict verdict = Verdict::kIncomplete;
};

// The attempt that the report is about.
struct AttemptFacts {
  AttemptSummary summary;
  setuplog::Header header;
  std::string update;      // "CU23", from the build
  std::string build_name;  // "Exchange Server 2016 CU23 (KB…)" or empty
};

// A code that the failure names, decoded.
struct DecodedCode {
  std::string code;  // as the log writes it
  std::string name;
  std::string meaning;
  std::string in_setup;
};

// What stopped setup, known or not.
struct Failure {
  int64_t line = 0;
  std::string line_text;
  std::string role;
  std::string task;
  std::string component;  // ERROR-REFERENCE id, else the component's name
  std::string component_purpose;
  std::string cmdlet;
  std::vector<std::string> parameters;
  std::string script;
  std::string message;
  std::vector<setuplog::ExceptionInfo> exceptions;  // innermost first
  std::vector<DecodedCode> codes;
  std::vector<setuplog::PrerequisiteCheck> blocking_prerequisites;
};

// A member of a group finding: one check of several that are mended together.
struct Member {
  std::string rule;
  std::string title;
  matching::Evidence evidence;
};

// One finding: a rule that holds, with the captured values put into its texts.
struct Diagnosis {
  std::string rule;
  std::string title;
  std::string category;
  rules::Severity severity = rules::Severity::kError;
  rules::Status status = rules::Status::kStable;
  bool primary = false;
  Relation relation = Relation::kContributing;
  double confidence = 0;  // 0 to 1
  int attempt = 1;
  std::string log;  // path of the earlier log that holds the attempt; empty: the report's own
  bool about_earlier_attempt = false;  // says no more than what an earlier attempt left behind
  std::map<std::string, std::string> captures;
  std::vector<matching::Evidence> evidence;
  std::string cause;
  std::vector<rules::Step> steps;
  std::vector<rules::Check> verify;
  std::string caution;
  std::string false_positives;
  std::vector<std::string> references;
  std::vector<Member> members;  // of a group finding
  Rerun rerun = Rerun::kUnknown;
};

struct RerunAdvice {
  Rerun when = Rerun::kUnknown;
  std::string text;
};

// Something that setup has left behind.
struct Leftover {
  std::string kind;  // "service-disabled", "component-inactive", "watermark" …
  std::string name;
  int64_t line = 0;
  std::string text;
  std::string command;
};

// A failure of a paste beside the one that the report is about: people paste those of two servers
// into one mail.
struct OtherFailure {
  int64_t line = 0;
  std::string message;  // its first line
};

// What was read, and what was not.
struct Coverage {
  int64_t records = 0;
  int64_t unparsed_lines = 0;
  int64_t replaced_bytes = 0;  // invalid in the encoding
  std::vector<std::string> limits_hit;
  std::vector<std::string> rules_disabled;
  std::vector<std::string> companions;
};

// A step of the timeline, with its share of the attempt.
struct LogReport {
  std::string path;
  std::string kind;      // "exchange-setup", "excerpt", "console", "msi" …
  std::string encoding;  // "utf-8" …
  int64_t bytes = 0;
  int64_t lines = 0;
  Verdict verdict = Verdict::kIncomplete;
  std::vector<AttemptSummary> attempts;
  std::optional<AttemptFacts> attempt;                    // none for a companion log alone
  std::optional<Failure> failure;                         // none if nothing failed
  std::vector<Diagnosis> diagnoses;                       // the primary one first
  std::vector<setuplog::PrerequisiteCheck> warnings;      // readiness checks that only warn
  std::vector<setuplog::Step> steps;                      // of the attempt, for the timeline
  std::shared_ptr<const setuplog::TextStore> step_texts;  // which the texts of steps are views of
  std::vector<setuplog::ErrorReport> errors;  // of the attempt, every fate, for verbose output
  std::vector<OtherFailure> other_failures;   // of a paste; those that no rule explains
  RerunAdvice rerun;
  std::vector<Leftover> aftermath;
  Coverage coverage;
  std::string fingerprint;  // 16 hex digits; empty if nothing failed

  // The root cause only tells what an earlier attempt left behind, and that is not in this log.
  bool wants_earlier_log = false;

  // The root cause, or null.
  const Diagnosis* primary() const;
};

struct Report {
  int rule_count = 0;
  std::string rules_digest;
  std::vector<LogReport> logs;
};

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_REPORT_H_
