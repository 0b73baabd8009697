#include <algorithm>
#include <array>
#include <string>

#include "authoring/captures.h"
#include "authoring/lint_checks.h"
#include "authoring/powershell.h"
#include "rules/pattern.h"

namespace exdiag::authoring {
namespace {

// Commands after which something is gone that a backup alone brings back.
constexpr std::string_view kLosesData =
    R"((?:^|[\s;|{(])(?:Remove-(?:Item|AD|Mailbox|PublicFolder|ClusterNode)|Disable-Mailbox|Clear-(?:Item|Disk|ADAcc)|)"
    R"(Set-ADObject\b.*-Clear|reg(?:\.exe)? delete|dsrm|rd /s|rmdir /s|del /|eseutil(?:\.exe)? /p|ntdsutil|Format-Volume))";

struct Typographic {
  std::string_view bytes;
  std::string_view name;
  std::string_view plain;
};
constexpr std::array<Typographic, 9> kTypographic = {{
    {"\u2013", "an en dash", "-"},
    {"\u2014", "an em dash", "-"},
    {"\u2212", "a minus sign", "-"},
    {"\u2018", "a typographic quote", "'"},
    {"\u2019", "a typographic quote", "'"},
    {"\u201c", "a typographic quote", "\""},
    {"\u201d", "a typographic quote", "\""},
    {"\u201e", "a typographic quote", "\""},
    {"\u00a0", "a blank that does not break", "a blank"},
}};

void CheckCharacters(const AdvicePlace& place, FindingList* findings) {
  for (const Typographic& character : kTypographic) {
    if (place.node->text.find(character.bytes) == std::string::npos) continue;
    findings->Add("typographic", place.node, "the command has " + std::string(character.name),
                  "write " + std::string(character.plain), character.bytes);
  }
}

void CheckSyntax(const AdvicePlace& place, FindingList* findings) {
  const std::string& command = place.node->text;
  for (const CommandProblem& problem : CheckPowerShell(command)) {
    const bool verb = problem.kind == CommandProblem::Kind::kUnknownVerb;
    const std::string_view rest = std::string_view(command).substr(problem.at);
    findings->Add(
        verb ? "unknown-verb" : "unbalanced", place.node, problem.message, problem.advice,
        rest.substr(0, verb ? rest.find_first_of(" \n") : std::min<size_t>(rest.find('\n'), 16)));
  }
}

// The engine puts a value into single quotes only if it cannot end them, and bare only if it is a
// plain word; see diagnosis::FilledCommand. cmd does not know single quotes.
void CheckQuotes(const AdvicePlace& place, FindingList* findings) {
  const std::string& command = place.node->text;
  const bool powershell = place.shell == "powershell";
  for (const std::string_view name : Placeholders(command)) {
    const auto at = static_cast<size_t>(name.data() - command.data());
    const bool quoted = IsInSingleQuotes(command, at);
    if (quoted == powershell) continue;
    const std::string shown = "{{" + std::string(name) + "}}";
    if (powershell) {
      findings->Add("unquoted-capture", place.node,
                    "the capture " + shown + " stands outside single quotes",
                    "write '" + shown + "', so that nothing of a log can become code", shown);
    } else {
      findings->Add(
          "unquoted-capture", place.node,
          "the capture " + shown + " stands in single quotes, which this shell does not know",
          "leave it bare: only plain words are then put in", shown);
    }
  }
}

void CheckLoss(const AdvicePlace& place, FindingList* findings) {
  static const auto pattern = rules::CompilePattern(kLosesData);
  if (!RE2::PartialMatch(place.node->text, *pattern)) return;
  const bool warned = findings->text().Find("caution") != nullptr ||
                      (place.step != nullptr && ValueOf(*place.step, "caution") != nullptr);
  if (warned) return;
  findings->Add("no-caution", place.node,
                "the command may lose data, but neither the step nor the rule has a caution",
                "say in \"caution:\" what to save first and when not to run it");
}

}  // namespace

void CheckCommands(FindingList* findings) {
  for (const AdvicePlace& place : AdviceOf(findings->text())) {
    if (place.key != "command") continue;
    CheckCharacters(place, findings);
    if (place.shell == "powershell") CheckSyntax(place, findings);
    CheckQuotes(place, findings);
    CheckLoss(place, findings);
  }
}

}  // namespace exdiag::authoring
