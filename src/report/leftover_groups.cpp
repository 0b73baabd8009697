#include "report/leftover_groups.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace exdiag::report {
namespace {

using diagnosis::Leftover;

std::string InQuotes(const std::string& name) { return "'" + name + "'"; }

// The command with `$_` where it names the thing; empty if it does not.
std::string LoopBody(const Leftover& left) {
  const std::string name = InQuotes(left.name);
  std::string body = left.command;
  size_t at = body.find(name);
  if (at == std::string::npos) return {};
  for (; at != std::string::npos; at = body.find(name, at)) body.replace(at, name.size(), "$_");
  return body;
}

bool HaveOneBody(const LeftoverGroup& group, const std::string& body) {
  return !body.empty() && std::all_of(group.begin(), group.end(), [&](const Leftover* left) {
    return LoopBody(*left) == body;
  });
}

std::vector<std::string> PartsOf(std::string_view body) {
  std::vector<std::string> parts;
  for (size_t end = body.find("; "); end != std::string_view::npos; end = body.find("; ")) {
    parts.emplace_back(body.substr(0, end));
    body.remove_prefix(end + 2);
  }
  parts.emplace_back(body);
  return parts;
}

std::vector<std::string> Loops(const LeftoverGroup& group, std::string_view body) {
  std::vector<std::string> names;
  names.reserve(group.size());
  for (const Leftover* left : group) names.push_back(InQuotes(left->name));
  const std::string list = fmt::format("{}", fmt::join(names, ", "));
  const std::vector<std::string> parts = PartsOf(body);
  if (parts.size() == 1) return {fmt::format("{} | ForEach-Object {{ {} }}", list, parts.front())};
  std::vector<std::string> loops = {"$names = " + list};
  for (const std::string& part : parts)
    loops.push_back(fmt::format("$names | ForEach-Object {{ {} }}", part));
  return loops;
}

}  // namespace

std::vector<LeftoverGroup> LeftoverGroups(const std::vector<Leftover>& leftovers) {
  std::vector<LeftoverGroup> groups;
  for (const Leftover& left : leftovers) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const LeftoverGroup& group) {
      return group.front()->kind == left.kind && group.front()->text == left.text;
    });
    if (same == groups.end()) {
      groups.push_back({&left});
    } else {
      same->push_back(&left);
    }
  }
  return groups;
}

std::string_view TextOfAll(const LeftoverGroup& group) {
  const std::string_view kind = group.front()->kind;
  if (kind == "service-disabled") return "Services that setup disabled and did not restore";
  if (kind == "service-stopped") return "Services that setup stopped and did not start again";
  if (kind == "component-inactive")
    return "Server components that setup set inactive and did not activate again";
  return {};
}

std::vector<std::string> CommandsForAll(const LeftoverGroup& group) {
  const std::string body = LoopBody(*group.front());
  if (group.size() > 1 && HaveOneBody(group, body)) return Loops(group, body);
  std::vector<std::string> commands;
  for (const Leftover* left : group) {
    if (!left->command.empty()) commands.push_back(left->command);
  }
  return commands;
}

}  // namespace exdiag::report
