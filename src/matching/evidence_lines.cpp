#include "matching/evidence_lines.h"

#include <algorithm>

#include "rules/plain_form.h"

namespace exdiag::matching {
namespace {

constexpr size_t kLongestLine = 2000;
constexpr size_t kMostLines = 5;

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

bool IsWithinCharacter(std::string_view text, size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Of a line that is too long, the part around what was found. REQUIRES: it stands there.
std::string_view Window(std::string_view line, std::string_view found) {
  if (line.size() <= kLongestLine) return line;
  const size_t at = found.empty() ? 0 : line.find(found);
  size_t begin = at < kLongestLine / 2 ? 0 : at - kLongestLine / 4;
  while (IsWithinCharacter(line, begin)) ++begin;
  size_t end = std::min(begin + kLongestLine, line.size());
  while (IsWithinCharacter(line, end)) --end;
  return line.substr(begin, end - begin);
}

Evidence WithLine(int64_t line, std::string_view text, std::string_view found) {
  if (text.find(found) == std::string_view::npos) found = {};
  Evidence evidence;
  evidence.line = line;
  evidence.text = Window(text, found);
  if (evidence.text.find(found) != std::string::npos) evidence.found = found;
  return evidence;
}

}  // namespace

std::string Shortened(std::string_view text, size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && IsWithinCharacter(text, most)) --most;
  return std::string(text.substr(0, most)) + "…";
}

Evidence LineOf(const setuplog::Record& record, size_t offset, std::string_view found) {
  found = Trimmed(found.substr(0, found.find('\n')));
  return WithLine(setuplog::LineAt(record, offset), setuplog::LineTextAt(record, offset), found);
}

Evidence LineOf(const Finding& finding) {
  size_t begin = finding.match.OffsetIn(finding.text->text());
  size_t length = finding.match.groups.front().size();
  if (length > 0 && finding.text->text()[begin] == ' ') {  // the blank may be a line break
    ++begin;
    --length;
  }
  const SqueezedText::Place first = finding.text->PlaceAt(begin);
  if (first.record == nullptr) return {};
  std::string_view found = std::string_view(first.record->text)
                               .substr(std::min(first.offset, first.record->text.size()));
  if (length > 0) {
    const SqueezedText::Place last = finding.text->PlaceAt(begin + length - 1);
    const bool same = last.record == first.record && last.offset >= first.offset;
    if (same) found = found.substr(0, last.offset + 1 - first.offset);
  } else {
    found = {};
  }
  return LineOf(*first.record, first.offset, found);
}

Evidence LineOf(const setuplog::PrerequisiteCheck& check) {
  return WithLine(check.line, check.line_text, check.rule);
}

Evidence LineOf(const setuplog::Setting& setting) {
  return WithLine(setting.line, setting.line_text, setting.value);
}

Evidence LineNaming(std::string_view word, const setuplog::ErrorReport& report,
                    const SqueezedText& joined) {
  const size_t at = joined.folded().find(rules::FoldCase(word));
  if (!word.empty() && at != std::string_view::npos) {
    const SqueezedText::Place place = joined.PlaceAt(at);
    if (place.record != nullptr) {
      return LineOf(*place.record, place.offset,
                    std::string_view(place.record->text).substr(place.offset, word.size()));
    }
  }
  const setuplog::Record& first = report.records.front();
  Evidence evidence = LineOf(first, 0, {});
  if (report.line > 0 && report.line != evidence.line) {
    for (const setuplog::Record& record : report.records) {
      if (record.line == report.line) return LineOf(record, 0, {});
    }
  }
  return evidence;
}

std::vector<Evidence> InOrder(std::vector<Evidence> evidence) {
  std::vector<Evidence> kept;
  for (Evidence& one : evidence) {
    if (one.line <= 0 || kept.size() >= kMostLines) continue;
    const auto twin = std::find_if(kept.begin(), kept.end(), [&](const Evidence& other) {
      return other.line == one.line && other.path == one.path;
    });
    if (twin == kept.end()) {
      kept.push_back(std::move(one));
    } else if (twin->found.empty()) {
      twin->found = std::move(one.found);
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Evidence& a, const Evidence& b) {
    return a.path != b.path ? a.path < b.path : a.line < b.line;
  });
  return kept;
}

}  // namespace exdiag::matching
