#ifndef EXDIAG_MATCHING_SUBJECT_TEXTS_H_
#define EXDIAG_MATCHING_SUBJECT_TEXTS_H_

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "companion/companion_log.h"
#include "matching/text_set.h"
#include "setuplog/attempt.h"

namespace exdiag::matching {

// A code that stands in a fatal error or a companion log.
struct PlacedCode {
  std::string canonical;  // see knowledge::CanonicalCode
  std::string written;
  const setuplog::Record* record = nullptr;  // null: an exception's own code
  size_t offset = 0;
  const companion::CompanionLog* companion = nullptr;  // null: the setup log
};

// The texts of one fatal error, each read on first use.
class ReportTexts {
 public:
  ReportTexts(const setuplog::ErrorReport& report, const PatternSet& patterns)
      : report_(report), patterns_(patterns) {}

  const setuplog::ErrorReport& report() const { return report_; }

  // Each record, then all of them joined.
  const TextSet& errors() const;
  const SqueezedText& joined() const { return errors().Squeezed(errors().size() - 1); }
  const TextSet& script() const;
  const std::vector<PlacedCode>& codes() const;

 private:
  const setuplog::ErrorReport& report_;
  const PatternSet& patterns_;
  mutable std::optional<TextSet> errors_;
  mutable std::optional<TextSet> script_;
  mutable std::optional<std::vector<PlacedCode>> codes_;
};

// All texts that rules ask about, of one attempt with its companions. Reads each kind when it is
// first asked for. For one thread; what it points to must outlive it.
class SubjectTexts {
 public:
  SubjectTexts(const setuplog::Attempt* attempt,
               const std::vector<companion::CompanionLog>* companions, const PatternSet& patterns);

  const setuplog::Attempt* attempt() const { return attempt_; }
  const std::deque<ReportTexts>& fatal() const { return fatal_; }  // in the order of the log

  const TextSet& messages() const;  // sources: Attempt::notable
  const TextSet& checks() const;    // sources: Attempt::prerequisites

  // Of all companions one after the other.
  const TextSet& files() const;
  const companion::CompanionLog& CompanionOf(size_t source) const { return *companion_of_[source]; }
  const std::vector<PlacedCode>& companion_codes() const;

  const std::vector<companion::CompanionLog>* companions() const { return companions_; }

  // The keys of all names that predicates may ask for, see name_keys.h, as one text.
  const TextSet& names() const;

  // Whether the literal, by its id in the patterns' index, stands in any of all these texts. Reads
  // them all.
  bool HasLiteral(uint32_t literal) const;

 private:
  void AddLiterals(const TextSet& texts) const;

  const setuplog::Attempt* attempt_;
  const std::vector<companion::CompanionLog>* companions_;
  const PatternSet& patterns_;
  std::deque<ReportTexts> fatal_;
  mutable std::optional<TextSet> messages_;
  mutable std::optional<TextSet> checks_;
  mutable std::optional<TextSet> files_;
  mutable std::string name_keys_;
  mutable std::optional<TextSet> names_;
  mutable std::optional<std::vector<bool>> present_;  // by literal
  mutable std::vector<const companion::CompanionLog*> companion_of_;
  mutable std::optional<std::vector<PlacedCode>> companion_codes_;
};

}  // namespace exdiag::matching

#endif  // EXDIAG_MATCHING_SUBJECT_TEXTS_H_
