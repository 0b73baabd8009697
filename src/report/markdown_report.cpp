#include "report/markdown_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/headline.h"
#include "report/leftover_groups.h"
#include "report/markdown_text.h"
#include "report/wording.h"

namespace exdiag::report {
namespace {

using diagnosis::Diagnosis;
using diagnosis::LogReport;
using diagnosis::Verdict;
using matching::Evidence;

constexpr size_t kMostErrorLines = 40;  // a ticket is read by people

// Writes one log. `level`: depth of its heading, so that several logs stand below a common one.
class LogWriter {
 public:
  LogWriter(const LogReport& log, int level) : log_(log), level_(level) {}

  std::string Write() {
    WriteHead();
    WriteRemedy();
    WriteRerun();
    WriteEvidence();
    WriteFailure();
    WriteAftermath();
    WriteOthers();
    WriteChecks();
    WriteAttempts();
    WriteFacts("The run", RunFacts(log_));
    WriteFacts("What was read", CoverageFacts(log_));
    WriteReferences();
    return std::move(text_);
  }

 private:
  void Heading(int below, std::string_view title) {
    if (!text_.empty()) text_ += '\n';
    text_ += fmt::format("{} {}\n\n", std::string(static_cast<size_t>(level_ + below), '#'),
                         MarkdownText(title));
  }

  void Paragraph(std::string_view text) {
    if (!text.empty()) text_ += MarkdownText(text) + "\n\n";
  }

  // `value` is Markdown already.
  void Item(std::string_view name, std::string_view value) {
    if (!value.empty()) text_ += fmt::format("- **{}:** {}\n", name, value);
  }

  void WriteFacts(std::string_view title, const std::vector<Fact>& facts) {
    if (facts.empty()) return;
    Heading(1, title);
    for (const auto& [name, value] : facts) Item(name, MarkdownText(value));
  }

  void WriteHead() {
    Heading(0, Headline(log_));
    Item("Result", fmt::format("{}: {}", VerdictPhrase(log_.verdict), MarkdownText(RunName(log_))));
    Item("Log", MarkdownCode(log_.path));
    if (log_.failure && log_.failure->line > 0) Item("Line", std::to_string(log_.failure->line));
    if (const Diagnosis* primary = log_.primary()) {
      Item("Rule", fmt::format("{} (confidence {})", MarkdownCode(primary->rule),
                               ConfidenceWord(primary->confidence)));
    }
    Item("Fingerprint", MarkdownCode(log_.fingerprint));
    text_ += '\n';
    if (const Diagnosis* primary = log_.primary()) {
      Paragraph(primary->cause);
    } else if (log_.verdict == Verdict::kIncomplete) {
      Paragraph(WithoutResultText(log_));
    }
  }

  void WriteRerun() {
    if (log_.verdict == Verdict::kSucceeded || log_.rerun.text.empty()) return;
    Heading(1, "Can setup be run again?");
    text_ += MarkdownText(log_.rerun.text) + "\n";
  }

  void WriteRemedy() {
    const Diagnosis* primary = log_.primary();
    if (primary != nullptr) WriteSteps("What to do", *primary);
    for (const Diagnosis* finding : FurtherObstacles(log_)) WriteSteps(finding->title, *finding);
    if (primary == nullptr || primary->verify.empty()) return;
    Heading(1, "How to check that it worked");
    for (const rules::Check& check : primary->verify) {
      text_ += fmt::format("- {}\n", MarkdownText(check.text));
      if (!check.command.empty())
        text_ += "\n" + MarkdownBlock(check.command, "powershell", 2) + "\n";
    }
  }

  void WriteSteps(std::string_view title, const Diagnosis& finding) {
    if (finding.steps.empty()) return;
    Heading(1, title);
    WriteMembers(finding);
    if (!finding.caution.empty())
      text_ += fmt::format("**Caution:** {}\n\n", MarkdownText(finding.caution));
    int number = 0;
    for (const rules::Step& step : finding.steps) WriteStep(++number, step);
  }

  void WriteMembers(const Diagnosis& finding) {
    for (const diagnosis::Member& member : finding.members) {
      text_ += fmt::format("- {} ({}, line {})\n", MarkdownText(member.title),
                           MarkdownCode(member.rule), member.evidence.line);
    }
    if (!finding.members.empty()) text_ += '\n';
  }

  void WriteStep(int number, const rules::Step& step) {
    const std::string label = fmt::format("{}. ", number);
    const auto indent = static_cast<int>(label.size());
    const std::string before(label.size(), ' ');
    text_ += label + MarkdownText(step.text) + "\n";
    const auto note = [&](std::string_view name, const std::string& value) {
      if (!value.empty())
        text_ += fmt::format("\n{}**{}:** {}\n", before, name, MarkdownText(value));
    };
    note("Caution", step.caution);
    note("Where", step.where);
    if (!step.command.empty()) {
      const std::string_view language =
          step.shell.empty() ? std::string_view("powershell") : step.shell;
      text_ += "\n" + MarkdownBlock(step.command, SafeLanguage(language), indent);
    }
    note("To undo", step.undo);
    text_ += '\n';
  }

  // The word after a fence must not end it.
  static std::string_view SafeLanguage(std::string_view language) {
    const bool plain = std::all_of(language.begin(), language.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    return plain ? language : std::string_view();
  }

  void WriteEvidence() {
    if (const Diagnosis* primary = log_.primary()) {
      if (primary->evidence.empty()) return;
      Heading(1, "Evidence");
      WriteLines(primary->evidence);
    } else if (log_.failure && !log_.failure->line_text.empty()) {
      Heading(1, "Evidence");
      WriteLines({{"", log_.failure->line, log_.failure->line_text, ""}});
    }
    WriteErrorRecords();
  }

  void WriteLines(const std::vector<Evidence>& evidence) {
    std::vector<std::string> paths;
    for (const Evidence& each : evidence) {
      if (std::find(paths.begin(), paths.end(), each.path) == paths.end())
        paths.push_back(each.path);
    }
    for (const std::string& path : paths) {
      if (!path.empty()) text_ += MarkdownCode(path) + "\n\n";
      std::string lines;
      for (const Evidence& each : evidence) {
        if (each.path == path) lines += fmt::format("{}: {}\n", each.line, each.text);
      }
      text_ += MarkdownBlock(lines, "text");
    }
  }

  // How setup reports the error that stopped it.
  void WriteErrorRecords() {
    const auto fatal = std::find_if(log_.errors.begin(), log_.errors.end(),
                                    [](const setuplog::ErrorReport& error) {
                                      return error.fate == setuplog::ErrorReport::Fate::kFatal;
                                    });
    if (fatal == log_.errors.end()) return;
    std::string lines;
    size_t count = 0;
    for (const setuplog::Record& record : fatal->records) {
      if (count++ < kMostErrorLines) lines += fmt::format("{}: {}\n", record.line, record.text);
    }
    Heading(1, "The error in the log");
    text_ += MarkdownBlock(lines, "text");
  }

  void WriteFailure() {
    if (!log_.failure) return;
    WriteFacts("Where setup stopped", FailureFacts(*log_.failure));
    for (const setuplog::ExceptionInfo& exception : log_.failure->exceptions) {
      std::string value = MarkdownCode(exception.type);
      if (!exception.message.empty()) value += " " + MarkdownText(exception.message);
      Item("Exception", value);
    }
    for (const diagnosis::DecodedCode& code : log_.failure->codes) {
      Item("Code", fmt::format("{} {} {}", MarkdownCode(code.code), MarkdownText(code.name),
                               MarkdownText(code.meaning)));
    }
  }

  void WriteAftermath() {
    if (log_.aftermath.empty()) return;
    Heading(1, "What setup has left behind");
    std::string commands;
    for (const LeftoverGroup& group : LeftoverGroups(log_.aftermath)) {
      for (const diagnosis::Leftover* left : group) {
        text_ += fmt::format("- {} (line {}): {}\n", MarkdownCode(left->name), left->line,
                             MarkdownText(left->text));
      }
      for (const std::string& command : CommandsForAll(group)) commands += command + "\n";
    }
    if (!commands.empty()) text_ += "\n" + MarkdownBlock(commands, "powershell");
  }

  void WriteOthers() {
    const auto others = OtherFindings(log_);
    if (others.empty() && log_.other_failures.empty()) return;
    Heading(1, "Also found");
    for (const auto& other : log_.other_failures) {
      Item("Another failure, which no rule knows",
           fmt::format("{} (line {})", MarkdownText(other.message), other.line));
    }
    for (const Diagnosis* finding : others) {
      Item(RelationPhrase(finding->relation),
           fmt::format("{} ({})", MarkdownText(finding->title), MarkdownCode(finding->rule)));
    }
  }

  void WriteChecks() {
    std::vector<setuplog::PrerequisiteCheck> checks;
    if (log_.failure) checks = log_.failure->blocking_prerequisites;
    checks.insert(checks.end(), log_.warnings.begin(), log_.warnings.end());
    if (checks.empty()) return;
    Heading(1, "Prerequisite checks");
    for (const setuplog::PrerequisiteCheck& check : checks) {
      const bool blocks = check.severity == setuplog::Severity::kError;
      Item(blocks ? "Blocks setup" : "Warns",
           fmt::format("{} {} (line {})", MarkdownCode(check.rule), MarkdownText(check.message),
                       check.line));
    }
  }

  void WriteAttempts() {
    if (log_.attempts.size() < 2) return;
    Heading(1, "Attempts");
    text_ += "| Attempt | Result | Started | Lines |\n| --- | --- | --- | --- |\n";
    for (const diagnosis::AttemptSummary& attempt : log_.attempts) {
      text_ += fmt::format(
          "| {} | {} | {} | {} to {} |\n", attempt.number, VerdictPhrase(attempt.verdict),
          attempt.started ? TimeText(log_, *attempt.started) : std::string("unknown"),
          attempt.first_line, attempt.last_line);
    }
  }

  void WriteReferences() {
    const Diagnosis* primary = log_.primary();
    if (primary == nullptr || primary->references.empty()) return;
    Heading(1, "Read on");
    for (const std::string& reference : primary->references)
      text_ += "- " + MarkdownLink(reference) + "\n";
  }

  const LogReport& log_;
  const int level_;
  std::string text_;
};

std::string Colophon(int rule_count, std::string_view digest) {
  return fmt::format("\nWritten by exdiag {}, {} rules, digest {}.\n", EXDIAG_VERSION, rule_count,
                     digest.empty() ? std::string_view("none") : digest);
}

std::string CellsOf(const diagnosis::TriageRow& row) {
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", MarkdownText(row.path),
                     VerdictPhrase(row.verdict), MarkdownText(row.title), MarkdownText(row.rule),
                     MarkdownText(row.customer), MarkdownText(row.product));
}

}  // namespace

std::string RenderMarkdown(const diagnosis::Report& report) {
  const bool several = report.logs.size() != 1;
  std::string text;
  if (several) {
    text = fmt::format("# {} of Exchange setup\n\n",
                       Counted(static_cast<int64_t>(report.logs.size()), "log", "logs"));
  }
  for (size_t i = 0; i < report.logs.size(); ++i) {
    if (i > 0) text += '\n';
    text += LogWriter(report.logs[i], several ? 2 : 1).Write();
  }
  return text + Colophon(report.rule_count, report.rules_digest);
}

void WriteTriageMarkdown(const diagnosis::Triage& triage, const WriteText& write) {
  write(fmt::format("# Triage of {}\n\n",
                    Counted(static_cast<int64_t>(triage.rows.size()), "log", "logs")));
  if (!triage.groups.empty())
    write("## Causes\n\n| Logs | Cause | Rule or fingerprint |\n| ---: | --- | --- |\n");
  for (const diagnosis::TriageGroup& group : triage.groups) {
    write(fmt::format("| {} | {}{} | {} |\n", group.rows.size(), group.known ? "" : "Unknown: ",
                      MarkdownText(group.title), MarkdownText(group.key)));
  }
  write(
      "\n## Logs\n\n| Log | Result | Cause | Rule | Customer | Product |\n| --- | --- | --- | --- "
      "| --- | --- |\n");
  for (const diagnosis::TriageRow row : triage.rows) write(CellsOf(row));
  write(Colophon(triage.rule_count, triage.rules_digest));
}

}  // namespace exdiag::report
