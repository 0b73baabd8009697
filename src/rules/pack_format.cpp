#include "rules/pack_format.h"

#include <cstdio>

namespace exdiag::rules {
namespace {

constexpr std::string_view kMagic = "EXDP\x01";
constexpr int kDeepest = 32;

class Writer {
 public:
  void Number(uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void Field(const std::string& text) {
    Number(text.size());
    bytes_ += text;
  }
  template <typename Enum>
  void Choice(const Enum& value) {
    Number(static_cast<uint64_t>(value));
  }
  template <typename T, typename Each>
  void List(const std::vector<T>& items, Each each) {
    Number(items.size());
    for (const T& item : items) each(item);
  }
  bool Enter() { return true; }
  void Leave() {}
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

// After the first damage everything reads as empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  uint64_t Number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    Fail();
    return 0;
  }
  void Field(std::string& text) {
    const uint64_t length = Number();
    if (length > rest_.size()) return Fail();
    text.assign(rest_.data(), length);
    rest_.remove_prefix(length);
  }
  template <typename Enum>
  void Choice(Enum& value) {
    value = static_cast<Enum>(Number());
  }
  template <typename T, typename Each>
  void List(std::vector<T>& items, Each each) {
    const uint64_t count = Number();
    if (count > rest_.size()) return Fail();  // each item takes a byte at least
    items.resize(count);
    for (T& item : items) each(item);
  }
  bool Enter() {
    if (++depth_ > kDeepest) Fail();
    return !failed_;
  }
  void Leave() { --depth_; }
  void Fail() {
    failed_ = true;
    rest_ = {};
  }
  bool done() const { return rest_.empty() && !failed_; }
  bool failed() const { return failed_; }

 private:
  std::string_view rest_;
  int depth_ = 0;
  bool failed_ = false;
};

// One order of fields for both directions. Rule is const for the writer.
template <typename Archive, typename Strings>
void Texts(Archive& archive, Strings& texts) {
  archive.List(texts, [&](auto& text) { archive.Field(text); });
}

template <typename Archive, typename AnyPredicate>
void PredicateFields(Archive& archive, AnyPredicate& predicate) {
  if (!archive.Enter()) return;
  archive.Choice(predicate.kind);
  archive.Field(predicate.pattern);
  Texts(archive, predicate.literals);
  Texts(archive, predicate.names);
  archive.Field(predicate.hresult);
  archive.Field(predicate.severity);
  archive.List(predicate.children, [&](auto& child) { PredicateFields(archive, child); });
  archive.Leave();
}

template <typename Archive, typename AnyRule>
void RuleFields(Archive& archive, AnyRule& rule) {
  archive.Field(rule.id);
  archive.Field(rule.title);
  archive.Field(rule.category);
  archive.Choice(rule.severity);
  archive.Choice(rule.status);
  archive.Field(rule.replaced_by);
  Texts(archive, rule.products);
  archive.Field(rule.since);
  archive.Field(rule.updated);
  Texts(archive, rule.contributors);
  Texts(archive, rule.tags);
  PredicateFields(archive, rule.match);
  archive.List(rule.captures, [&](auto& look_up) { PredicateFields(archive, look_up); });
  Texts(archive, rule.supersedes);
  Texts(archive, rule.consequences);
  archive.Field(rule.group);
  archive.Field(rule.cause);
  archive.List(rule.steps, [&](auto& step) {
    archive.Field(step.text);
    archive.Field(step.command);
    archive.Field(step.shell);
    archive.Field(step.where);
    archive.Field(step.undo);
    archive.Field(step.caution);
  });
  archive.List(rule.verify, [&](auto& check) {
    archive.Field(check.text);
    archive.Field(check.command);
  });
  archive.Field(rule.rerun);
  archive.Field(rule.caution);
  archive.Field(rule.false_positives);
  Texts(archive, rule.references);
}

bool IsKnown(const Predicate& predicate) {
  if (predicate.kind > Predicate::Kind::kPreviousAttempt) return false;
  for (const Predicate& child : predicate.children) {
    if (!IsKnown(child)) return false;
  }
  return true;
}

bool IsKnown(const Rule& rule) {
  if (rule.severity > Severity::kRisk || rule.status > Status::kDeprecated) return false;
  for (const Predicate& look_up : rule.captures) {
    if (!IsKnown(look_up)) return false;
  }
  return IsKnown(rule.match);
}

}  // namespace

std::string WritePack(const std::vector<Rule>& rules, std::vector<uint32_t>* rule_at) {
  Writer writer;
  writer.bytes() = kMagic;
  writer.List(rules, [&](const Rule& rule) {
    if (rule_at != nullptr) rule_at->push_back(static_cast<uint32_t>(writer.bytes().size()));
    RuleFields(writer, rule);
  });
  return std::move(writer.bytes());
}

std::optional<std::vector<Rule>> ReadPack(std::string_view bytes) {
  if (bytes.substr(0, kMagic.size()) != kMagic) return std::nullopt;
  Reader reader(bytes.substr(kMagic.size()));
  std::vector<Rule> rules;
  bool known = true;
  reader.List(rules, [&](Rule& rule) {
    if (reader.failed()) return;
    RuleFields(reader, rule);
    rule.path = "built-in";
    known = known && IsKnown(rule);
  });
  if (!reader.done() || !known) return std::nullopt;
  return rules;
}

std::optional<Rule> ReadPackedRule(std::string_view bytes, size_t at) {
  if (at >= bytes.size()) return std::nullopt;
  Reader reader(bytes.substr(at));
  Rule rule;
  RuleFields(reader, rule);
  rule.path = "built-in";
  if (reader.failed() || !IsKnown(rule)) return std::nullopt;
  return rule;
}

std::string PackDigest(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

}  // namespace exdiag::rules
