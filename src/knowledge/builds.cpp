#include "knowledge/builds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "knowledge/tables.h"

namespace exdiag::knowledge {
namespace {

using Parts = std::array<uint32_t, 4>;

// Reads two to four numbers with dots between; leading zeros and a full stop at the end, as in
// "Setup version: 15.2.1544.4.", are taken.
std::optional<Parts> ReadVersion(std::string_view version, size_t least) {
  if (!version.empty() && version.back() == '.') version.remove_suffix(1);
  Parts parts = {};
  size_t count = 0;
  for (bool more = true; more;) {
    const size_t dot = std::min(version.find('.'), version.size());
    if (count == parts.size() || dot == 0 || dot > 5) return std::nullopt;
    uint32_t& part = parts[count++];
    for (const char c : version.substr(0, dot)) {
      if (c < '0' || c > '9') return std::nullopt;
      part = part * 10 + static_cast<uint32_t>(c - '0');
    }
    if (part > 0xffff) return std::nullopt;
    more = dot < version.size();
    version.remove_prefix(more ? dot + 1 : dot);
  }
  if (count < least) return std::nullopt;
  return parts;
}

uint64_t Number(const Parts& parts) {
  uint64_t number = 0;
  for (const uint32_t part : parts) number = number << 16 | part;
  return number;
}

const BuildRow* FirstNotBelow(uint64_t number) {
  const Table<BuildRow> rows = BuildRows();
  return std::lower_bound(rows.begin(), rows.end(), number,
                          [](const BuildRow& row, uint64_t n) { return row.number < n; });
}

// "8 v2" of "Update Rollup 8 v2 for Exchange Server 2010 SP3"; empty if the name is another.
std::string_view RollupOf(std::string_view name) {
  constexpr std::string_view kBegin = "Update Rollup ";
  const size_t end = name.find(" for ");
  if (name.substr(0, kBegin.size()) != kBegin || end == std::string_view::npos) return {};
  return name.substr(kBegin.size(), end - kBegin.size());
}

// "SP3" of "… Exchange Server 2010 SP3"; empty if nothing stands behind the year.
std::string_view AfterProduct(std::string_view name) {
  constexpr std::string_view kProduct = "Exchange Server ";
  const size_t product = name.find(kProduct);
  if (product == std::string_view::npos) return name;
  const size_t blank = name.find(' ', product + kProduct.size());
  return blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
}

std::string Lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

void Replace(std::string_view what, std::string_view by, std::string* text) {
  for (size_t at = 0; (at = text->find(what, at)) != std::string::npos; at += by.size()) {
    text->replace(at, what.size(), by);
  }
}

// "cu12 2019" of "Exchange Server 2019 Cumulative Update 12": what tells builds apart, in one
// spelling and with a blank around each word.
std::string PlainName(std::string_view name) {
  std::string plain = ' ' + Lowered(name) + ' ';
  for (const char sign : {',', ';', '(', ')', '-', '"', '\''}) {
    std::replace(plain.begin(), plain.end(), sign, ' ');
  }
  Replace(" cumulative update ", " cu", &plain);
  Replace(" service pack ", " sp", &plain);
  Replace(" update rollup ", " ru", &plain);
  Replace(" subscription edition ", " se ", &plain);
  for (std::string_view word : {" microsoft ", " exchange ", " server ", " for "}) {
    Replace(word, "  ", &plain);
  }
  for (std::string_view kind : {" cu ", " sp ", " ru "}) Replace(kind, kind.substr(0, 3), &plain);
  return plain;
}

bool HoldsEveryWord(std::string_view name, std::string_view words) {
  size_t asked = 0;
  for (size_t at = words.find_first_not_of(' '); at != std::string_view::npos;) {
    const size_t end = words.find(' ', at);  // PlainName ends with a blank
    if (name.find(words.substr(at - 1, end - at + 2)) == std::string_view::npos) return false;
    ++asked;
    at = words.find_first_not_of(' ', end);
  }
  return asked > 0;
}

}  // namespace

std::optional<Build> FindBuild(std::string_view version) {
  const auto parts = ReadVersion(version, 4);
  if (!parts) return std::nullopt;
  const BuildRow* row = FirstNotBelow(Number(*parts));
  if (row == BuildRows().end() || row->number != Number(*parts)) return std::nullopt;
  return row->build();
}

std::vector<Build> FindBuildsByName(std::string_view words) {
  const std::string asked = PlainName(words);
  std::vector<Build> found;
  for (const Build& build : AllBuilds()) {
    if (HoldsEveryWord(PlainName(build.name) + Lowered(build.kb) + ' ', asked)) {
      found.push_back(build);
    }
  }
  return found;
}

std::optional<Build> BaseBuild(std::string_view version) {
  auto parts = ReadVersion(version, 3);
  if (!parts) return std::nullopt;
  (*parts)[3] = 0;
  const uint64_t first = Number(*parts);
  std::optional<Build> newest;
  for (const BuildRow* row = FirstNotBelow(first);
       row != BuildRows().end() && row->number >> 16 == first >> 16; ++row) {
    if (row->is_base) newest = row->build();
  }
  return newest;
}

std::string_view ProductLine(std::string_view version) {
  constexpr uint32_t kFirstOfSubscriptionEdition = 2562;
  const auto parts = ReadVersion(version, 2);
  if (!parts) return {};
  const auto [major, minor, build, revision] = *parts;
  if (major == 8) return "2007";
  if (major == 14) return "2010";
  if (major != 15 || minor > 2) return {};
  if (minor == 0) return "2013";
  if (minor == 1) return "2016";
  if (build == 0) return {};  // 15.2 alone may be either
  return build < kFirstOfSubscriptionEdition ? "2019" : "SE";
}

std::string_view SupportEnds(std::string_view product_line) {
  for (const Pair& row : SupportRows()) {
    if (row.key.view() == product_line) return row.value;
  }
  return {};
}

std::string UpdateName(const Build& build) {
  const std::string_view rollup = RollupOf(build.name);
  const std::string_view update = AfterProduct(build.name);
  if (rollup.empty()) return std::string(update);
  return fmt::format("{} RU{}", update.empty() ? "RTM" : update, rollup);
}

const std::vector<Build>& AllBuilds() {
  static const std::vector<Build> builds = [] {
    std::vector<Build> all;
    for (const BuildRow& row : BuildRows()) all.push_back(row.build());
    return all;
  }();
  return builds;
}

}  // namespace exdiag::knowledge
