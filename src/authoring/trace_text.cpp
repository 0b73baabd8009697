#include "authoring/trace_text.h"

namespace exdiag::authoring {
namespace {

constexpr size_t kMostEvidence = 3;
constexpr size_t kWidest = 160;

std::string Cut(std::string_view text) {
  if (text.size() <= kWidest) return std::string(text);
  size_t end = kWidest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::string EvidenceText(const matching::Evidence& evidence) {
  const std::string place = evidence.path.empty() ? "line " : evidence.path + " line ";
  return place + std::to_string(evidence.line) + ": " +
         Cut(evidence.found.empty() ? evidence.text : evidence.found);
}

void AddLines(const matching::PredicateTrace& trace, const std::string& indent,
              const std::string& depth, std::string* text) {
  *text += indent + (trace.held ? "yes  " : "no   ") + depth + Cut(trace.wanted) + '\n';
  const std::string below = indent + "     " + depth + "  ";
  if (trace.children.empty()) {
    for (size_t i = 0; i < trace.evidence.size() && i < kMostEvidence; ++i)
      *text += below + EvidenceText(trace.evidence[i]) + '\n';
    if (!trace.held && !trace.nearest.empty())
      *text += below + "nearest: " + Cut(trace.nearest) + '\n';
  }
  for (const auto& child : trace.children) AddLines(child, indent, depth + "  ", text);
}

}  // namespace

std::string TraceText(const matching::PredicateTrace& trace, int indent) {
  std::string text;
  AddLines(trace, std::string(static_cast<size_t>(indent), ' '), "", &text);
  return text;
}

}  // namespace exdiag::authoring
