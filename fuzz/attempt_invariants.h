#ifndef EXDIAG_FUZZ_ATTEMPT_INVARIANTS_H_
#define EXDIAG_FUZZ_ATTEMPT_INVARIANTS_H_

#include <string_view>

#include "fuzz/invariant.h"
#include "setuplog/setup_log.h"

namespace exdiag::fuzz {

inline void RequireSoundRecord(const setuplog::Record& record, int64_t lines) {
  Require(record.line >= 1 && record.line <= lines, "a record begins on a line of the text");
  size_t offset = 0;
  for (const setuplog::LineMark& mark : record.marks) {
    Require(mark.offset >= offset && mark.offset <= record.text.size(), "marks ascend");
    Require(mark.line >= 1 && mark.line <= lines, "a mark names a line of the text");
    offset = mark.offset;
  }
  for (const size_t at : {size_t{0}, record.text.size() / 2, record.text.size()}) {
    const int64_t line = setuplog::LineAt(record, at);
    Require(line >= 1 && line <= lines, "every place of a record is on a line of the text");
    Require(setuplog::LineTextAt(record, at).find('\n') == std::string_view::npos,
            "the text of a line is one line");
  }
}

inline void RequireSoundSteps(const setuplog::Attempt& attempt) {
  const int steps = static_cast<int>(attempt.steps.size());
  for (int i = 0; i < steps; ++i) {
    const setuplog::Step& step = attempt.steps[static_cast<size_t>(i)];
    Require(step.parent >= -1 && step.parent < i, "a step stands after its parent");
    Require(step.first_line <= step.last_line, "a step does not end before it begins");
  }
  for (const setuplog::ErrorReport& report : attempt.errors) {
    Require(report.step >= -1 && report.step < steps, "an error's step is one of the attempt's");
  }
}

// What holds for the log of any text with so many lines. A line of a paste may hold many, which are
// `repaired` lines together, and so many records and attempts.
inline void RequireSound(const setuplog::SetupLog& log, int64_t lines, int64_t repaired) {
  const bool is_paste = repaired > 0;
  Require(log.lines <= lines, "no more lines than the text has");
  Require(log.records >= 0 && log.records <= (is_paste ? repaired : lines),
          "no more records than lines");
  int64_t before = 0;
  int number = 0;
  for (const setuplog::Attempt& attempt : log.attempts) {
    Require(attempt.number > number, "attempts count upwards");
    number = attempt.number;
    Require(attempt.first_line > before || (is_paste && attempt.first_line == before),
            "attempts follow each other");
    Require(attempt.first_line <= attempt.last_line, "an attempt has a line at least");
    Require(attempt.last_line <= lines, "an attempt ends within the text");
    before = attempt.last_line;
    RequireSoundSteps(attempt);
    for (const setuplog::Record& record : attempt.notable) RequireSoundRecord(record, lines);
    for (const setuplog::ErrorReport& report : attempt.errors) {
      Require(!report.records.empty(), "an error has a record");
      for (const setuplog::Record& record : report.records) RequireSoundRecord(record, lines);
    }
    for (const setuplog::PrerequisiteCheck& check : attempt.prerequisites) {
      Require(check.line >= 1 && check.line <= lines, "a check stands on a line of the text");
    }
  }
}

// Whether two readings found the same.
inline bool Alike(const setuplog::SetupLog& a, const setuplog::SetupLog& b) {
  if (a.kind != b.kind || a.lines != b.lines || a.records != b.records) return false;
  if (a.attempts.size() != b.attempts.size()) return false;
  for (size_t i = 0; i < a.attempts.size(); ++i) {
    const setuplog::Attempt& one = a.attempts[i];
    const setuplog::Attempt& other = b.attempts[i];
    if (one.ending != other.ending || one.first_line != other.first_line ||
        one.last_line != other.last_line || one.errors.size() != other.errors.size() ||
        one.notable.size() != other.notable.size() || one.steps.size() != other.steps.size() ||
        one.prerequisites.size() != other.prerequisites.size() ||
        one.settings.size() != other.settings.size() || one.parameters != other.parameters)
      return false;
    for (size_t k = 0; k < one.errors.size(); ++k) {
      if (one.errors[k].message != other.errors[k].message ||
          one.errors[k].line != other.errors[k].line)
        return false;
    }
  }
  return true;
}

}  // namespace exdiag::fuzz

#endif  // EXDIAG_FUZZ_ATTEMPT_INVARIANTS_H_
