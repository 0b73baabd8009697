#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "diagnosis/triage_tally.h"
#include "report/triage_report.h"
#include "report/triage_writer.h"

namespace exdiag::report {
namespace {

using diagnosis::TriageRow;
using diagnosis::TriageTally;
using Json = nlohmann::ordered_json;

Json TextOrNull(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json TimeOrNull(std::optional<setuplog::Timestamp> time) {
  return time ? Json(setuplog::IsoText(*time)) : Json(nullptr);
}

Json RowJson(const TriageRow& row) {
  return {{"path", row.path},
          {"verdict", VerdictName(row.verdict)},
          {"rule", TextOrNull(row.rule)},
          {"title", TextOrNull(row.title)},
          {"category", TextOrNull(row.category)},
          {"confidence",
           row.rule.empty() ? Json(nullptr) : Json(std::round(row.confidence * 100) / 100)},
          {"customer", TextOrNull(row.customer)},
          {"server", TextOrNull(row.server)},
          {"product", TextOrNull(row.product)},
          {"build", TextOrNull(row.build)},
          {"mode", TextOrNull(row.mode)},
          {"attempt", row.attempt},
          {"started", TimeOrNull(row.started)},
          {"ended", TimeOrNull(row.ended)},
          {"failing_step", TextOrNull(row.failing_step)},
          {"rerun", RerunName(row.rerun)},
          {"fingerprint", TextOrNull(row.fingerprint)}};
}

// ASCII alone, as the other JSON formats. `pretty`: indented by two, lines after the first by
// `depth` levels more.
std::string Dumped(const Json& json, bool pretty, size_t depth) {
  const std::string text = json.dump(pretty ? 2 : -1, ' ', true, Json::error_handler_t::replace);
  std::string indented;
  for (const char c : text) {
    indented += c;
    if (c == '\n') indented.append(depth * 2, ' ');
  }
  return indented;
}

// What stands around the elements of an array that come one by one, as if it were written whole.
class ArrayText {
 public:
  ArrayText(bool pretty, size_t depth) : pretty_(pretty), depth_(depth) {}

  std::string BeforeElement() {
    const char* mark = empty_ ? "[" : ",";
    empty_ = false;
    return mark + LineBreak(depth_ + 1);
  }

  std::string End() const { return empty_ ? "[]" : LineBreak(depth_) + "]"; }

  std::string LineBreak(size_t depth) const {
    return pretty_ ? "\n" + std::string(depth * 2, ' ') : std::string();
  }

 private:
  bool pretty_;
  size_t depth_;
  bool empty_ = true;
};

class JsonWriter : public TriageWriter {
 public:
  JsonWriter(const RulesUsed& rules, bool pretty, WriteText write)
      : write_(std::move(write)), pretty_(pretty), logs_(pretty, 1) {
    const Json head = {{"schema", "exdiag.triage/1"},
                       {"tool",
                        {{"name", "exdiag"},
                         {"version", EXDIAG_VERSION},
                         {"rules", {{"count", rules.count}, {"digest", rules.digest}}}}}};
    write_(Unclosed(head, 0) + Key("logs", 1));
  }

  void Row(const TriageRow& row) override {
    tally_.Add(row);
    if (diagnosis::IsGrouped(row)) paths_[diagnosis::GroupKeyOf(row)].push_back(row.path);
    write_(logs_.BeforeElement() + Dumped(RowJson(row), pretty_, 2));
  }

  void End() override {
    write_(logs_.End() + Key("groups", 1));
    ArrayText groups(pretty_, 1);
    for (const TriageTally::Cause& cause : tally_.Causes()) {
      write_(groups.BeforeElement());
      WriteGroup(cause);
    }
    write_(groups.End() + groups.LineBreak(0) + "}\n");
  }

 private:
  // A key after others of its object.
  std::string Key(std::string_view name, size_t depth) const {
    return "," + logs_.LineBreak(depth) + "\"" + std::string(name) + (pretty_ ? "\": " : "\":");
  }

  // An object to which keys can be added.
  std::string Unclosed(const Json& object, size_t depth) const {
    std::string text = Dumped(object, pretty_, depth);
    text.resize(text.size() - logs_.LineBreak(depth).size() - 1);
    return text;
  }

  void WriteGroup(const TriageTally::Cause& cause) {
    constexpr size_t kDepth = 2;
    write_(Unclosed({{"rule", cause.known ? Json(cause.key) : Json(nullptr)},
                     {"fingerprint", cause.known ? Json(nullptr) : Json(cause.key)},
                     {"title", TextOrNull(cause.title())},
                     {"count", cause.logs}},
                    kDepth) +
           Key("logs", kDepth + 1));
    ArrayText paths(pretty_, kDepth + 1);
    for (const std::string& path : paths_[{cause.known, cause.key}])
      write_(paths.BeforeElement() + Dumped(path, pretty_, 0));
    write_(paths.End() + paths.LineBreak(kDepth) + "}");
  }

  WriteText write_;
  bool pretty_;
  ArrayText logs_;
  TriageTally tally_;
  std::map<std::pair<bool, std::string>, std::vector<std::string>> paths_;  // by cause
};

class NdjsonWriter : public TriageWriter {
 public:
  explicit NdjsonWriter(WriteText write) : write_(std::move(write)) {}
  void Row(const TriageRow& row) override { write_(RenderTriageNdjson(row)); }
  void End() override {}

 private:
  WriteText write_;
};

}  // namespace

std::unique_ptr<TriageWriter> TriageJsonWriter(const RulesUsed& rules, bool pretty,
                                               WriteText write) {
  return std::make_unique<JsonWriter>(rules, pretty, std::move(write));
}

std::unique_ptr<TriageWriter> TriageNdjsonWriter(WriteText write) {
  return std::make_unique<NdjsonWriter>(std::move(write));
}

std::string RenderTriageNdjson(const TriageRow& row) {
  return Dumped(RowJson(row), false, 0) + "\n";
}

}  // namespace exdiag::report
