#include "redact/name_table.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "redact/letters.h"
#include "redact/well_known.h"

namespace exdiag::redact {
namespace {

std::string Padded(int number, size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// The networks that are set aside for documentation; then those for benchmarks.
std::string Ipv4Number(int number) {
  static constexpr std::array<std::string_view, 3> kNetworks = {"192.0.2.", "198.51.100.",
                                                                "203.0.113."};
  constexpr int kHosts = 254;
  const int network = (number - 1) / kHosts;
  const int host = (number - 1) % kHosts + 1;
  if (network < 3)
    return std::string(kNetworks[static_cast<size_t>(network)]) + std::to_string(host);
  return "198." + std::to_string(18 + network / 256 % 2) + "." + std::to_string(network % 256) +
         "." + std::to_string(host);
}

std::string HexText(int number) {
  std::string text;
  for (; number > 0 || text.empty(); number /= 16)
    text.insert(text.begin(), "0123456789abcdef"[number % 16]);
  return text;
}

std::string NumberedForm(NameKind kind, int number) {
  switch (kind) {
    case NameKind::kIpv4:
      return Ipv4Number(number);
    case NameKind::kIpv6:
      return "2001:db8::" + HexText(number);
    case NameKind::kGuid:
      return "00000000-0000-0000-0000-" + Padded(number, 12);
    case NameKind::kThumbprint:
      return Padded(number, 40);
    case NameKind::kProductKey:
      return "XXXXX-XXXXX-XXXXX-XXXXX-" + Padded(number, 5);
    case NameKind::kUser:
      return "USER-" + std::to_string(number);
    case NameKind::kOrganization:
      return "ORGANIZATION-" + std::to_string(number);
    case NameKind::kSite:
      return "SITE-" + std::to_string(number);
    default:
      return "NAME-" + std::to_string(number);
  }
}

// Which kind a bare word is taken for, where it is of several.
int RankOf(NameKind kind) {
  static constexpr std::array<NameKind, 6> kOrder = {
      NameKind::kHost, NameKind::kOrganization, NameKind::kNetBiosDomain,
      NameKind::kUser, NameKind::kSite,         NameKind::kName};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), kind) - kOrder.begin());
}

// Where the relative identifier of a SID begins, with its hyphen; npos if the SID is that of a
// domain.
size_t RidBorder(std::string_view sid) {
  return std::count(sid.begin(), sid.end(), '-') >= 7 ? sid.rfind('-') : std::string_view::npos;
}

// A host or account "srv-mail_01" is told from setup's words although each of its words is one.
bool IsCompound(NameKind kind, std::string_view name) {
  const bool may_be = kind == NameKind::kHost || kind == NameKind::kUser;
  return may_be && name.find_first_of("-_") != std::string_view::npos;
}

}  // namespace

std::string_view NameKindText(NameKind kind) {
  static constexpr std::array<std::string_view, 13> kTexts = {
      "host", "domain", "netbios-domain", "user",       "organization", "site", "name", "ipv4",
      "ipv6", "sid",    "guid",           "thumbprint", "product-key"};
  return kTexts[static_cast<size_t>(kind)];
}

std::string NameTable::Key(std::string_view name) { return Folded(name); }

void NameTable::Learn(NameKind kind, std::string_view name) {
  if (!name.empty()) Add(kind, name);
}

bool NameTable::Knows(NameKind kind, std::string_view name) const {
  const auto names = index_.find(kind);
  if (names == index_.end()) return false;
  const auto entry = names->second.find(Key(name));
  return entry != names->second.end() && entries_[entry->second].known;
}

size_t NameTable::Add(NameKind kind, std::string_view name) {
  if (kind == NameKind::kSid && RidBorder(name) != std::string_view::npos) {
    Add(kind, name.substr(0, RidBorder(name)));  // its domain, which gets a stand-in first
  }
  std::string key = Key(name);
  const auto [place, is_new] = IndexOf(kind).try_emplace(key, entries_.size());
  if (is_new) {
    entries_.push_back({kind, std::string(name), {}, 0, !is_settled_});
    originals_.insert(std::move(key));
  } else if (!is_settled_) {
    MakeKnown(place->second);
  }
  return place->second;
}

void NameTable::MakeKnown(size_t at) {
  if (entries_[at].known) return;
  entries_[at].known = true;
  if (!entries_[at].stand_in.empty()) AddSpelling(at);
}

std::string NameTable::StandIn(NameKind kind, std::string_view name) {
  const size_t at = Add(kind, name);
  if (!is_settled_) return {};
  if (entries_[at].stand_in.empty()) Settle();
  ++entries_[at].count;
  return entries_[at].stand_in;
}

std::string_view NameTable::DomainSuffixOf(std::string_view dotted_name) const {
  while (true) {
    const bool is_too_long = dotted_name.size() > kLongestName;
    if (!is_too_long && Knows(NameKind::kDomain, dotted_name)) return dotted_name;
    const size_t dot = dotted_name.find('.');
    if (dot == std::string_view::npos) return {};
    dotted_name.remove_prefix(dot + 1);
  }
}

void NameTable::Settle() {
  is_settled_ = true;
  std::vector<size_t> order;
  for (; settled_ < entries_.size(); ++settled_) order.push_back(settled_);
  const auto rank = [this](size_t at) {
    const Entry& entry = entries_[at];
    const auto labels = entry.kind == NameKind::kDomain
                            ? std::count(entry.original.begin(), entry.original.end(), '.')
                            : std::ptrdiff_t{0};
    return std::tuple(entry.kind != NameKind::kDomain, labels);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return rank(a) < rank(b); });
  for (const size_t at : order) {
    Choose(&entries_[at]);
    if (entries_[at].known) AddSpelling(at);
  }
  spellings_.Settle();
}

void NameTable::Choose(Entry* entry) {
  const std::string key = Key(entry->original);
  switch (entry->kind) {
    case NameKind::kDomain:
      entry->stand_in = ChosenDomain(key);
      return;
    case NameKind::kNetBiosDomain:
      entry->stand_in = ChosenNetBios(key);
      return;
    case NameKind::kHost:
      entry->stand_in = ChosenHost(key);
      return;
    case NameKind::kSid:
      entry->stand_in = ChosenSid(key);
      return;
    default:
      break;
  }
  int& number = numbers_[std::string(NameKindText(entry->kind))];
  do {
    entry->stand_in = NumberedForm(entry->kind, ++number);
  } while (originals_.contains(Key(entry->stand_in)));
}

std::string NameTable::NextName(std::string_view front, int* number) {
  int& last = numbers_[std::string(front)];
  std::string name;
  do {
    name = std::string(front) + std::to_string(++last);
  } while (originals_.contains(Key(name)));
  *number = last;
  return name;
}

// "domain-1.example"; "domain-2.domain-1.example" for one below it.
std::string NameTable::ChosenDomain(std::string_view name) {
  const size_t dot = name.find('.');
  int number = 0;
  const std::string own = NextName("domain-", &number);
  domain_number_of_label_.try_emplace(std::string(name.substr(0, dot)), number);
  const std::string_view parent =
      dot == std::string_view::npos ? std::string_view() : DomainSuffixOf(name.substr(dot + 1));
  if (parent.empty()) return own + ".example";
  return own + "." + entries_[index_[NameKind::kDomain][std::string(parent)]].stand_in;
}

// The number of the domain that begins with the same label.
std::string NameTable::ChosenNetBios(const std::string& key) {
  const auto found = domain_number_of_label_.find(key);
  int number = 0;
  if (found == domain_number_of_label_.end()) NextName("domain-", &number);
  return "DOMAIN-" +
         std::to_string(found == domain_number_of_label_.end() ? number : found->second);
}

std::string NameTable::ChosenHost(const std::string& key) {
  int number = 0;
  return NextName(controllers_.contains(key) ? "DC-" : "EX-", &number);
}

// "S-1-5-21-1-1-2-1003": the second domain's third account.
std::string NameTable::ChosenSid(const std::string& key) {
  const size_t rid = RidBorder(key);
  if (rid == std::string::npos) return "S-1-5-21-1-1-" + std::to_string(++numbers_["sid"]);
  const std::string digits = key.substr(rid + 1);
  return entries_[index_[NameKind::kSid][key.substr(0, rid)]].stand_in + "-" +
         (IsWellKnownRid(digits) ? digits : std::to_string(1000 + ++numbers_["rid"]));
}

void NameTable::AddSpelling(size_t at) {
  const Entry& entry = entries_[at];
  const std::string folded = Key(entry.original);
  if (RankOf(entry.kind) > 5 || folded.size() < 3) return;
  if (IsOrdinaryName(folded) && !IsCompound(entry.kind, folded)) return;
  spellings_.Add(folded, RankOf(entry.kind), at);
}

size_t NameTable::FindAt(std::string_view text, size_t at, NameKind* kind,
                         std::string* name) const {
  const auto found = spellings_.LongestAt(text, at);
  if (!found) return 0;
  *kind = entries_[found->entry].kind;
  *name = entries_[found->entry].original;
  return found->bytes;
}

std::vector<Replacement> NameTable::replacements() const {
  std::vector<Replacement> list;
  for (const Entry& entry : entries_) {
    list.push_back(
        {std::string(NameKindText(entry.kind)), entry.original, entry.stand_in, entry.count});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Replacement& a, const Replacement& b) { return a.kind < b.kind; });
  return list;
}

}  // namespace exdiag::redact
