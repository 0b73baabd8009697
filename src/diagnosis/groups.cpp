#include "diagnosis/groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace exdiag::diagnosis {
namespace {

// Cmdlets whose list of names can be joined.
constexpr std::array<std::string_view, 2> kListCommands = {"Install-WindowsFeature ",
                                                           "Add-WindowsFeature "};

std::string_view ListCommandOf(std::string_view command) {
  for (const std::string_view known : kListCommands) {
    const bool names_only = command.find_first_of("|;\n") == std::string_view::npos &&
                            command.find(" -") == std::string_view::npos;
    if (command.starts_with(known) && names_only) return known;
  }
  return {};
}

std::vector<std::string> NamesOf(std::string_view list) {
  std::vector<std::string> names;
  size_t at = 0;
  while (at < list.size()) {
    const size_t end = std::min(list.find(',', at), list.size());
    std::string_view name = list.substr(at, end - at);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    at = end + 1;
  }
  return names;
}

// A title for a group as a whole; groups without one are named after their first member.
std::string TitleOf(const std::string& group, size_t count, const std::string& first) {
  static const std::map<std::string, std::string> titles = {
      {"windows-features", "{} Windows features that Exchange needs are missing"},
      {"delegated-setup",
       "The account that runs setup lacks the rights to install this server ({} checks)"},
      {"permissions", "The account that runs setup lacks rights ({} checks)"},
      {"services", "{} services that setup needs are not ready"},
      {"software", "{} software packages that Exchange needs are missing"},
  };
  const auto found = titles.find(group);
  if (found == titles.end()) return first;
  std::string title = found->second;
  title.replace(title.find("{}"), 2, std::to_string(count));
  return title;
}

}  // namespace

std::vector<rules::Step> JoinedSteps(const std::vector<Diagnosis>& members) {
  std::vector<rules::Step> steps;
  std::map<std::string_view, size_t> lists;  // command → index of the joined step
  std::map<size_t, std::vector<std::string>> names;
  for (const Diagnosis& member : members) {
    for (const rules::Step& step : member.steps) {
      const std::string_view list = ListCommandOf(step.command);
      if (!list.empty()) {
        const auto [known, added] = lists.try_emplace(list, steps.size());
        if (added) steps.push_back(step);
        for (std::string& name : NamesOf(std::string_view(step.command).substr(list.size()))) {
          auto& joined = names[known->second];
          if (std::find(joined.begin(), joined.end(), name) == joined.end())
            joined.push_back(std::move(name));
        }
        continue;
      }
      const bool known = std::any_of(steps.begin(), steps.end(), [&](const rules::Step& other) {
        return other.text == step.text && other.command == step.command;
      });
      if (!known) steps.push_back(step);
    }
  }
  for (const auto& [index, list] : names) {
    if (list.size() < 2) continue;
    std::string command(ListCommandOf(steps[index].command));
    for (size_t i = 0; i < list.size(); ++i) command += (i > 0 ? ", " : "") + list[i];
    steps[index].command = command;
    steps[index].text = "Install all missing features at once in an elevated PowerShell.";
  }
  return steps;
}

Diagnosis JoinedGroup(const std::string& group, std::vector<Diagnosis> members) {
  Diagnosis joined = members.front();
  if (members.size() == 1) return joined;
  joined.evidence.clear();
  for (const Diagnosis& member : members) {
    const matching::Evidence evidence =
        member.evidence.empty() ? matching::Evidence() : member.evidence.front();
    joined.members.push_back({member.rule, member.title, evidence});
    joined.evidence.insert(joined.evidence.end(), member.evidence.begin(), member.evidence.end());
    joined.confidence = std::max(joined.confidence, member.confidence);
    for (const auto& [name, value] : member.captures) joined.captures.emplace(name, value);
  }
  joined.steps = JoinedSteps(members);
  joined.title = TitleOf(group, members.size(), joined.title);
  if (group == "windows-features") {
    joined.rule = "windows-features-missing";
    joined.cause =
        "Setup checks that the Windows roles and features which Exchange uses are installed. The "
        "ones "
        "listed here are not, so setup does not begin.";
  }
  return joined;
}

}  // namespace exdiag::diagnosis
