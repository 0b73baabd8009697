#include "matching/pack_index.h"

#include "matching/condition.h"
#include "matching/gate.h"
#include "matching/pattern_set.h"

namespace exdiag::matching {
namespace {

// Each list is written behind its length.
class IndexWriter {
 public:
  void Put(Words words) {
    data_.words.push_back(static_cast<uint32_t>(words.size()));
    data_.words.insert(data_.words.end(), words.begin(), words.end());
  }

  template <typename ListAt>
  void PutLists(size_t count, ListAt list_at) {
    std::vector<uint32_t> begins = {0};
    std::vector<uint32_t> items;
    for (size_t i = 0; i < count; ++i) {
      const Words list = list_at(i);
      items.insert(items.end(), list.begin(), list.end());
      begins.push_back(static_cast<uint32_t>(items.size()));
    }
    Put(begins);
    Put(items);
  }

  template <typename TextAt>
  void PutTexts(size_t count, TextAt text_at) {
    std::vector<uint32_t> begins = {static_cast<uint32_t>(data_.texts.size())};
    for (size_t i = 0; i < count; ++i) {
      data_.texts += text_at(i);
      begins.push_back(static_cast<uint32_t>(data_.texts.size()));
    }
    Put(begins);
  }

  PackIndexData Take() { return std::move(data_); }

 private:
  PackIndexData data_;
};

class IndexReader {
 public:
  IndexReader(std::string_view texts, Words words) : texts_(texts), rest_(words) {}

  Words Take() {
    const Words list = rest_.subspan(1, rest_.front());
    rest_ = rest_.subspan(1 + list.size());
    return list;
  }

  WordLists TakeLists() {
    const Words begins = Take();
    return {begins, Take()};
  }

  PackedTexts TakeTexts() { return {Take(), texts_}; }

 private:
  std::string_view texts_;
  Words rest_;
};

}  // namespace

PackIndexData MakePackIndex(const std::vector<rules::Rule>& rules,
                            const std::vector<uint32_t>& rule_at) {
  PatternSet patterns;
  GateFinder gate_finder(&patterns);
  std::vector<std::vector<uint32_t>> ids;
  std::vector<std::vector<uint32_t>> gates;
  for (const rules::Rule& rule : rules) {
    std::vector<uint32_t>& of_rule = ids.emplace_back();
    const auto add = [&](const rules::Predicate& predicate) {
      const int id = patterns.Add(predicate.pattern, predicate.literals);
      of_rule.push_back(static_cast<uint32_t>(id));
      return id;
    };
    gates.push_back(gate_finder.GateOf(Prepare(rule.match, add)));
    for (const rules::Predicate& look_up : rule.captures) Prepare(look_up, add);
  }
  patterns.Build();
  const LiteralIndex& index = patterns.index();
  const LiteralTables tables = index.tables();
  IndexWriter writer;
  writer.Put(rule_at);
  writer.PutLists(ids.size(), [&](size_t i) { return Words(ids[i]); });
  writer.PutLists(gates.size(), [&](size_t i) { return Words(gates[i]); });
  writer.PutTexts(patterns.size(), [&](size_t i) { return patterns.text(static_cast<int>(i)); });
  writer.PutLists(patterns.size(),
                  [&](size_t i) { return patterns.literals(static_cast<int>(i)); });
  writer.PutTexts(index.size(), [&](size_t i) { return index.literal(static_cast<uint32_t>(i)); });
  for (const Words table : {tables.gram_at, tables.occupied, tables.first, tables.of_hash})
    writer.Put(table);
  return writer.Take();
}

PackIndex ReadPackIndex(std::string_view texts, Words words) {
  IndexReader reader(texts, words);
  PackIndex index;
  index.rule_at = reader.Take();
  index.rule_patterns = reader.TakeLists();
  index.rule_gates = reader.TakeLists();
  index.patterns = reader.TakeTexts();
  index.pattern_literals = reader.TakeLists();
  index.literals = reader.TakeTexts();
  index.tables.gram_at = reader.Take();
  index.tables.occupied = reader.Take();
  index.tables.first = reader.Take();
  index.tables.of_hash = reader.Take();
  return index;
}

}  // namespace exdiag::matching
