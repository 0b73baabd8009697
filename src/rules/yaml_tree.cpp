#include "rules/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <utility>

namespace exdiag::rules {
namespace {

constexpr size_t kDeepest = 16;

struct TooDeep : std::exception {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view path, std::vector<RuleProblem>* problems)
      : path_(path), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    RefuseDecoration(mark, "", anchor);
    Place(NodeAt(mark, YamlNode::Kind::kNull));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Problem(mark, "alias", "a rule file has no aliases",
            "write the value out: each rule must be readable alone");
    Place(NodeAt(mark, YamlNode::Kind::kNull));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    RefuseDecoration(mark, tag, anchor);
    YamlNode node = NodeAt(mark, YamlNode::Kind::kScalar);
    node.text = value;
    Place(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    RefuseDecoration(mark, tag, anchor);
    Open(NodeAt(mark, YamlNode::Kind::kSequence));
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    RefuseDecoration(mark, tag, anchor);
    Open(NodeAt(mark, YamlNode::Kind::kMap));
  }
  void OnMapEnd() override { Close(); }

  void Problem(const YAML::Mark& mark, std::string id, std::string message, std::string advice) {
    problems_->push_back({path_, mark.line + 1, mark.column + 1, std::move(id), std::move(message),
                          std::move(advice)});
  }

  std::optional<YamlNode> root;

 private:
  // A collection that is not closed yet, with the key that waits for its value.
  struct OpenNode {
    YamlNode node;
    std::optional<YamlNode> key;
  };

  static YamlNode NodeAt(const YAML::Mark& mark, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    return node;
  }

  // yaml-cpp gives "?" for a plain value and "!" for a quoted one.
  void RefuseDecoration(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) Problem(mark, "anchor", "a rule file has no anchors", "remove the &name");
    if (!tag.empty() && tag != "?" && tag != "!") {
      Problem(mark, "tag", "a rule file has no tags", "remove the !tag; values are read as text");
    }
  }

  void Open(YamlNode node) {
    if (open_.size() >= kDeepest) {
      problems_->push_back({path_, node.line, node.column, "too-deep",
                            "the file is nested more than 16 levels deep",
                            "join conditions into fewer levels"});
      throw TooDeep();
    }
    open_.push_back({std::move(node), std::nullopt});
  }

  void Close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    Place(std::move(node));
  }

  void Place(YamlNode node) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    OpenNode& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::kSequence) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      AddEntry(&parent, std::move(node));
    }
  }

  void AddEntry(OpenNode* parent, YamlNode value) {
    YamlNode key = std::move(*parent->key);
    parent->key.reset();
    auto& entries = parent->node.entries;
    const bool twice = std::any_of(entries.begin(), entries.end(), [&](const YamlEntry& entry) {
      return entry.key.text == key.text;
    });
    if (key.kind != YamlNode::Kind::kScalar) {
      problems_->push_back({path_, key.line, key.column, "wrong-type", "a key must be a word", ""});
    } else if (twice) {
      problems_->push_back({path_, key.line, key.column, "duplicate-key",
                            "the key \"" + key.text + "\" stands twice here",
                            "join the two into one"});
    } else {
      entries.push_back({std::move(key), std::move(value)});
    }
  }

  std::string path_;
  std::vector<RuleProblem>* problems_;
  std::vector<OpenNode> open_;
};

class IgnoreAll : public YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// Whether a line, counted from 0, is indented by a tab.
bool IsTabbed(std::string_view text, int line) {
  for (; line > 0; --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  const size_t indent = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(0, indent).find('\t') != std::string_view::npos;
}

// What beginners run into, told in terms of what they wrote.
std::string SyntaxAdvice(std::string_view message, bool tabbed) {
  if (tabbed) return "do not indent by tabs";
  if (message.find("illegal map value") != message.npos) {
    return "a value that holds \": \" must stand in quotes or in a >- block";
  }
  if (message.find("escape") != message.npos) {
    return "write patterns in single quotes, where a backslash is a backslash";
  }
  if (message.find("end of map not found") != message.npos) {
    return "see that this line is indented like its neighbours and quotes are closed";
  }
  if (message.find("unknown token") != message.npos) {
    return "a value that begins with @, ` or % must stand in quotes or in a >- block";
  }
  return {};
}

}  // namespace

std::optional<YamlNode> ReadYaml(std::string_view text, std::string_view path,
                                 std::vector<RuleProblem>* problems) {
  TreeBuilder builder(path, problems);
  try {
    std::istringstream input{std::string(text)};
    YAML::Parser parser(input);
    parser.HandleNextDocument(builder);
    IgnoreAll rest;
    if (builder.root && parser.HandleNextDocument(rest)) {
      problems->push_back({std::string(path), 0, 0, "several-documents",
                           "a rule file holds one rule",
                           "give each rule a file of its own and remove the \"---\" between them"});
    }
  } catch (const TooDeep&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    builder.Problem(error.mark, "yaml-syntax", "this is no valid YAML: " + error.msg,
                    SyntaxAdvice(error.msg, IsTabbed(text, error.mark.line)));
    return std::nullopt;
  } catch (const std::exception& error) {
    problems->push_back({std::string(path), 0, 0, "yaml-syntax",
                         std::string("the file cannot be read: ") + error.what(), ""});
    return std::nullopt;
  }
  if (!builder.root) {
    problems->push_back({std::string(path), 0, 0, "empty-file", "the file holds no rule", ""});
  }
  return std::move(builder.root);
}

}  // namespace exdiag::rules
