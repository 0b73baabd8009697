#ifndef EXDIAG_DIAGNOSIS_TRIAGE_TALLY_H_
#define EXDIAG_DIAGNOSIS_TRIAGE_TALLY_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diagnosis/triage_row.h"

namespace exdiag::diagnosis {

// The causes of logs that come one after the other, counted, without keeping the logs: what it
// holds grows with the number of causes alone.
class TriageTally {
 public:
  static constexpr size_t kExamples = 3;

  // A log of a cause.
  struct Example {
    std::string path;
    std::string customer;
  };

  struct Cause {
    bool known = false;
    std::string key;  // rule id or fingerprint
    int64_t logs = 0;
    std::vector<Example> examples;          // the first ones
    std::map<std::string, int64_t> titles;  // how often each; of the first hundred different ones

    // The one that most of its logs have, the first of these in the alphabet.
    const std::string& title() const;
  };

  void Add(const TriageRow& row);

  // Grouped as TriageOf does and in that order.
  std::vector<Cause> Causes() const;

  int64_t logs() const { return logs_; }
  int64_t failed() const { return failed_; }    // blocked ones too
  int64_t unknown() const { return unknown_; }  // of the failed
  int64_t succeeded() const { return succeeded_; }

 private:
  std::vector<Cause> causes_;  // in the order in which they came
  std::map<std::pair<bool, std::string>, size_t> places_;
  int64_t logs_ = 0;
  int64_t failed_ = 0;
  int64_t unknown_ = 0;
  int64_t succeeded_ = 0;
};

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_TRIAGE_TALLY_H_
