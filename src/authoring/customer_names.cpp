#include "authoring/customer_names.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "knowledge/builds.h"

namespace exdiag::authoring {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 17> kExamples = {
    "contoso",     "fabrikam",         "adatum",        "tailspintoys", "northwindtraders",
    "example",     "woodgrove",        "woodgrovebank", "litware",      "litwareinc",
    "wingtiptoys", "proseware",        "treyresearch",  "fourthcoffee", "alpineskihouse",
    "cohowinery",  "lucernepublishing"};
constexpr std::array<Words, 4> kReservedTopLevels = {"test", "example", "invalid", "localhost"};
constexpr std::array<Words, 18> kPublic = {
    "microsoft.com", "windows.com",  "windows.net",  "windowsupdate.com",   "office.com",
    "office365.com", "outlook.com",  "live.com",     "microsoftonline.com", "msocsp.com",
    "w3.org",        "digicert.com", "verisign.com", "github.com",          "msftncsi.com",
    "asp.net",       "ado.net",      "setup.com"};
// Of accounts: hives and branches of the registry, security authorities, drives of PowerShell.
constexpr std::array<Words, 20> kNoDomains = {
    "HKLM",      "HKCU",    "HKCR",    "HKU",    "SOFTWARE", "SYSTEM", "BUILTIN",
    "AUTHORITY", "APPPOOL", "SERVICE", "NT",     "WMI",      "CIMV2",  "ROOT",
    "LOCAL",     "MACHINE", "DOMAIN",  "FIP-FS", "V14",      "V15"};

template <size_t kSize>
bool IsAmong(const std::array<Words, kSize>& words, Words word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string LowerCase(Words text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// "EX01", "DC02": names that say what a machine is for, and no more.
bool IsExampleMachine(Words name) {
  static const RE2 kMachine("(?:EX|DC|GC|MBX|CAS|HUB|HT|EDGE|SRV|SERVER|UM)-?\\d{1,2}");
  return RE2::FullMatch(re2::StringPiece(name.data(), name.size()), kMachine);
}

bool IsWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

std::vector<Words> Labels(Words host) {
  std::vector<Words> labels;
  while (true) {
    const size_t dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    if (dot == Words::npos) return labels;
    host.remove_prefix(dot + 1);
  }
}

// Calls take(at, text) for each match of a pattern that no word character touches.
template <typename Take>
void ForEach(Words text, const RE2& pattern, Take take) {
  re2::StringPiece found;
  size_t from = 0;
  while (from < text.size() && pattern.Match(re2::StringPiece(text.data(), text.size()), from,
                                             text.size(), RE2::UNANCHORED, &found, 1)) {
    const auto at = static_cast<size_t>(found.data() - text.data());
    const size_t end = at + found.size();
    const bool alone = (at == 0 || (!IsWord(text[at - 1]) && text[at - 1] != '.')) &&
                       (end == text.size() || !IsWord(text[end])) &&
                       !(end + 1 < text.size() && text[end] == '.' && IsWord(text[end + 1]));
    if (alone) take(at, text.substr(at, found.size()));
    from = std::max(end, at + 1);
  }
}

// Top levels that are written in lower case, or the whole name in upper case: "System.Net" is a
// type.
bool IsSpelledAsHost(Words name) {
  const Words top = name.substr(name.rfind('.') + 1);
  const auto is_upper = [](unsigned char c) { return std::isupper(c) != 0; };
  const auto is_lower = [](unsigned char c) { return std::islower(c) != 0; };
  return std::none_of(top.begin(), top.end(), is_upper) ||
         std::none_of(name.begin(), name.end(), is_lower);
}

void FindHosts(Words text, std::vector<CustomerName>* names) {
  static const RE2 kHost(
      R"((?i)(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:com|net|org|edu|gov|mil|local|lan|lab|corp|internal|intern|intra|intranet|priv|private|ad|loc|dom|domain|home|root|root-domain|de|at|ch|fr|it|es|nl|be|uk|us|ca|au|nz|jp|cn|ru|pl|cz|se|no|fi|dk|pt|br|eu|info|biz|io|co|tr|hu|gr|ro|ua|il|za|mx|ar|kr|tw|hk|sg|ie))");
  ForEach(text, kHost, [&](size_t at, Words name) {
    if (IsSpelledAsHost(name) && !IsHarmlessHost(name))
      names->push_back({at, std::string(name), "domain"});
  });
}

void FindDistinguishedNames(Words text, std::vector<CustomerName>* names) {
  static const RE2 kDomain(R"((?i)DC=[a-z0-9-]+(?:, ?DC=[a-z0-9-]+)*)");
  ForEach(text, kDomain, [&](size_t at, Words name) {
    std::string host = LowerCase(name);
    RE2::GlobalReplace(&host, ", ?dc=", ".");
    host.erase(0, 3);
    // A single part is one of a name that a pattern or the log has cut.
    if (host.find('.') != std::string::npos && !IsHarmlessHost(host))
      names->push_back({at, std::string(name), "domain"});
  });
}

void FindAccounts(Words text, std::vector<CustomerName>* names) {
  static const RE2 kAccount(R"([A-Z][A-Z0-9-]{1,14}\\[A-Za-z][A-Za-z0-9._$-]*)");
  ForEach(text, kAccount, [&](size_t at, Words name) {
    const Words domain = name.substr(0, name.find('\\'));
    const bool in_path =
        at > 0 && (text[at - 1] == '\\' || text[at - 1] == ':' || text[at - 1] == '/');
    if (in_path || IsAmong(kNoDomains, domain) || domain.starts_with("HKEY") ||
        IsAmong(kExamples, Words(LowerCase(domain))) || IsExampleMachine(domain))
      return;
    names->push_back({at, std::string(name), "account"});
  });
}

bool IsDocumentationAddress(Words address) {
  for (const Words prefix :
       {"192.0.2.", "198.51.100.", "203.0.113.", "127.", "255.255.", "0.0.0.0"}) {
    if (address.starts_with(prefix)) return true;
  }
  return false;
}

// A dotted quad may be a version: one of Exchange or Windows, or one of an assembly.
bool IsVersion(Words text, size_t at, Words quad) {
  static const RE2 kBefore(R"((?i)(?:version|versions|build|v|kb|release)\W{0,3}$)");
  const Words before = text.substr(at > 24 ? at - 24 : 0, std::min<size_t>(at, 24));
  return RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), kBefore) ||
         quad.ends_with(".0.0") || !knowledge::ProductLine(quad).empty() ||
         knowledge::FindBuild(quad).has_value();
}

void FindAddresses(Words text, std::vector<CustomerName>* names) {
  static const RE2 kQuad(
      R"((?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})");
  ForEach(text, kQuad, [&](size_t at, Words quad) {
    if (!IsDocumentationAddress(quad) && !IsVersion(text, at, quad))
      names->push_back({at, std::string(quad), "address"});
  });
  static const RE2 kColons(
      R"((?i)[0-9a-f]{1,4}(?:::?[0-9a-f]{1,4}){2,7}|[0-9a-f]{1,4}::[0-9a-f]{1,4})");
  ForEach(text, kColons, [&](size_t at, Words address) {
    const bool has_gap = address.find("::") != Words::npos;
    const bool whole = std::count(address.begin(), address.end(), ':') == 7;
    const bool has_digit = std::any_of(address.begin(), address.end(),
                                       [](unsigned char c) { return std::isdigit(c) != 0; });
    if ((!has_gap && !whole) || !has_digit || LowerCase(address).starts_with("2001:db8")) return;
    names->push_back({at, std::string(address), "address"});
  });
}

}  // namespace

bool IsHarmlessHost(Words host) {
  const std::string lower = LowerCase(host);
  for (const Words known : kPublic) {
    const bool below = lower.size() > known.size() && lower.ends_with(known) &&
                       lower[lower.size() - known.size() - 1] == '.';
    if (lower == known || below) return true;
  }
  const std::vector<Words> labels = Labels(lower);
  if (IsAmong(kReservedTopLevels, labels.back())) return true;
  if (labels.size() < 2) return IsAmong(kExamples, labels.back());
  // "mail.contoso.com", "contoso.co.uk", "contoso.mail.onmicrosoft.com".
  return IsAmong(kExamples, labels[labels.size() - 2]) ||
         (labels.size() > 2 && IsAmong(kExamples, labels[labels.size() - 3]) &&
          (labels[labels.size() - 2].size() <= 3 || labels[labels.size() - 2] == "onmicrosoft")) ||
         (lower.ends_with(".onmicrosoft.com") && IsAmong(kExamples, labels.front()));
}

std::vector<CustomerName> FindCustomerNames(Words text) {
  std::vector<CustomerName> names;
  FindHosts(text, &names);
  FindDistinguishedNames(text, &names);
  FindAccounts(text, &names);
  FindAddresses(text, &names);
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  return names;
}

}  // namespace exdiag::authoring
