#include "diagnosis/failure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <set>

#include "knowledge/components.h"
#include "knowledge/error_codes.h"
#include "matching/codes.h"

namespace exdiag::diagnosis {
namespace {

constexpr size_t kMostCodes = 12;

DecodedCode Decoded(const std::string& code) {
  const auto meanings = knowledge::LookUpCode(code);
  if (meanings.empty()) return {code, "", "", ""};
  return {code, std::string(meanings.front().name), std::string(meanings.front().meaning),
          std::string(meanings.front().in_setup)};
}

void AddCode(const std::string& code, std::set<std::string>* known,
             std::vector<DecodedCode>* codes) {
  if (code.empty() || codes->size() >= kMostCodes) return;
  if (!known->insert(knowledge::CanonicalCode(code)).second) return;
  DecodedCode decoded = Decoded(code);
  // A short number that nobody knows is a handle or a count.
  if (decoded.name.empty() && code.size() < 8) return;
  codes->push_back(std::move(decoded));
}

// "[20:31:39] ", which tells nothing of what failed.
std::string_view WithoutClock(std::string_view line) {
  const size_t end = line.find("] ");
  if (!line.starts_with('[') || end == std::string_view::npos) return line;
  const auto of_clock = [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == ':' || c == '/' || c == '.' ||
           c == '-' || c == ' ';
  };
  const std::string_view stamp = line.substr(1, end - 1);
  return std::all_of(stamp.begin(), stamp.end(), of_clock) ? line.substr(end + 2) : line;
}

std::vector<DecodedCode> CodesOf(const setuplog::ErrorReport& report) {
  std::set<std::string> known;
  std::vector<DecodedCode> codes;
  for (const auto& exception : report.exceptions) AddCode(exception.hresult, &known, &codes);
  for (const auto& record : report.records) {
    for (const auto& found : matching::FindCodes(record.text)) AddCode(found.code, &known, &codes);
  }
  return codes;
}

void FillFromReport(const setuplog::ErrorReport& report, Failure* failure) {
  failure->line = report.line;
  failure->line_text = setuplog::LineTextAt(report.records.front(), 0);
  failure->task = report.task;
  failure->component = report.reference_id.empty() ? report.component : report.reference_id;
  failure->cmdlet = report.cmdlets.empty() ? std::string() : report.cmdlets.front();
  failure->parameters = report.parameters;
  failure->script = report.script;
  failure->message = report.message;
  failure->exceptions = report.exceptions;
  failure->codes = CodesOf(report);
  failure->role = report.role;
  if (failure->role.empty()) failure->role = knowledge::RoleOfTask(report.task);
  if (const auto component = knowledge::FindComponent(failure->component)) {
    failure->component_purpose = component->purpose;
    if (failure->role.empty()) failure->role = component->role;
  }
}

uint64_t Hash(std::string_view text, uint64_t hash) {
  for (const unsigned char c : text) hash = (hash ^ c) * 0x100000001b3ULL;
  return (hash ^ 0xff) * 0x100000001b3ULL;
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// Words of letters alone, outside quotes: what a message says beside names and numbers.
std::string PlainWords(std::string_view message) {
  std::string words;
  std::string word;
  bool plain = true;
  char quote = '\0';
  const auto end_word = [&] {
    if (plain && word.size() > 1) words += word + ' ';
    word.clear();
    plain = true;
  };
  for (const char c : message.substr(0, 400)) {
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '\'' || c == '"') && word.empty()) {
      quote = c;
    } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      end_word();
    } else if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (std::string_view(".,;:!?'").find(c) == std::string_view::npos ||
               word.find('.') != std::string::npos) {
      plain = false;
    }
  }
  end_word();
  return words;
}

}  // namespace

const setuplog::ErrorReport* FatalError(const setuplog::Attempt& attempt) {
  const setuplog::ErrorReport* launcher = nullptr;
  for (const auto& report : attempt.errors) {
    if (report.fate != setuplog::ErrorReport::Fate::kFatal || report.records.empty()) continue;
    if (report.records.front().level != 0) return &report;
    if (launcher == nullptr) launcher = &report;
  }
  return launcher;
}

std::optional<Failure> FailureOf(const setuplog::Attempt& attempt) {
  if (attempt.ending == setuplog::Ending::kSuccess) return std::nullopt;
  Failure failure;
  const setuplog::ErrorReport* report = FatalError(attempt);
  if (report != nullptr) FillFromReport(*report, &failure);
  for (const auto& check : attempt.prerequisites) {
    if (check.blocks()) {
      failure.blocking_prerequisites.push_back(check);
    }
  }
  if (report == nullptr && failure.blocking_prerequisites.empty()) return std::nullopt;
  if (attempt.ending == setuplog::Ending::kBlocked && !failure.blocking_prerequisites.empty()) {
    const auto& first = failure.blocking_prerequisites.front();
    failure.line = first.line;
    failure.line_text = first.line_text;
    failure.message = first.message;
    failure.task = "test-SetupPrerequisites";
    failure.role = knowledge::RoleOfTask(failure.task);
  }
  return failure;
}

Failure FailureOf(const companion::CompanionLog& log) {
  Failure failure;
  failure.line = log.failure_line;
  failure.line_text = log.failure_message;
  failure.message = WithoutClock(log.failure_message);
  std::set<std::string> known;
  for (const std::string& code : log.codes) {
    if (known.insert(knowledge::CanonicalCode(code)).second) failure.codes.push_back(Decoded(code));
  }
  return failure;
}

std::string Fingerprint(const Failure& failure) {
  uint64_t hash = 0xcbf29ce484222325ULL;
  std::set<std::string> checks;
  for (const auto& check : failure.blocking_prerequisites) checks.insert(LowerCase(check.rule));
  for (const auto& check : checks) hash = Hash(check, hash);
  if (checks.empty()) {
    // Each type once: pastes repeat a chain.
    std::set<std::string> types;
    for (const auto& exception : failure.exceptions) {
      if (types.insert(LowerCase(exception.type)).second)
        hash = Hash(LowerCase(exception.type), hash);
    }
    hash = Hash(LowerCase(failure.cmdlet), hash);
    hash = Hash(LowerCase(failure.component.substr(0, failure.component.find("___"))), hash);
    for (const auto& code : failure.codes) hash = Hash(knowledge::CanonicalCode(code.code), hash);
    const bool bare = failure.exceptions.empty() && failure.codes.empty() && failure.cmdlet.empty();
    if (bare) hash = Hash(PlainWords(failure.message), hash);
  }
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
  return text.data();
}

}  // namespace exdiag::diagnosis
