#include "setuplog/script_cmdlets.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "setuplog/ascii_case.h"

namespace exdiag::setuplog {
namespace {

// Texts over this length are searched at their beginning only.
constexpr size_t kMostSearched = size_t{64} << 10;
constexpr size_t kMostCmdlets = 40;

// The verbs of setup's own cmdlets; a name with a hyphen and another word before it is none.
constexpr std::array<std::string_view, 51> kVerbs = {
    "Add",       "Clear",      "Connect", "Copy",       "Disable",
    "Enable",    "Export",     "Get",     "Import",     "Initialize",
    "Install",   "Invoke",     "Move",    "New",        "Precompile",
    "Register",  "Remove",     "Rename",  "Reset",      "Restart",
    "Resume",    "Set",        "Start",   "Stop",       "Test",
    "Uninstall", "Unregister", "Update",  "Upgrade",    "Validate",
    "Wait",      "Write",      "Mount",   "Dismount",   "ManageScheduledTask",
    "Out",       "Where",      "ForEach", "Select",     "Buildto",
    "Configure", "Convert",    "Deploy",  "Preinstall", "Provision",
    "Prepare",   "Complete",   "Suspend", "Send",       "Search",
    "Repair"};

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsLetterOrDigit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// What before a word makes it a part of something else: a path, a parameter, a variable, a member.
bool BindsToWord(char c) {
  return IsLetterOrDigit(c) || std::string_view("_$.\\/-").find(c) != std::string_view::npos;
}

bool IsVerb(std::string_view word) {
  return std::any_of(kVerbs.begin(), kVerbs.end(),
                     [&](std::string_view verb) { return SameName(verb, word); });
}

// The name of a cmdlet around a hyphen; empty if there is none. A pattern was rejected: to compile
// its fifty verbs took longer than to read most errors.
std::string_view CmdletAround(std::string_view script, size_t hyphen) {
  size_t begin = hyphen;
  while (begin > 0 && IsLetter(script[begin - 1])) --begin;
  if (begin > 0 && BindsToWord(script[begin - 1])) return {};
  if (!IsVerb(script.substr(begin, hyphen - begin))) return {};
  size_t end = hyphen + 1;
  if (end >= script.size() || !IsLetter(script[end])) return {};
  while (end < script.size() && IsLetterOrDigit(script[end])) ++end;
  if (end - hyphen < 3) return {};
  return script.substr(begin, end - begin);
}

bool OnlyReports(std::string_view cmdlet) {
  constexpr std::array<std::string_view, 14> kNames = {"Write-ExchangeSetupLog",
                                                       "Write-Error",
                                                       "Write-Host",
                                                       "Write-Verbose",
                                                       "Write-Warning",
                                                       "New-Object",
                                                       "New-TimeSpan",
                                                       "Where-Object",
                                                       "ForEach-Object",
                                                       "Select-Object",
                                                       "Out-Null",
                                                       "Get-Date",
                                                       "Start-Sleep",
                                                       "Test-Path"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return SameName(name, cmdlet); });
}

}  // namespace

std::vector<std::string> CmdletsIn(std::string_view script) {
  script = script.substr(0, kMostSearched);
  std::vector<std::string> cmdlets;
  for (size_t at = script.find('-'); at != std::string_view::npos && cmdlets.size() < kMostCmdlets;
       at = script.find('-', at + 1)) {
    const std::string_view name = CmdletAround(script, at);
    if (name.empty() || OnlyReports(name)) continue;
    const bool known = std::any_of(cmdlets.begin(), cmdlets.end(),
                                   [&](const std::string& other) { return SameName(other, name); });
    if (!known) cmdlets.emplace_back(name);
  }
  return cmdlets;
}

std::string CmdletOfStack(std::string_view stack, const std::vector<std::string>& cmdlets) {
  for (const std::string& cmdlet : cmdlets) {
    std::string type = cmdlet;
    type.erase(std::remove(type.begin(), type.end(), '-'), type.end());
    const auto found = std::search(
        stack.begin(), stack.end(), type.begin(), type.end(),
        [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
    if (found != stack.end()) return cmdlet;
  }
  return {};
}

}  // namespace exdiag::setuplog
