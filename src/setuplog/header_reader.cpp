#include "setuplog/header_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "setuplog/ascii_case.h"
#include "setuplog/phrase.h"

namespace exdiag::setuplog {
namespace {

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
    text.remove_suffix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
    text.remove_prefix(1);
  return text;
}

// The value at the end of a header line: without quotes, the closing full stop and blanks.
std::string_view Value(std::string_view text) {
  text = Trimmed(text);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') {
    text = text.substr(1, text.size() - 2);
  }
  return text;
}

struct HeaderLine {
  std::string_view prefix;
  std::string Header::*field;
};

constexpr std::array kHeaderLines = {
    HeaderLine{"Setup version: ", &Header::setup_version},
    HeaderLine{"Logged on user: ", &Header::user},
    HeaderLine{"Local time zone: ", &Header::time_zone},
    HeaderLine{"Operating system version: ", &Header::os},
    HeaderLine{"The installation mode is set to: ", &Header::installation_mode},
    HeaderLine{"The locally installed version is ", &Header::installed_version},
    HeaderLine{"The backup copy of the previously installed version is ", &Header::backup_version},
    HeaderLine{"Setup has chosen the global catalog server ", &Header::global_catalog},
    HeaderLine{"Setup will use the global catalog ", &Header::global_catalog},
    HeaderLine{"Setup will use the domain controller ", &Header::domain_controller},
    HeaderLine{"Exchange Installation Directory : ", &Header::install_directory},
    HeaderLine{"The backup copy of the install path is ", &Header::install_directory},
    HeaderLine{"Server Name=", &Header::server},
    HeaderLine{"RuntimeAssembly was started with the following command: ", &Header::command_line},
    HeaderLine{"Setup will attempt to use the Schema Master domain controller ",
               &Header::schema_master},
    HeaderLine{"The schema master domain controller is ", &Header::schema_master},
    HeaderLine{"The Schema Master domain controller is ", &Header::schema_master},
    HeaderLine{"Schema Master is ", &Header::schema_master},
};

std::string_view Between(std::string_view text, std::string_view before, std::string_view after) {
  const size_t begin = text.find(before);
  if (begin == std::string_view::npos) return {};
  const size_t from = begin + before.size();
  const size_t end = text.find(after, from);
  return end == std::string_view::npos ? std::string_view() : text.substr(from, end - from);
}

constexpr size_t kMostRoles = 50;

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  size_t at = 0;
  while (at < text.size() && words.size() < kMostRoles) {
    const size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void ReadParameter(std::string_view text, Attempt* attempt) {
  const std::string_view name = Between(text, "Name='", "'");
  const size_t value_at = text.find("Value='");
  if (name.empty() || value_at == std::string_view::npos) return;
  std::string_view value = text.substr(value_at + 7);
  value = Trimmed(value.substr(0, value.find('\n')));
  if (!value.empty() && value.back() == '.') value.remove_suffix(1);
  if (!value.empty() && value.back() == '\'') value.remove_suffix(1);
  constexpr size_t kMostParameters = 200;  // setup has some forty
  if (attempt->parameters.size() < kMostParameters)
    attempt->parameters.emplace_back(LowerCase(name), std::string(value));
  if (LowerCase(name) == "sourcedir") attempt->header.source_directory = value;
}

// "Microsoft Exchange Server 2016" → "Exchange Server 2016".
std::string ProductOf(std::string_view title) {
  const size_t begin = title.find("Exchange");
  std::string product(Trimmed(title.substr(begin)));
  product.resize(product.rfind("Setup"));  // which every title has
  while (product.back() == ' ' || product.back() == '-') product.pop_back();
  if (StartsWith(product, "Exchange 2007")) product.insert(8, " Server");
  return product;
}

// "'Bridgehead','ClientAccess'" of the prerequisite task's -Roles.
std::vector<std::string> RolesOfTask(std::string_view text) {
  constexpr std::string_view kRoles = "-Roles ";
  std::vector<std::string> roles;
  const size_t begin = text.find(kRoles);
  if (begin == std::string_view::npos) return roles;
  std::string_view list = text.substr(begin + kRoles.size());
  list = list.substr(0, list.find(" -"));
  size_t at = 0;
  while (roles.size() < kMostRoles && (at = list.find('\'', at)) != std::string_view::npos) {
    const size_t end = list.find('\'', at + 1);
    if (end == std::string_view::npos) break;
    const std::string_view name = list.substr(at + 1, end - at - 1);
    if (!name.empty() && name != "Global" && name.size() < 40) {
      roles.push_back(std::string(name) + "Role");
    }
    at = end + 1;
  }
  return roles;
}

void ReadNames(std::string_view text, Attempt* attempt) {
  Header& header = attempt->header;
  if (StartsWith(text, "The following roles are installed:")) {
    header.roles = Words(text.substr(34));
  } else if (StartsWith(text, "Setup launched task 'test-SetupPrerequisites") &&
             header.roles.empty()) {
    header.roles = RolesOfTask(text);
  } else if (StartsWith(text, "Exchange organization container for the organization is 'CN=")) {
    header.organization = Between(text, "'CN=", ",");
  } else if (StartsWith(text, "An Exchange organization with name '") &&
             header.organization.empty()) {
    header.organization = Between(text, "'", "'");
  } else if (StartsWith(text, "Finished loading screen ")) {
    header.interface = "gui";
  }
}

void ReadSchemaMaster(std::string_view text, Header* header) {
  constexpr Phrase kPhrase{"Setup will attempt to use the Schema Master domain controller "};
  if (const size_t at = kPhrase.In(text.substr(0, 400)); at != std::string_view::npos) {
    header->schema_master = Value(text.substr(at + kPhrase.size()));
  }
}

std::string ModeOfSwitches(const Attempt& attempt) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSwitches = {{
      {"prepareschema", "PrepareSchema"},
      {"preparead", "PrepareAD"},
      {"preparedomain", "PrepareDomain"},
      {"preparealldomains", "PrepareAllDomains"},
      {"preparelegacyexchangepermissions", "PrepareLegacyExchangePermissions"},
      {"preparetopology", "PrepareTopology"},
      {"newprovisionedserver", "NewProvisionedServer"},
      {"removeprovisionedserver", "RemoveProvisionedServer"},
  }};
  std::string mode;
  for (const auto& [name, value] : attempt.parameters) {
    if (name == "mode" && !value.empty()) return value;
    for (const auto& [given, meant] : kSwitches) {
      if (name == given && mode.empty()) mode = meant;
    }
  }
  return mode;
}

// "Windows 10.0 build 17763" of the settings; the head always says NT 6.2.9200 because of a
// manifest.
std::string OsOfSettings(const std::vector<Setting>& settings) {
  std::string version;
  std::string build;
  for (const Setting& setting : settings) {
    if (setting.value.empty() || setting.value == "<NULL>") continue;
    if (setting.name == "WindowsVersion") version = setting.value;
    if (setting.name == "WindowsBuild") build = setting.value;
  }
  if (version.empty() && build.empty()) return {};
  return "Windows" + (version.empty() ? "" : " " + version) +
         (build.empty() ? "" : " build " + build);
}

}  // namespace

bool IsTitle(std::string_view text) {
  text = Trimmed(text);
  return text.size() <= 120 && StartsWith(text, "Starting Microsoft Exchange") &&
         text.find("Setup") != std::string_view::npos;
}

bool IsStarLine(std::string_view text) {
  text = Trimmed(text);
  return text.size() >= 40 && text.find_first_not_of('*') == std::string_view::npos;
}

void ReadHeaderLine(std::string_view text, Attempt* attempt) {
  Header& header = attempt->header;
  if (StartsWith(text, "Command Line Parameter Name=")) return ReadParameter(text, attempt);
  // In a paste without stamps and levels, other messages may follow as if they went on with it.
  text = text.substr(0, text.find('\n'));
  if (text.empty()) return;
  if (IsTitle(text)) {
    header.product = ProductOf(text);
    return;
  }
  for (const HeaderLine& line : kHeaderLines) {
    if (text[0] != line.prefix[0] || !StartsWith(text, line.prefix)) continue;
    const std::string_view value = Value(text.substr(line.prefix.size()));
    // Later lines repeat the first facts with less: the backup path is older than the directory.
    if (!value.empty()) header.*line.field = value;
    return;
  }
  ReadNames(text, attempt);
  ReadSchemaMaster(text, &header);
}

void ReadHeaderSetting(const Setting& setting, Header* header) {
  if (setting.value.empty() || setting.value == "<NULL>") return;
  if (setting.name == "ComputerNameDnsFullyQualified") header->server = setting.value;
  if (setting.name == "SiteName") header->site = setting.value;
  if (setting.name == "SchemaMaster" || setting.name == "SmoSchemaMaster") {
    header->schema_master = setting.value;
  }
}

void CompleteHeader(Attempt* attempt) {
  Header& header = attempt->header;
  if (std::string os = OsOfSettings(attempt->settings); !os.empty()) header.os = std::move(os);
  header.mode = ModeOfSwitches(*attempt);
  if (header.mode.empty()) {
    if (header.installation_mode == "BuildToBuildUpgrade") header.mode = "Upgrade";
    if (header.installation_mode == "DisasterRecovery") header.mode = "RecoverServer";
    if (header.installation_mode == "Uninstall") header.mode = "Uninstall";
  }
  if (!header.backup_version.empty()) header.installed_version = header.backup_version;
  if (header.interface.empty() && !header.command_line.empty()) header.interface = "console";
}

}  // namespace exdiag::setuplog
