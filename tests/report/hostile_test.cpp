// A log is written by whoever can write to the server's disk. Whatever it says must stay text in
// every format that a report can take.

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "report/csv_report.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/render.h"
#include "report/sample_report.h"
#include "report/sarif_report.h"
#include "report/timeline.h"
#include "report/triage_writer.h"

using namespace exdiag;

namespace {

const std::string kHostile =
    "=cmd|' /C calc'!A0 <script>alert(1)</script><img src=x onerror=alert(1)>\" ' onload='x' ]]> "
    "--> "
    "\x1b[31m\x1b]8;;https://evil.example\x1b\\link\x07 \u202Egnp.exe\u2066 \u009B31m ```\n"
    "# heading\n```\n~~~~\n| a | b |\n[x](javascript:alert(1)) ![i](https://evil.example/i.png) "
    "{{0}} {0} "
    "</title></style></pre></svg> &lt;b&gt; \xFF\xC0\xAF @everyone "
    "javascript:alert(1)\r\n+1\n-1\n@SUM(1)\t=1";

void Spoil(std::string* text) { *text = kHostile; }

void Spoil(std::vector<std::string>* texts) { *texts = {kHostile, kHostile}; }

void SpoilEvidence(std::vector<matching::Evidence>* evidence) {
  *evidence = {{"", 742, kHostile, kHostile.substr(3, 20)}, {kHostile, 7, kHostile, ""}};
}

setuplog::PrerequisiteCheck HostileCheck(setuplog::Severity severity) {
  setuplog::PrerequisiteCheck check;
  check.rule = check.message = check.help_link = check.line_text = kHostile;
  check.severity = severity;
  check.line = 5;
  return check;
}

void SpoilFailure(diagnosis::Failure* failure) {
  for (std::string* text :
       {&failure->line_text, &failure->role, &failure->task, &failure->component,
        &failure->component_purpose, &failure->cmdlet, &failure->script, &failure->message}) {
    Spoil(text);
  }
  Spoil(&failure->parameters);
  failure->exceptions = {{kHostile, kHostile, kHostile, 3}};
  failure->codes = {{kHostile, kHostile, kHostile, kHostile}};
  failure->blocking_prerequisites = {HostileCheck(setuplog::Severity::kError)};
}

void SpoilHeader(setuplog::Header* header) {
  for (std::string* text :
       {&header->product, &header->setup_version, &header->installed_version, &header->mode,
        &header->installation_mode, &header->command_line, &header->user, &header->server,
        &header->os, &header->time_zone, &header->organization, &header->site,
        &header->domain_controller, &header->global_catalog, &header->schema_master,
        &header->source_directory, &header->install_directory}) {
    Spoil(text);
  }
  Spoil(&header->roles);
}

diagnosis::Diagnosis HostileFinding(const diagnosis::Diagnosis& from,
                                    diagnosis::Relation relation) {
  diagnosis::Diagnosis finding = from;
  finding.relation = relation;
  finding.primary = relation == diagnosis::Relation::kRootCause;
  Spoil(&finding.title);
  Spoil(&finding.cause);
  Spoil(&finding.caution);
  Spoil(&finding.false_positives);
  SpoilEvidence(&finding.evidence);
  finding.steps = {{kHostile, kHostile, kHostile, kHostile, kHostile, kHostile}};
  finding.verify = {{kHostile, kHostile}};
  finding.references = {kHostile, "javascript:alert(1)", "https://example.com/\"><script>"};
  finding.members = {{kHostile, kHostile, {"", 1, kHostile, ""}}};
  finding.captures = {{"name", kHostile}};
  return finding;
}

std::vector<setuplog::Step> HostileSteps() {
  setuplog::Step task;
  task.kind = setuplog::Step::Kind::kTask;
  task.name = task.description = kHostile;
  task.started = setuplog::Timestamp{1773162000000};
  task.ended = setuplog::Timestamp{1773164929000};
  setuplog::Step cmdlet = task;
  cmdlet.kind = setuplog::Step::Kind::kCmdlet;
  cmdlet.parent = 0;
  cmdlet.failed = true;
  return {task, cmdlet};
}

setuplog::ErrorReport HostileError() {
  setuplog::ErrorReport error;
  error.records.push_back(
      {742, setuplog::Timestamp{1773164929000}, 2, setuplog::Tag::kError, kHostile, {}, false});
  error.message = error.role = error.task = error.component = error.script = kHostile;
  error.cmdlets = {kHostile};
  error.line = 742;
  return error;
}

diagnosis::LogReport HostileLog(diagnosis::Verdict verdict) {
  diagnosis::LogReport log = report::FailedUpgrade();
  log.verdict = verdict;
  Spoil(&log.path);
  Spoil(&log.encoding);
  Spoil(&log.kind);
  SpoilFailure(&*log.failure);
  SpoilHeader(&log.attempt->header);
  Spoil(&log.attempt->update);
  Spoil(&log.attempt->build_name);
  log.attempts.push_back(log.attempts.front());
  const diagnosis::Diagnosis known = log.diagnoses.front();
  log.diagnoses.clear();
  for (const auto relation : {diagnosis::Relation::kRootCause, diagnosis::Relation::kContributing,
                              diagnosis::Relation::kConsequence, diagnosis::Relation::kRisk}) {
    log.diagnoses.push_back(HostileFinding(known, relation));
  }
  log.warnings = {HostileCheck(setuplog::Severity::kWarning)};
  log.steps = HostileSteps();
  log.errors = {HostileError()};
  Spoil(&log.rerun.text);
  log.aftermath = {{kHostile, kHostile, 1, kHostile, kHostile}};
  Spoil(&log.coverage.limits_hit);
  Spoil(&log.coverage.rules_disabled);
  Spoil(&log.coverage.companions);
  return log;
}

diagnosis::Report HostileReport() {
  diagnosis::Report report{1, "digest", {}};
  for (const auto verdict : {diagnosis::Verdict::kFailed, diagnosis::Verdict::kBlocked,
                             diagnosis::Verdict::kIncomplete, diagnosis::Verdict::kSucceeded}) {
    report.logs.push_back(HostileLog(verdict));
  }
  report.logs.push_back(HostileLog(diagnosis::Verdict::kFailed));
  report.logs.back().diagnoses.clear();
  return report;
}

diagnosis::Triage HostileTriage() {
  diagnosis::CompactRows rows;
  for (const auto& log : HostileReport().logs) rows.Add(diagnosis::TriageRowOf(log));
  return diagnosis::TriageOf(std::move(rows));
}

// No control character but line breaks, no direction mark, valid UTF-8 alone: what a terminal may
// see.
void CheckQuietOnTerminals(const std::string& text) {
  const bool control = std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\r') || c == 0x7F;
  });
  CHECK_FALSE(control);
  for (const char* mark : {"\u009B", "\u202E", "\u2066", "\xFF", "\xC0"})
    CHECK(text.find(mark) == std::string::npos);
}

// A reader of HTML that is stricter than a browser: every '<' must begin a tag of ours whose
// attributes are ours and quoted.
class StrictHtmlReader {
 public:
  explicit StrictHtmlReader(const std::string& html) : html_(html) {}

  // What is wrong, or empty.
  std::string Check() {
    while (at_ < html_.size() && error_.empty()) {
      if (html_[at_] == '<')
        ReadTag();
      else
        ++at_;
    }
    return error_;
  }

  int scripts() const { return scripts_; }

 private:
  std::string Word() {
    std::string word;
    while (at_ < html_.size() &&
           (std::isalnum(static_cast<unsigned char>(html_[at_])) != 0 || html_[at_] == '-')) {
      word += html_[at_++];
    }
    return word;
  }

  bool Take(char c) {
    if (at_ >= html_.size() || html_[at_] != c) return false;
    ++at_;
    return true;
  }

  void ReadTag() {
    static const std::set<std::string> kTags = {
        "html", "head",    "meta",    "title",   "style",  "body",    "script", "a",      "div",
        "p",    "strong",  "span",    "button",  "main",   "h1",      "h2",     "h3",     "nav",
        "ol",   "ul",      "li",      "article", "header", "section", "footer", "dl",     "dt",
        "dd",   "details", "summary", "pre",     "code",   "mark",    "table",  "thead",  "tbody",
        "tr",   "th",      "td",      "svg",     "rect",   "label",   "input",  "select", "option"};
    ++at_;
    if (html_.compare(at_, 9, "!DOCTYPE ") == 0) {
      at_ = html_.find('>', at_);
      return;
    }
    const bool end = Take('/');
    const std::string tag = Word();
    if (kTags.count(tag) == 0) error_ = "unexpected tag " + tag;
    while (error_.empty() && Take(' ')) ReadAttribute();
    Take('/');
    if (!Take('>')) error_ = "tag " + tag + " does not end";
    if (!end && tag == "script") ++scripts_;
    if (!end && (tag == "style" || tag == "script")) at_ = html_.find("</" + tag + ">", at_);
  }

  void ReadAttribute() {
    const std::string name = Word();
    if (name.empty() || name.starts_with("on") || name == "style" || name == "src")
      error_ = "attribute " + name;
    if (!Take('=') || !Take('"')) {
      error_ = "attribute " + name + " is not quoted";
      return;
    }
    const size_t end = html_.find('"', at_);
    const std::string value = html_.substr(at_, end - at_);
    if (value.find('<') != std::string::npos) error_ = "value " + value;
    if (name == "href" && !value.starts_with("#") && !value.starts_with("https://"))
      error_ = "link to " + value;
    at_ = end + 1;
  }

  const std::string& html_;
  size_t at_ = 0;
  int scripts_ = 0;
  std::string error_;
};

void CheckHtml(const std::string& html) {
  CheckQuietOnTerminals(html);
  StrictHtmlReader reader(html);
  CHECK(reader.Check() == "");
  CHECK(reader.scripts() == 1);
}

// Lines of Markdown outside code: every fence is ended by one as long, and no text holds live
// markup.
void CheckMarkdown(const std::string& markdown) {
  CheckQuietOnTerminals(markdown);
  std::string fence;
  for (size_t begin = 0; begin < markdown.size();) {
    const size_t end = markdown.find('\n', begin);
    const std::string line = markdown.substr(begin, end - begin);
    begin = end + 1;
    const size_t first = std::min(line.find_first_not_of(' '), line.size());
    const size_t ticks = line.find_first_not_of('`', first);
    const std::string run = line.substr(first, std::min(ticks, line.size()) - first);
    if (!fence.empty()) {
      if (run == fence && line.size() == first + run.size()) fence.clear();
      continue;
    }
    if (run.size() >= 3 && line.find('`', first + run.size()) == std::string::npos) {
      fence = run;
      continue;
    }
    for (size_t at = line.find("<script"); at != std::string::npos;
         at = line.find("<script", at + 1)) {
      const bool escaped = at > 0 && line[at - 1] == '\\';
      const bool in_code = line.find('`') < at;
      CHECK((escaped || in_code));
    }
  }
  CHECK(fence.empty());
}

std::vector<std::vector<std::string>> ParsedCsv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"')
        rows.back().back() += c;
      else if (i + 1 < csv.size() && csv[i + 1] == '"')
        rows.back().back() += csv[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

void CheckCsv(const std::string& csv) {
  CheckQuietOnTerminals(csv);
  const auto rows = ParsedCsv(csv);
  CHECK(rows.size() == 6);
  for (const auto& row : rows) {
    CHECK(row.size() == rows.front().size());
    for (const std::string& cell : row)
      CHECK((cell.empty() || std::string("=+-@|").find(cell.front()) == std::string::npos));
  }
}

void CheckJson(const std::string& json) {
  CheckQuietOnTerminals(json);
  CHECK(nlohmann::json::accept(json));
}

// What is written in parts, as a whole.
template <typename Write>
std::string Whole(Write&& write) {
  std::string text;
  write([&](std::string_view part) { text += part; });
  return text;
}

std::string TriageText(
    const std::function<std::unique_ptr<report::TriageWriter>(const report::WriteText&)>& make) {
  return Whole([&](const report::WriteText& write) {
    const auto writer = make(write);
    for (const diagnosis::TriageRow row : HostileTriage().rows) writer->Row(row);
    writer->End();
  });
}

}  // namespace

TEST_CASE("A hostile log is inert in HTML") { CheckHtml(report::RenderHtml(HostileReport())); }

TEST_CASE("A hostile log is inert in the HTML of a triage") {
  CheckHtml(Whole([](const auto& write) { report::WriteTriageHtml(HostileTriage(), write); }));
}

TEST_CASE("A hostile log is inert in Markdown") {
  CheckMarkdown(report::RenderMarkdown(HostileReport()));
  CheckMarkdown(
      Whole([](const auto& write) { report::WriteTriageMarkdown(HostileTriage(), write); }));
}

TEST_CASE("A hostile log is inert in CSV") {
  CheckCsv(report::RenderCsv(HostileReport(), report::CsvTarget::kPipe));
  CheckCsv(TriageText(
      [](const auto& write) { return report::TriageCsvWriter(report::CsvTarget::kPipe, write); }));
}

TEST_CASE("A hostile log is inert in SARIF and JSON") {
  CheckJson(report::RenderSarif(HostileReport()));
  for (const bool pretty : {true, false}) {
    CheckJson(TriageText([&](const auto& write) {
      return report::TriageJsonWriter({1, "digest"}, pretty, write);
    }));
  }
  CheckJson(report::RenderJson(HostileReport(), true));
  for (const auto& log : HostileReport().logs) CheckJson(report::RenderNdjson(log));
}

TEST_CASE("A hostile log is inert in text") {
  report::TextStyle style;
  style.verbose = true;
  CheckQuietOnTerminals(report::RenderText(HostileReport(), style));
  style.unicode = false;
  const std::string ascii = report::RenderText(HostileReport(), style);
  CHECK(std::all_of(ascii.begin(), ascii.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  style.quiet = true;
  CheckQuietOnTerminals(report::RenderText(HostileReport(), style));
}

TEST_CASE("A hostile log is inert in a timeline") {
  for (const auto& log : HostileReport().logs) {
    report::TimelineOptions options;
    CheckQuietOnTerminals(report::RenderTimeline(log, options));
    options.format = report::TimelineFormat::kJson;
    CheckJson(report::RenderTimeline(log, options));
    options.format = report::TimelineFormat::kTrace;
    CheckJson(report::RenderTimeline(log, options));
  }
}
