#include "rules/rule_file.h"

#include <algorithm>
#include <cctype>

#include "rules/field_reader.h"
#include "rules/predicate_reader.h"
#include "rules/rule_keys.h"
#include "rules/yaml_tree.h"

namespace exdiag::rules {
namespace {

constexpr size_t kLargestFile = size_t{64} << 10;

// Position of the first byte that is no UTF-8, or npos. Overlong forms and surrogates pass: they
// harm nothing here.
size_t FirstInvalidByte(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = lead == 0     ? 0
                          : lead < 0x80 ? 1
                          : lead < 0xC2 ? 0
                          : lead < 0xE0 ? 2
                          : lead < 0xF0 ? 3
                          : lead < 0xF5 ? 4
                                        : 0;
    if (length == 0 || at + length > text.size()) return at;
    for (size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return at;
    }
    at += length;
  }
  return std::string_view::npos;
}

std::optional<RuleProblem> UnfitText(std::string_view text, std::string_view path) {
  if (text.size() > kLargestFile) {
    return RuleProblem{std::string(path),
                       0,
                       0,
                       "too-large",
                       "a rule file has at most 64 KiB",
                       "shorten the logs of its tests"};
  }
  const size_t invalid = FirstInvalidByte(text);
  if (invalid == std::string_view::npos) return std::nullopt;
  const auto before = text.substr(0, invalid);
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const size_t begin = before.rfind('\n');
  const size_t column = begin == std::string_view::npos ? invalid + 1 : invalid - begin;
  return RuleProblem{
      std::string(path), line, static_cast<int>(column), "not-utf8", "the file is not UTF-8 text",
      "save it as UTF-8"};
}

// "cert-expired": lower-case words and numbers joined by single hyphens.
bool IsId(std::string_view id) {
  char before = '-';
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!plain && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

Severity SeverityOf(std::string_view name) {
  return name == "risk"      ? Severity::kRisk
         : name == "warning" ? Severity::kWarning
                             : Severity::kError;
}

Status StatusOf(std::string_view name) {
  return name == "experimental" ? Status::kExperimental
         : name == "deprecated" ? Status::kDeprecated
                                : Status::kStable;
}

// Text of a block scalar without the newline at its end, which nobody means.
std::string Trimmed(std::string text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.pop_back();
  return text;
}

class RuleReader {
 public:
  RuleReader(const YamlNode& root, ProblemList* problems) : root_(root), problems_(problems) {}

  Rule Read() {
    const FieldReader fields(root_, RuleKeys(), "a rule", problems_);
    ReadHead(fields);
    if (const YamlNode* match = fields.Find("match"))
      rule_.match = ReadPredicate(*match, problems_);
    ForEach(fields, "capture",
            [&](const YamlNode& item) { rule_.captures.push_back(ReadLookUp(item, problems_)); });
    ReadRelations(fields);
    ReadAdvice(fields);
    ForEach(fields, "tests", [&](const YamlNode& item) { rule_.tests.push_back(ReadTest(item)); });
    return std::move(rule_);
  }

 private:
  template <typename Take>
  static void ForEach(const FieldReader& fields, std::string_view key, Take take) {
    const YamlNode* list = fields.Find(key);
    if (list == nullptr) return;
    for (const YamlNode& item : list->items) take(item);
  }

  void ReadHead(const FieldReader& fields) {
    rule_.id = fields.Text("id");
    if (const YamlNode* id = fields.Find("id"); id != nullptr && !IsId(id->text)) {
      problems_->Add(*id, "bad-id",
                     "an id is made of lower-case words and numbers joined by hyphens",
                     "for instance \"cert-expired\"");
    }
    rule_.title = fields.Text("title");
    rule_.category = fields.Text("category");
    rule_.severity = SeverityOf(fields.Text("severity"));
    rule_.status = StatusOf(fields.Text("status"));
    rule_.products = fields.Texts("products");
    rule_.since = fields.Text("since");
    rule_.updated = fields.Text("updated");
    rule_.contributors = fields.Texts("contributors");
    rule_.tags = fields.Texts("tags");
  }

  void ReadRelations(const FieldReader& fields) {
    rule_.replaced_by = fields.Text("replaced_by");
    rule_.supersedes = fields.Texts("supersedes");
    rule_.consequences = fields.Texts("consequences");
    rule_.group = fields.Text("group");
  }

  void ReadAdvice(const FieldReader& fields) {
    rule_.cause = Trimmed(fields.Text("cause"));
    ForEach(fields, "steps", [&](const YamlNode& item) { rule_.steps.push_back(ReadStep(item)); });
    ForEach(fields, "verify",
            [&](const YamlNode& item) { rule_.verify.push_back(ReadCheck(item)); });
    rule_.rerun = fields.Text("rerun");
    rule_.caution = Trimmed(fields.Text("caution"));
    rule_.false_positives = Trimmed(fields.Text("false_positives"));
    rule_.references = fields.Texts("references");
  }

  Step ReadStep(const YamlNode& node) {
    const FieldReader fields(node, StepKeys(), "a step", problems_);
    Step step;
    step.text = Trimmed(fields.Text("text"));
    step.command = Trimmed(fields.Text("command"));
    step.shell = fields.Text("shell");
    if (step.shell.empty() && !step.command.empty()) step.shell = "powershell";
    step.where = fields.Text("where");
    step.undo = Trimmed(fields.Text("undo"));
    step.caution = Trimmed(fields.Text("caution"));
    return step;
  }

  Check ReadCheck(const YamlNode& node) {
    const FieldReader fields(node, CheckKeys(), "an entry of \"verify\"", problems_);
    return {Trimmed(fields.Text("text")), Trimmed(fields.Text("command"))};
  }

  RuleTest ReadTest(const YamlNode& node) {
    const FieldReader fields(node, TestKeys(), "a test", problems_);
    RuleTest test;
    test.name = fields.Text("name");
    test.log = fields.Text("log");
    test.match = fields.YesNo("match", true);
    if (const YamlNode* name = fields.Find("name")) test.line = name->line;
    ForEach(fields, "files", [&](const YamlNode& item) {
      const FieldReader file(item, TestFileKeys(), "a file of a test", problems_);
      test.files.push_back({file.Text("name"), file.Text("log")});
    });
    ReadCaptures(fields, &test);
    if (node.kind == YamlNode::Kind::kMap && test.log.empty() && test.files.empty()) {
      problems_->Add(node, "missing-key", "a test needs a \"log\" or \"files\"");
    }
    return test;
  }

  void ReadCaptures(const FieldReader& fields, RuleTest* test) {
    const YamlNode* captures = fields.Find("captures");
    if (captures == nullptr) return;
    for (const auto& [name, value] : captures->entries) {
      if (CheckValue(value, name.text, ValueKind::kText, {}, problems_)) {
        test->captures.emplace_back(name.text, value.text);
      }
    }
  }

  const YamlNode& root_;
  ProblemList* problems_;
  Rule rule_;
};

}  // namespace

ParsedRule ParseRule(std::string_view text, std::string_view path) {
  ParsedRule parsed;
  if (auto problem = UnfitText(text, path)) {
    parsed.problems.push_back(std::move(*problem));
    return parsed;
  }
  ProblemList problems(path);
  const std::optional<YamlNode> root = ReadYaml(text, path, problems.all());
  if (root && problems.all()->empty()) {
    Rule rule = RuleReader(*root, &problems).Read();
    rule.path = path;
    if (problems.all()->empty()) parsed.rule = std::move(rule);
  }
  parsed.problems = problems.Take();
  return parsed;
}

}  // namespace exdiag::rules
