#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "companion/parsers.h"
#include "diagnosis/diagnose.h"
#include "exdiag/exdiag.h"
#include "input/encoding.h"
#include "report/render.h"
#include "rules/rule_pack.h"
#include "setuplog/log_parser.h"

// The C API: errors become statuses, and no exception leaves it.

namespace {

using exdiag::diagnosis::LogReport;
using exdiag::diagnosis::Verdict;

constexpr size_t kHeadSize = size_t{64} << 10;
constexpr size_t kBlockSize = size_t{256} << 10;

// The built-in rules, unpacked and indexed by the first call. Const, and safe to share by threads.
struct RulesInForce {
  const exdiag::rules::RulePack pack = exdiag::rules::BuiltinRules();
  const exdiag::matching::Matcher matcher{pack};
};

const RulesInForce& TheRules() {
  static const RulesInForce rules;
  return rules;
}

struct Text {
  std::string_view bytes;
  std::string name;
  exdiag::input::Encoding encoding = exdiag::input::Encoding::kUtf8;
};

template <typename Parser>
void FeedAll(const Text& text, Parser* parser, int64_t* replaced_bytes) {
  exdiag::input::Decoder decoder(text.encoding);
  for (size_t at = 0; at < text.bytes.size(); at += kBlockSize) {
    parser->Feed(decoder.Decode(text.bytes.substr(at, kBlockSize)));
  }
  parser->Feed(decoder.Finish());
  *replaced_bytes = decoder.replaced_bytes();
}

std::string DecodedHead(const Text& text) {
  exdiag::input::Decoder decoder(text.encoding);
  return std::string(decoder.Decode(text.bytes.substr(0, kHeadSize)));
}

LogReport DiagnoseCompanion(const Text& text, exdiag::companion::Kind kind) {
  const auto parser = exdiag::companion::MakeParser(kind, text.name);
  int64_t replaced = 0;
  FeedAll(text, parser.get(), &replaced);
  LogReport report = exdiag::diagnosis::DiagnoseCompanion(parser->Finish(), TheRules().matcher);
  report.encoding = exdiag::input::EncodingName(text.encoding);
  report.bytes = static_cast<int64_t>(text.bytes.size());
  return report;
}

// False if the text is no setup log.
bool DiagnoseSetupLog(const Text& text, LogReport* report) {
  exdiag::diagnosis::ReadLog read;
  read.path = text.name;
  read.encoding = exdiag::input::EncodingName(text.encoding);
  read.bytes = static_cast<int64_t>(text.bytes.size());
  exdiag::setuplog::LogParser parser;
  FeedAll(text, &parser, &read.replaced_bytes);
  read.log = parser.Finish();
  if (read.log.kind == exdiag::setuplog::LogKind::kUnrecognized || read.log.attempts.empty())
    return false;
  *report = exdiag::diagnosis::DiagnoseLog(read, TheRules().matcher);
  return true;
}

bool Diagnose(const Text& text, LogReport* report) {
  const auto kind = exdiag::companion::Recognize(text.name, DecodedHead(text));
  if (!kind) return DiagnoseSetupLog(text, report);
  *report = DiagnoseCompanion(text, *kind);
  return true;
}

exdiag_status StatusOf(const LogReport& report) {
  switch (report.verdict) {
    case Verdict::kSucceeded:
      return EXDIAG_SUCCEEDED;
    case Verdict::kIncomplete:
      return EXDIAG_INCONCLUSIVE;
    case Verdict::kFailed:
    case Verdict::kBlocked:
      break;
  }
  return report.primary() != nullptr ? EXDIAG_DIAGNOSED : EXDIAG_UNKNOWN_CAUSE;
}

std::string JsonOf(LogReport log) {
  exdiag::diagnosis::Report report;
  report.rule_count = exdiag::rules::BuiltinRuleCount();
  report.rules_digest = exdiag::rules::BuiltinRulesDigest();
  report.logs.push_back(std::move(log));
  return exdiag::report::RenderJson(report, false);
}

// Memory of malloc, so that exdiag_free is the same for programs in any language.
char* Copied(const std::string& text) {
  char* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace

exdiag_status exdiag_diagnose(const char* bytes, size_t size, const char* name, char** json) {
  *json = nullptr;
  try {
    Text text{std::string_view(bytes, size), name == nullptr ? "-" : name};
    text.encoding = exdiag::input::DetectEncoding(text.bytes.substr(0, kHeadSize));
    LogReport report;
    if (!Diagnose(text, &report)) return EXDIAG_NO_LOG;
    const exdiag_status status = StatusOf(report);
    *json = Copied(JsonOf(std::move(report)));
    return *json == nullptr ? EXDIAG_INTERNAL_ERROR : status;
  } catch (...) {
    return EXDIAG_INTERNAL_ERROR;
  }
}

void exdiag_free(char* json) { std::free(json); }

const char* exdiag_version() { return EXDIAG_VERSION; }

const char* exdiag_rules_digest() {
  static const std::string digest(exdiag::rules::BuiltinRulesDigest());
  return digest.c_str();
}
