#include "redact/well_known.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "redact/letters.h"
#include "redact/vocabulary.h"

namespace exdiag::redact {
namespace {

using Names = std::unordered_set<std::string_view>;

bool EndsWithDomain(std::string_view name, std::string_view domain) {
  return name == domain || (name.size() > domain.size() && name.ends_with(domain) &&
                            name[name.size() - domain.size() - 1] == '.');
}

// Numbers of LCIDs, ldf files and display templates; some are hexadecimal, as "c0a".
bool IsShortNumber(std::string_view word) {
  return word.size() <= 4 && std::any_of(word.begin(), word.end(), IsDigit) &&
         std::all_of(word.begin(), word.end(), IsHexDigit);
}

}  // namespace

bool IsOrdinaryName(std::string_view name) {
  size_t at = 0;
  while (at < name.size()) {
    if (IsEastAsian(name, at)) return false;
    if (WordCharacterAt(name, at) == 0) {
      ++at;
      continue;
    }
    const size_t end = EndOfWord(name, at);
    const std::string_view word = name.substr(at, end - at);
    if (word.size() > 1 && !IsOrdinaryWord(word) && !IsShortNumber(word)) return false;
    at = end;
  }
  return true;
}

bool IsWellKnownGuid(std::string_view guid) {
  // Node ids of version 1 GUIDs: the cards of the machines on which the schema was designed.
  constexpr std::array<std::string_view, 4> kMicrosoftNodes = {"00aa00", "00c04f", "0000f8",
                                                               "00065b"};
  // Applications of Office 365 and COM classes of Windows.
  constexpr std::array<std::string_view, 3> kEndings = {
      "-0ff1-ce00-000000000000", "-0000-c000-000000000000", "-0000-c000-000000000046"};
  static const Names guids = {
      "00000000-0000-0000-0000-000000000000",
      // Arbitration, discovery, federation and audit mailboxes.
      "1f05a927-3be2-4fb9-aa03-b59fe3b56f4c",
      "1f05a927-89c0-4725-adca-4527114196a1",
      "bb558c35-97f1-4cb9-8ff7-d53741dc928c",
      "e0dc1c29-89c3-4034-b678-e6c29d823ed9",
      "d0e409a0-af9b-4720-92fe-aac869b0d201",
      "2ce34405-31be-455d-89d7-a7c7da7a0daa",
      "8cc370d3-822a-4ab8-a926-bb94bd0641a9",
      "d919ba05-46a6-415f-80ad-7e09334bb852",
      "8f3e7716-2011-43e4-96b1-aba62d229136",
      "4c1f4d8b-8179-4148-93bf-00a95fa1e042",
      "6c01d2a7-f083-4503-8132-789eeb127b84",
      "46ac1161-fe06-9b10-4abd-522a50355a78",
      // Products: Exchange 2007, 2010, 2013 and later, language packs, UCMA, Visual C++.
      "24b2c164-de66-44fe-b468-a46d9d5e6b31",
      "4934d1ea-be46-48b1-8847-f1af20e892c1",
      "cd981244-e9b8-405a-9026-6aeb9dcef1f1",
      "8466eaed-7024-4aee-9d13-f3a55b98d114",
      "902f4f35-d5dc-4363-8671-d5ef0d26c21d",
      "a41cbe7d-949c-41dd-9869-abba99f97c8a",
      "4828cc14-1437-45bc-9b07-ad6f015e5f28",
      "d3614c7c-d214-4f1f-bd4c-00d91c67f93f",
      "9faa17c4-73d7-4e6d-9012-6274971434d5",
      "f63c3a12-7852-4654-b208-125c32eb409a",
      "99aa0a89-1e09-4dd5-8f17-998a1cbe2154",
      "c3f10d8c-bd70-4516-b2b4-bf6901980741",
      "b79f9eb4-6d81-48f3-bc2d-3a0a83c30742",
      "d0faeb2a-79d3-4ded-aa40-20f3b187b414",
      "4a96fd69-9cec-4a48-9571-5c9e8ab3cfe9",
      "22cdcab6-17f3-435a-a3a9-ec7dcb636608",
  };
  const std::string_view node = guid.substr(24);
  return guids.contains(guid) ||
         std::any_of(kMicrosoftNodes.begin(), kMicrosoftNodes.end(),
                     [&](std::string_view front) { return node.starts_with(front); }) ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return guid.ends_with(ending); });
}

bool IsWellKnownAccount(std::string_view name) {
  static const Names accounts = {
      "administrator",
      "administrators",
      "guest",
      "krbtgt",
      "public",
      "default",
      "default user",
      "all users",
      "system",
      "local service",
      "network service",
      "everyone",
      "authenticated users",
      "anonymous logon",
      "self",
      "trustedinstaller",
      "domain admins",
      "domain users",
      "domain computers",
      "domain controllers",
      "enterprise admins",
      "schema admins",
      "exchange servers",
      "exchange trusted subsystem",
      "exchange windows permissions",
      "organization management",
      "networkservice",
      "localservice",
  };
  return accounts.contains(name);
}

bool IsWellKnownAuthority(std::string_view name) {
  static const Names authorities = {
      "nt authority", "authority",      "nt service", "service",  "builtin", "iis apppool",
      "apppool",      "window manager", "hklm",       "hkcu",     "hku",     "hkcr",
      "software",     "system",         "microsoft",  "registry",
  };
  return authorities.contains(name);
}

bool IsWellKnownRid(std::string_view digits) { return digits.size() <= 3; }

bool IsPublicDomain(std::string_view domain) {
  static constexpr std::array<std::string_view, 32> kDomains = {
      "microsoft.com",
      "windows.com",
      "windows.net",
      "windowsupdate.com",
      "live.com",
      "msn.com",
      "passport.com",
      "passport.net",
      "microsoftonline.com",
      "microsoftonline-p.com",
      "microsoftonline-p.net",
      "office.com",
      "office365.com",
      "office.net",
      "outlook.com",
      "hotmail.com",
      "msocsp.com",
      "aka.ms",
      "technet.com",
      "msdn.com",
      "azure.com",
      "azure.net",
      "w3.org",
      "xmlsoap.org",
      "oasis-open.org",
      "openxmlformats.org",
      "iana.org",
      "ietf.org",
      "verisign.com",
      "digicert.com",
      "github.com",
      "exchange.ms",
  };
  return std::any_of(kDomains.begin(), kDomains.end(),
                     [&](std::string_view known) { return EndsWithDomain(domain, known); });
}

bool IsTopLevelDomain(std::string_view label) {
  static const Names labels = {
      "com",    "net",    "org",      "info",  "biz",      "edu",   "gov",         "mil",
      "int",    "eu",     "de",       "at",    "ch",       "li",    "fr",          "nl",
      "be",     "lu",     "it",       "es",    "pt",       "pl",    "ru",          "ua",
      "by",     "cz",     "sk",       "hu",    "ro",       "bg",    "gr",          "tr",
      "dk",     "se",     "no",       "fi",    "ee",       "lv",    "lt",          "uk",
      "ie",     "us",     "ca",       "au",    "nz",       "in",    "cn",          "hk",
      "tw",     "jp",     "kr",       "sg",    "my",       "th",    "vn",          "id",
      "ph",     "br",     "mx",       "ar",    "cl",       "co",    "pe",          "za",
      "il",     "ae",     "sa",       "ir",    "eg",       "si",    "hr",          "rs",
      "ba",     "mk",     "kz",       "ge",    "io",       "me",    "tv",          "cc",
      "cloud",  "group",  "bank",     "swiss", "berlin",   "local", "localdomain", "lan",
      "corp",   "intern", "internal", "intra", "intranet", "priv",  "private",     "home",
      "office", "domain", "lokal",    "loc",   "arpa",     "test",  "example",     "invalid",
  };
  return labels.contains(label);
}

bool IsServiceLabel(std::string_view label) {
  static const Names labels = {"autodiscover",  "gc", "dc", "pdc", "domains", "domaindnszones",
                               "forestdnszones"};
  return label.starts_with("_") || labels.contains(label);
}

bool LooksLikeServerName(std::string_view word) {
  static constexpr std::array<std::string_view, 19> kFronts = {
      "exch", "ex",  "mail", "mbx", "mx",  "dc",   "srv",    "hub", "cas", "mgmt",
      "fs",   "sql", "dag",  "db",  "svr", "win-", "server", "msx", "edge"};
  const size_t last = word.find_last_not_of("0123456789");
  const size_t digits = word.size() - (last + 1);
  if (last == std::string_view::npos || digits == 0 || digits > 3) return false;
  std::string_view stem = word.substr(0, last + 1);
  while (stem.ends_with('-')) stem.remove_suffix(1);
  const size_t hyphen = stem.find('-');
  const std::string_view first = stem.substr(0, hyphen);
  return std::any_of(kFronts.begin(), kFronts.end(), [&](std::string_view front) {
    return first == front || stem.ends_with(front) ||
           (hyphen != std::string_view::npos && first.starts_with(front));
  });
}

}  // namespace exdiag::redact
