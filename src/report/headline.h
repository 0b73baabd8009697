#ifndef EXDIAG_REPORT_HEADLINE_H_
#define EXDIAG_REPORT_HEADLINE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnosis/report.h"

namespace exdiag::report {

// The sentences and lists that documents (HTML, Markdown) have in common.

// The answer in one line: the title of the root cause, else how setup ended.
std::string Headline(const diagnosis::LogReport& log);

// What there is to say of a log that tells neither success nor failure.
std::string_view NoResultPhrase(const diagnosis::LogReport& log);

// "Setup failed", "Blocked by prerequisite checks", "Setup succeeded", "No result in the log".
std::string_view VerdictPhrase(diagnosis::Verdict verdict);

// "Root cause", "Contributing", "Consequence", "Warning", "Risk".
std::string_view RelationPhrase(diagnosis::Relation relation);

// "Stopped setup", "Setup went on" …
std::string_view FatePhrase(setuplog::ErrorReport::Fate fate);

// What is known of the run, in the order of importance: name and value, none of them empty.
using Fact = std::pair<std::string_view, std::string>;
std::vector<Fact> RunFacts(const diagnosis::LogReport& log);

// What is known of the failure, likewise.
std::vector<Fact> FailureFacts(const diagnosis::Failure& failure);

// What was read and what was not, likewise.
std::vector<Fact> CoverageFacts(const diagnosis::LogReport& log);

// The findings that must be mended besides the root cause: of a blocked setup, every failed check.
std::vector<const diagnosis::Diagnosis*> FurtherObstacles(const diagnosis::LogReport& log);

// The other findings besides the root cause, in the order of the report.
std::vector<const diagnosis::Diagnosis*> OtherFindings(const diagnosis::LogReport& log);

// The first line of a text.
std::string_view FirstLine(std::string_view text);

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_HEADLINE_H_
