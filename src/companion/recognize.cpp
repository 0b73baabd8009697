#include <re2/re2.h>

#include <algorithm>

#include "companion/parsers.h"
#include "companion/re2_piece.h"
#include "setuplog/line_shape.h"
#include "setuplog/timestamp.h"

namespace exdiag::companion {
namespace {

struct NamePattern {
  const char* pattern;
  Kind kind;
  bool alone;  // the name is peculiar enough to decide without the content
};

// Names as setup, updates and Windows Installer give them, and with what copies add: "ldif
// (2).err".
const NamePattern kNames[] = {
    {R"re((?i)\.msilog$)re", Kind::kMsi, true},
    {R"re((?i)^ExchangeUpdate_.*\.log$)re", Kind::kMsi, true},
    {R"re((?i)^MSI[0-9a-z]*.*\.log$)re", Kind::kMsi, false},
    {R"re((?i)^ldif\b.*\.(err|log|txt)$)re", Kind::kLdif, true},
    {R"re((?i)^ServiceControl\b.*\.(log|txt)$)re", Kind::kServiceControl, true},
    {R"re((?i)^UpdateCas\b.*\.(log|txt)$)re", Kind::kUpdateCas, true},
    {R"re((?i)^UpdateConfigFiles?\b.*\.(log|txt)$)re", Kind::kUpdateConfig, true},
    {R"re((?i)^(InstallSearch|PostSetup_install).*\.(log|txt)$)re", Kind::kSearchInstall, true},
    {R"re((?i)^[a-z]+-.+-\d{8}-?\d+.*\.ps1$)re", Kind::kScript, true},
};

struct ContentPattern {
  const char* pattern;
  Kind kind;
};

const ContentPattern kContents[] = {
    {R"re((?m)^=== (Verbose )?[Ll]ogging started: |^MSI \([a-zN]\) \(|^Action (start|ended) \d+:\d\d:\d\d: |^Property\([SCN]\): )re",
     Kind::kMsi},
    {R"re((?m)^(Entry DN: |(Add|Modify|Delete) error on (entry starting on )?line |Importing directory from file ))re",
     Kind::kLdif},
    {R"re((?m)^\[\d\d?:\d\d:\d\d\] (\* )?ServiceControl\.ps1|^\[\d\d?:\d\d:\d\d\] (Disabling|Stopping|Enabling|Starting|Saving state of) service ')re",
     Kind::kServiceControl},
    {R"re((?m)^\[\d\d?:\d\d:\d\d\] (\* )?UpdateCas\.ps1)re", Kind::kUpdateCas},
    {R"re((?m)^\[\d\d?:\d\d:\d\d\] (\* )?UpdateConfigFiles?\.ps1)re", Kind::kUpdateConfig},
    {R"re(Search Foundation PostSetup)re", Kind::kSearchInstall},
};

// What only setup's own log and pastes of it hold. The generated scripts have some of it, so they
// are looked for before.
bool HasSetupText(std::string_view head) {
  // As most begin, and compiling a pattern takes its time.
  if (setuplog::HasUsualStart(head) && setuplog::ReadStamp(head)) return true;
  static const RE2 pattern(
      R"re((?m)^\s{0,8}\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4} \d{1,2}[:.]\d\d[^\]\n]{0,16}\] ?\[\d\]|\[ERROR-REFERENCE\]|" was run: ")re"
      R"re(|Starting Microsoft Exchange Server|Exchange Server .{0,40}Setup|error\(s\) occurred during task execution)re"
      R"re(|(?:executing|running) 'ldifde\.exe'|\.{4,}\s*(?:FAILED|COMPLETED)\b)re");
  return RE2::PartialMatch(Piece(head), pattern);
}

// Lines of setup whose levels were lost on the way, or of anything else that stamps dates.
bool HasDatedLines(std::string_view head) {
  static const RE2 pattern(R"re((?m)^\s{0,8}\[\d{1,4}[./-]\d{1,2}[./-]\d{2,4} \d{1,2}[:.]\d\d)re");
  return RE2::PartialMatch(Piece(head), pattern);
}

bool IsGeneratedScript(std::string_view head) {
  return head.find("# Programmatically generated on") != std::string_view::npos;
}

// A log of Windows Installer from its first line on; what it says further down may sound like
// setup.
bool BeginsAsMsiLog(std::string_view head) {
  head = head.substr(std::min(head.find_first_not_of(" \r\n"), head.size()));
  return head.starts_with("=== Verbose logging started") ||
         head.starts_with("=== Logging started") || head.starts_with("MSI (");
}

std::optional<Kind> KindOfName(std::string_view file_name, std::string_view head) {
  for (const NamePattern& known : kNames) {
    const RE2 pattern(known.pattern);
    if ((known.alone || head.empty()) && RE2::PartialMatch(Piece(file_name), pattern))
      return known.kind;
  }
  return std::nullopt;
}

std::optional<Kind> KindOfContent(std::string_view head) {
  for (const ContentPattern& known : kContents) {
    const RE2 pattern(known.pattern);
    if (RE2::PartialMatch(Piece(head), pattern)) return known.kind;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Kind> Recognize(std::string_view file_name, std::string_view head) {
  if (IsGeneratedScript(head)) return Kind::kScript;
  if (BeginsAsMsiLog(head)) return Kind::kMsi;
  if (HasSetupText(head)) return std::nullopt;
  if (const auto kind = KindOfName(file_name, head)) return kind;
  return HasDatedLines(head) ? std::nullopt : KindOfContent(head);
}

}  // namespace exdiag::companion
