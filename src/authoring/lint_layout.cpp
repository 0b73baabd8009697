#include <algorithm>
#include <string>

#include "authoring/lint_checks.h"
#include "platform/folder.h"

namespace exdiag::authoring {
namespace {

using rules::YamlNode;

void CheckNames(FindingList* findings) {
  const RuleText& text = findings->text();
  const YamlNode* id = text.Find("id");
  const std::string_view name = platform::NameOf(text.path);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  if (id != nullptr && id->text != stem) {
    findings->Add(
        "file-name", id,
        "the file is named \"" + std::string(stem) + "\", but the rule \"" + id->text + '"',
        "rename the file to " + id->text + ".yaml, or change the id");
  }
  const YamlNode* category = text.Find("category");
  if (category != nullptr && !text.folder.empty() && category->text != text.folder) {
    findings->Add("folder-name", category,
                  "the rule stands in the folder \"" + text.folder + "\", but its category is \"" +
                      category->text + '"',
                  "move the file to rules/" + category->text + "/, or change the category");
  }
}

size_t RankOf(std::span<const rules::KeySpec> keys, std::string_view name) {
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [&](const rules::KeySpec& key) { return key.name == name; });
  return static_cast<size_t>(found - keys.begin());
}

// Reports the first key that stands too late: the others follow from it.
void CheckOrder(const YamlNode& map, std::span<const rules::KeySpec> keys, std::string_view more,
                FindingList* findings) {
  size_t highest = 0;
  std::string before;
  for (const auto& [key, value] : map.entries) {
    const size_t rank = RankOf(keys, key.text);
    if (rank == keys.size()) continue;  // unknown, which is told already
    if (rank < highest) {
      findings->Add("key-order", &key,
                    "the key \"" + key.text + "\" stands behind \"" + before + "\"",
                    "move it before \"" + before + '"' + std::string(more));
      return;
    }
    highest = rank;
    before = key.text;
  }
}

void CheckOrders(FindingList* findings) {
  const RuleText& text = findings->text();
  if (!text.root) return;
  CheckOrder(*text.root, rules::RuleKeys(), ", or run rules lint --fix", findings);
  const auto check_list = [&](std::string_view name, std::span<const rules::KeySpec> keys) {
    const YamlNode* list = text.Find(name);
    if (list == nullptr) return;
    for (const YamlNode& item : list->items) CheckOrder(item, keys, "", findings);
  };
  check_list("steps", rules::StepKeys());
  check_list("verify", rules::CheckKeys());
}

void CheckLines(FindingList* findings) {
  std::string_view rest = findings->text().text;
  if (rest.starts_with("\xEF\xBB\xBF"))
    findings->AddAt("line-ends", {1, 1}, "the file begins with a byte-order mark",
                    "save it as UTF-8 without BOM, or run rules lint --fix");
  bool carriage_return = false;
  for (int line = 1; !rest.empty(); ++line) {
    const size_t end = rest.find('\n');
    std::string_view content = rest.substr(0, end);
    if (content.ends_with('\r')) {
      content.remove_suffix(1);
      if (!carriage_return)
        findings->AddAt("line-ends", {line, static_cast<int>(content.size()) + 1},
                        "lines end with CR LF", "save the file with LF, or run rules lint --fix");
      carriage_return = true;
    }
    const size_t last = content.find_last_not_of(" \t");
    const size_t kept = last == std::string_view::npos ? 0 : last + 1;
    if (kept < content.size()) {
      findings->AddAt("trailing-blank", {line, static_cast<int>(kept) + 1},
                      "the line ends with blanks", "remove them, or run rules lint --fix");
    }
    if (end == std::string_view::npos) {
      findings->AddAt("line-ends", {line, static_cast<int>(content.size()) + 1},
                      "the last line has no end",
                      "end it with a line break, or run rules lint --fix");
      return;
    }
    rest.remove_prefix(end + 1);
  }
}

void CheckQuoting(FindingList* findings) {
  const RuleText& text = findings->text();
  for (const PatternPlace& place : ConditionsOf(text).patterns) {
    const Place at = PlaceOf(text, *place.node);
    std::string_view rest = text.text;
    for (int line = 1; line < at.line; ++line)
      rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
    const auto column = static_cast<size_t>(at.column - 1);
    if (column >= rest.size() || rest[column] != '"') continue;
    findings->Add(
        "quoting", place.node,
        "the pattern stands in double quotes, where YAML reads backslashes itself",
        "put it in single quotes and write '' for a single quote, or run rules lint --fix");
  }
}

}  // namespace

void CheckLayout(FindingList* findings) {
  CheckNames(findings);
  CheckOrders(findings);
  CheckLines(findings);
  CheckQuoting(findings);
}

}  // namespace exdiag::authoring
