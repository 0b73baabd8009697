#include "diagnosis/aftermath.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "diagnosis/filled_text.h"
#include "setuplog/ascii_case.h"

namespace exdiag::diagnosis {
namespace {

using setuplog::StateChange;
using Kind = setuplog::StateChange::Kind;

// The last word of the log on each service and component.
std::vector<const StateChange*> LastStates(const std::vector<StateChange>& changes) {
  std::map<std::string, const StateChange*> last;
  std::vector<std::string> order;
  for (const StateChange& change : changes) {
    const bool component =
        change.kind == Kind::kComponentInactive || change.kind == Kind::kComponentActive;
    const std::string key = (component ? "component " : "service ") + change.name;
    auto [known, added] = last.try_emplace(key, &change);
    if (added) order.push_back(key);
    // A stop after a disable does not undo it.
    const bool weaker =
        known->second->kind == Kind::kServiceDisabled && change.kind == Kind::kServiceStopped;
    if (!weaker) known->second = &change;
  }
  std::vector<const StateChange*> states;
  states.reserve(order.size());
  for (const std::string& key : order) states.push_back(last[key]);
  return states;
}

std::string RequesterIn(std::string_view text) {
  for (const std::string_view before :
       {std::string_view("-Requester:'"), std::string_view("Requester:[")}) {
    const size_t at = text.find(before);
    if (at == std::string_view::npos) continue;
    const size_t from = at + before.size();
    const size_t end = text.find_first_of("']", from);
    if (end != std::string_view::npos) return std::string(text.substr(from, end - from));
  }
  return "Functional";
}

Leftover ServiceLeftover(const StateChange& state) {
  Leftover left;
  const bool disabled = state.kind == Kind::kServiceDisabled;
  left.kind = disabled ? "service-disabled" : "service-stopped";
  left.text = disabled ? "Setup disabled this service and did not restore it."
                       : "Setup stopped this service and did not start it again.";
  left.command = FilledCommand(
      disabled
          ? "Set-Service -Name '{{name}}' -StartupType Automatic; Start-Service -Name '{{name}}'"
          : "Start-Service -Name '{{name}}'",
      {{"name", state.name}});
  return left;
}

Leftover ComponentLeftover(const StateChange& state, const std::string& server) {
  Leftover left;
  left.kind = "component-inactive";
  left.text = "Setup set this server component inactive and did not activate it again.";
  left.command = FilledCommand(
      "Set-ServerComponentState -Identity '{{server}}' -Component '{{name}}' -Requester "
      "'{{requester}}' -State Active",
      {{"server", server}, {"name", state.name}, {"requester", RequesterIn(state.text)}});
  return left;
}

void AddStates(const std::vector<StateChange>& changes, const std::string& server,
               std::vector<Leftover>* left) {
  for (const StateChange* state : LastStates(changes)) {
    Leftover leftover;
    if (state->kind == Kind::kServiceDisabled || state->kind == Kind::kServiceStopped) {
      leftover = ServiceLeftover(*state);
    } else if (state->kind == Kind::kComponentInactive) {
      leftover = ComponentLeftover(*state, server);
    } else {
      continue;
    }
    leftover.name = state->name;
    leftover.line = state->line;
    const bool known = std::any_of(left->begin(), left->end(), [&](const Leftover& other) {
      return other.kind == leftover.kind && other.name == leftover.name;
    });
    if (!known) left->push_back(std::move(leftover));
  }
}

bool EndsWithRole(std::string_view task) { return task.size() > 4 && task.ends_with("Role"); }

// "Install-BridgeheadRole" → "BridgeheadRole".
std::string_view RoleKey(std::string_view task) { return task.substr(task.find('-') + 1); }

// Where a role of this version of Exchange keeps its watermark.
std::string_view RegistryOf(std::string_view setup_version) {
  if (setup_version.starts_with("8.")) return "Exchange\\v8.0";
  if (setup_version.starts_with("14.")) return "ExchangeServer\\v14";
  return "ExchangeServer\\v15";
}

void AddWatermark(const setuplog::Attempt& attempt, std::vector<Leftover>* left) {
  for (const auto& report : attempt.errors) {
    if (report.fate != setuplog::ErrorReport::Fate::kFatal || report.reference_id.empty()) continue;
    if (!EndsWithRole(report.task)) continue;
    Leftover leftover;
    leftover.kind = "watermark";
    leftover.name = RoleKey(report.task);
    leftover.line = report.line;
    leftover.text =
        "Setup noted in the registry where it stopped in this role, and the next run goes on from "
        "there. "
        "Leave the entry alone; run setup again in the same mode.";
    leftover.command = FilledCommand(
        "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\{{version}}\\{{role}}' | "
        "Format-List Action, Watermark",
        {{"version", std::string(RegistryOf(attempt.header.setup_version))},
         {"role", leftover.name}});
    left->push_back(std::move(leftover));
    return;
  }
}

void AddSteps(const setuplog::Attempt& attempt, std::vector<Leftover>* left) {
  const setuplog::Step* removed = nullptr;
  const setuplog::Step* schema = nullptr;
  for (const setuplog::Step& step : attempt.steps) {
    if (step.failed || !step.finished) continue;
    if (setuplog::SameName(step.name, "uninstall-msipackage")) removed = &step;
    if (setuplog::SameName(step.name, "install-ExchangeSchema")) schema = &step;
  }
  const bool upgrade =
      attempt.header.installation_mode == "BuildToBuildUpgrade" || attempt.header.mode == "Upgrade";
  if (removed != nullptr && upgrade) {
    left->push_back(
        {"files-removed", attempt.header.installed_version, removed->first_line,
         "The program files of the old build are gone; the server cannot go back to it and "
         "works again only when this update has been completed.",
         ""});
  }
  if (schema != nullptr) {
    left->push_back(
        {"schema-extended", "Active Directory schema", schema->first_line,
         "Schema files were imported before the failure. A schema extension cannot be undone and "
         "does no harm; the next run goes on from it.",
         ""});
  }
}

}  // namespace

std::vector<Leftover> AftermathOf(const setuplog::Attempt& attempt,
                                  const std::vector<companion::CompanionLog>& companions) {
  std::vector<Leftover> left;
  if (attempt.ending == setuplog::Ending::kSuccess) return left;
  AddStates(attempt.state_changes, attempt.header.server, &left);
  for (const auto& companion : companions)
    AddStates(companion.state_changes, attempt.header.server, &left);
  AddWatermark(attempt, &left);
  AddSteps(attempt, &left);
  return left;
}

std::vector<Leftover> AftermathOf(const companion::CompanionLog& log) {
  std::vector<Leftover> left;
  AddStates(log.state_changes, "", &left);
  return left;
}

RerunAdvice RerunAdviceFor(Verdict verdict, const Diagnosis* primary,
                           const setuplog::Header* header) {
  if (verdict == Verdict::kSucceeded)
    return {Rerun::kNow, "Setup succeeded; there is no need to run it again."};
  if (verdict == Verdict::kIncomplete) {
    return {
        Rerun::kUnknown,
        "The log does not say how this run ended. Make sure that setup is no longer running before "
        "you start it again."};
  }
  const bool removed = header != nullptr && header->installation_mode == "BuildToBuildUpgrade";
  const std::string same =
      removed ? " Start it in the same mode as before, from the same or a newer build's media."
              : " Start it with the same parameters as before.";
  switch (primary != nullptr ? primary->rerun : Rerun::kUnknown) {
    case Rerun::kNow:
      return {Rerun::kNow, "Setup can be run again now." + same};
    case Rerun::kAfterFix:
      return {Rerun::kAfterFix, "Run setup again once the steps above are done." + same};
    case Rerun::kAfterRestart:
      return {Rerun::kAfterRestart, "Run setup again after the server has been restarted." + same};
    case Rerun::kAfterCleanup:
      return {Rerun::kAfterCleanup,
              "Run setup again only after the state described above has been cleared." + same};
    case Rerun::kUnknown:
      break;
  }
  return {Rerun::kUnknown,
          "The cause is not known, so the next run is likely to stop at the same place. Running "
          "setup again "
          "does no harm by itself, as it goes on where it stopped."};
}

}  // namespace exdiag::diagnosis
