#ifndef EXDIAG_DIAGNOSIS_COMPACT_ROWS_H_
#define EXDIAG_DIAGNOSIS_COMPACT_ROWS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diagnosis/triage_row.h"

namespace exdiag::diagnosis {

// The rows of many logs in a tenth of the memory: a text that many of them have, as titles, builds
// and steps are, is held once. Rows come out as copies.
class CompactRows {
 public:
  class Iterator;

  CompactRows() = default;
  CompactRows(std::initializer_list<TriageRow> rows);
  CompactRows(const CompactRows&) = delete;
  CompactRows& operator=(const CompactRows&) = delete;
  CompactRows(CompactRows&&) = default;
  CompactRows& operator=(CompactRows&&) = default;

  void Add(const TriageRow& row);

  // Puts rows into the order of a walk through folders, by path and then by attempt, and drops
  // repetitions: a summary is the same however its logs were divided and in whatever order they
  // were read.
  void PutInOrder();

  size_t size() const { return rows_.size(); }
  TriageRow operator[](size_t index) const;
  Iterator begin() const;
  Iterator end() const;

 private:
  static constexpr size_t kTexts = 10;  // of a row, beside its path

  struct Row {
    std::string path;
    std::array<uint32_t, kTexts> texts;  // places in texts_
    std::optional<setuplog::Timestamp> started;
    std::optional<setuplog::Timestamp> ended;
    double confidence;
    int attempt;
    Verdict verdict;
    Rerun rerun;
  };

  uint32_t PlaceOf(const std::string& text);

  std::deque<Row> rows_;
  std::deque<std::string> texts_;  // each once; they stay where they are
  std::unordered_map<std::string_view, uint32_t> places_;
};

class CompactRows::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = TriageRow;
  using difference_type = std::ptrdiff_t;
  using pointer = const TriageRow*;
  using reference = TriageRow;

  Iterator(const CompactRows* rows, size_t index) : rows_(rows), index_(index) {}

  TriageRow operator*() const { return (*rows_)[index_]; }
  Iterator& operator++() {
    ++index_;
    return *this;
  }
  bool operator==(const Iterator& other) const { return index_ == other.index_; }

 private:
  const CompactRows* rows_;
  size_t index_;
};

inline CompactRows::Iterator CompactRows::begin() const { return {this, 0}; }
inline CompactRows::Iterator CompactRows::end() const { return {this, rows_.size()}; }

}  // namespace exdiag::diagnosis

#endif  // EXDIAG_DIAGNOSIS_COMPACT_ROWS_H_
