#include "redact/statements.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "redact/letters.h"
#include "redact/well_known.h"

namespace exdiag::redact {
namespace {

using Kind = StatedKind;

// A text that is followed by a name. The name ends at the quote with which the text ends, else at a
// blank, or where `whole_line` at the end of the line.
struct Statement {
  std::string_view before;
  Kind kind;
  bool whole_line = false;
};

constexpr std::array<Statement, 35> kStatements = {{
    {"Logged on user: ", Kind::kAccount, true},
    {"Server Name=", Kind::kHost},
    {"$RoleNetBIOSName = '", Kind::kHost},
    {"persisted domain controller: ", Kind::kDomainController},
    {"so setup will use ", Kind::kDomainController},
    {"global catalog server ", Kind::kDomainController},
    {"local domain controller ", Kind::kDomainController},
    {"the domain controller '", Kind::kDomainController},
    {"the global catalog '", Kind::kDomainController},
    {"Domain Controller: '", Kind::kDomainController},
    {"Global Catalog: '", Kind::kDomainController},
    {"Domain Controllers: '{ ", Kind::kDomainController},
    {"Schema Master: '", Kind::kDomainController},
    {"operation failed on ", Kind::kDomainController},
    {"response on ", Kind::kDomainController},
    {"Violation error occurred on ", Kind::kDomainController},
    {"Connecting to \"", Kind::kDomainController},
    {"local machine with name '", Kind::kHost},
    {"Exchange Server with identity '", Kind::kHost},
    {"on server '", Kind::kHost},
    {"on server \"", Kind::kHost},
    {"the server '", Kind::kHost},
    {"the server \"", Kind::kHost},
    {"computer '", Kind::kHost},
    {"organization with name '", Kind::kOrganization},
    {"OrganizationName to the value ", Kind::kOrganization, true},
    {"/o=", Kind::kOrganization},
    {"in site '", Kind::kSite},
    {"in the site '", Kind::kSite},
    {"Property(S): LogonUser = ", Kind::kAccount, true},
    {"Property(C): LogonUser = ", Kind::kAccount, true},
    {"Property(S): USERNAME = ", Kind::kAccount, true},
    {"Property(S): COMPANYNAME = ", Kind::kOrganization, true},
    {"Property(S): ComputerName = ", Kind::kHost, true},
    {"Property(C): ComputerName = ", Kind::kHost, true},
}};

using Kinds = std::unordered_map<std::string_view, Kind>;

// Settings of the readiness check whose value is a name.
const Kinds& SettingKinds() {
  static const Kinds kinds = {
      {"computernamednsfullyqualified", Kind::kHost},
      {"computernamenetbios", Kind::kHost},
      {"computernamednshostname", Kind::kHost},
      {"localservername", Kind::kHost},
      {"cmdletgetexchangeserverresult", Kind::kHost},
      {"cmdletgetumserverresult", Kind::kHost},
      {"clientaccessroleofequalorhigherversion", Kind::kHost},
      {"mailboxroleofequalorhigherversion", Kind::kHost},
      {"e12serverintopology", Kind::kHost},
      {"e14serverintopology", Kind::kHost},
      {"e15serverintopology", Kind::kHost},
      {"e16serverintopology", Kind::kHost},
      {"e19serverintopology", Kind::kHost},
      {"newprovisionedservername", Kind::kHost},
      {"dnshostname", Kind::kDomainController},
      {"domaincontroller", Kind::kDomainController},
      {"globalcatalog", Kind::kDomainController},
      {"smoroleowner", Kind::kDomainController},
      {"schemamaster", Kind::kDomainController},
      {"computerdomain", Kind::kDomain},
      {"computernamednsdomain", Kind::kDomain},
      {"gatewayproxy", Kind::kDomain},
      {"currentlogon", Kind::kAccount},
      {"organizationname", Kind::kOrganization},
      {"orgname", Kind::kOrganization},
      {"sitename", Kind::kSite},
      {"domaincontrollersitename", Kind::kSite},
      {"smoschemasitename", Kind::kSite},
      {"connectortostar", Kind::kName},
  };
  return kinds;
}

// Parameters of cmdlets and of setup's command line.
const Kinds& ParameterKinds() {
  static const Kinds kinds = {
      {"domaincontroller", Kind::kDomainController},
      {"dc", Kind::kDomainController},
      {"globalcatalog", Kind::kDomainController},
      {"preferreddomaincontroller", Kind::kDomainController},
      {"server", Kind::kHost},
      {"servername", Kind::kHost},
      {"computername", Kind::kHost},
      {"sourceserver", Kind::kHost},
      {"targetserver", Kind::kHost},
      {"mailboxserver", Kind::kHost},
      {"witnessserver", Kind::kHost},
      {"newprovisionedserver", Kind::kHost},
      {"nps", Kind::kHost},
      {"fqdn", Kind::kHost},
      {"organizationname", Kind::kOrganization},
      {"organization", Kind::kOrganization},
      {"on", Kind::kOrganization},
      {"domainname", Kind::kDomain},
      {"preparedomain", Kind::kDomain},
      {"pd", Kind::kDomain},
      {"smtpdomain", Kind::kDomain},
      {"user", Kind::kAccount},
      {"owner", Kind::kAccount},
      {"credential", Kind::kAccount},
      {"site", Kind::kSite},
      {"identity", Kind::kName},
      {"database", Kind::kName},
      {"mailboxdatabase", Kind::kName},
      {"mdbname", Kind::kName},
      {"databasename", Kind::kName},
      {"mailbox", Kind::kName},
      {"dag", Kind::kName},
      {"customername", Kind::kName},
  };
  return kinds;
}

// A longer value names nothing. Real lists of values have some ten.
constexpr size_t kLongestValue = 1024;
constexpr int kMostValues = 1000;

bool IsQuote(char c) { return c == '\'' || c == '"'; }

// A value that has a form of its own (a path, a distinguished name, a variable) is none to be
// learnt.
bool CanBeName(std::string_view value, Kind kind) {
  if (value.size() < 2 || (WordCharacterAt(value, 0) == 0 && !IsEastAsian(value, 0))) return false;
  const std::string_view excluded = kind == Kind::kAccount ? "/=:{}[]<>*?$" : "\\/=:{}[]<>*?@$";
  return value.find_first_of(excluded) == std::string_view::npos && value != "System.Object[]";
}

class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line) {}

  std::vector<StatedName> Read() {
    for (const Statement& statement : kStatements) ReadStatement(statement);
    ReadServerObject();
    ReadSetting();
    ReadParameters();
    ReadCommandLine();
    return Ordered();
  }

 private:
  void Add(Kind kind, size_t begin, size_t end) {
    if (end - begin > kLongestValue) return;
    const size_t last = line_.substr(0, end).find_last_not_of(". ,;\r\n");
    end = last == std::string_view::npos ? begin : std::max(begin, last + 1);
    if (CanBeName(line_.substr(begin, end - begin), kind)) names_.push_back({kind, begin, end});
  }

  // "the global catalog server could not be reached" names none.
  bool IsProse(size_t begin, size_t end) const {
    const std::string_view word = line_.substr(begin, end - begin);
    return word.substr(0, word.find_last_not_of(".,;") + 1).find('.') == std::string_view::npos &&
           IsOrdinaryName(Folded(word));
  }

  size_t EndOfValue(size_t begin, char quote) const {
    const std::string_view rest = line_.substr(begin, kLongestValue + 1);
    const size_t size = quote != '\0' ? rest.find(quote) : rest.find_first_of(" \t'\"/,)}>");
    return begin + std::min(size, rest.size());
  }

  void ReadStatement(const Statement& statement) {
    for (size_t at = line_.find(statement.before); at != std::string_view::npos;
         at = line_.find(statement.before, at + 1)) {
      const size_t begin = at + statement.before.size();
      const char last = statement.before.back();
      const bool quoted = IsQuote(last);
      const size_t end =
          statement.whole_line ? line_.size() : EndOfValue(begin, quoted ? last : '\0');
      if (quoted || statement.whole_line || last == '=' || !IsProse(begin, end))
        Add(statement.kind, begin, end);
    }
  }

  // Searching objects "NAME" of type "Server"
  void ReadServerObject() {
    const size_t end = line_.find("\" of type \"Server\"");
    const size_t quote = end == std::string_view::npos ? end : line_.substr(0, end).rfind('"');
    if (quote != std::string_view::npos) Add(Kind::kHost, quote + 1, end);
  }

  // Evaluated [Setting:NAME] … [Value:"…"]
  void ReadSetting() {
    constexpr std::string_view kFront = "[Setting:";
    constexpr std::string_view kValue = "[Value:\"";
    const size_t at = line_.find(kFront);
    const size_t value = line_.find(kValue);
    if (at == std::string_view::npos || value == std::string_view::npos) return;
    const size_t begin = at + kFront.size();
    const auto kind =
        SettingKinds().find(Folded(line_.substr(begin, line_.find(']', begin) - begin)));
    if (kind == SettingKinds().end()) return;
    Add(kind->second, value + kValue.size(), EndOfValue(value + kValue.size(), '"'));
  }

  // -Name:'value' or -Name 'value', with lists of values; and Name='name', Value='value'.
  void ReadParameters() {
    for (size_t at = line_.find(" -"); at != std::string_view::npos;
         at = line_.find(" -", at + 1)) {
      const size_t begin = at + 2;
      const size_t end = EndOfWord(line_, begin);
      if (end < line_.size() && (line_[end] == ':' || line_[end] == ' '))
        ReadValues(begin, end, end + 1);
    }
    constexpr std::string_view kFront = "Parameter Name='";
    constexpr std::string_view kValue = "', Value=";
    const size_t at = line_.find(kFront);
    const size_t value = at == std::string_view::npos ? at : line_.find(kValue, at);
    if (value != std::string_view::npos)
      ReadValues(at + kFront.size(), value, value + kValue.size());
  }

  void ReadValues(size_t name_begin, size_t name_end, size_t value) {
    if (value >= line_.size() || !IsQuote(line_[value])) return;
    const auto kind =
        ParameterKinds().find(Folded(line_.substr(name_begin, name_end - name_begin)));
    if (kind == ParameterKinds().end()) return;
    for (int count = 0; count < kMostValues && value < line_.size() && IsQuote(line_[value]);
         ++count) {
      const size_t end = EndOfValue(value + 1, line_[value]);
      Add(kind->second, value + 1, end);
      if (line_.substr(end + (end < line_.size() ? 1u : 0u), 1) != ",") break;
      value = end + 2;
    }
  }

  // /OrganizationName:Contoso, /on:"Contoso Ltd"
  void ReadCommandLine() {
    for (size_t at = line_.find('/'); at != std::string_view::npos; at = line_.find('/', at + 1)) {
      const size_t end = EndOfWord(line_, at + 1);
      if (end + 1 >= line_.size() || line_[end] != ':') continue;
      const auto kind = ParameterKinds().find(Folded(line_.substr(at + 1, end - at - 1)));
      if (kind == ParameterKinds().end()) continue;
      const bool quoted = line_[end + 1] == '"';
      Add(kind->second, end + 1 + quoted, EndOfValue(end + 1 + quoted, quoted ? '"' : '\0'));
    }
  }

  std::vector<StatedName> Ordered() {
    std::stable_sort(names_.begin(), names_.end(),
                     [](const StatedName& a, const StatedName& b) { return a.begin < b.begin; });
    std::vector<StatedName> ordered;
    for (const StatedName& name : names_) {
      if (ordered.empty() || name.begin >= ordered.back().end) ordered.push_back(name);
    }
    return ordered;
  }

  std::string_view line_;
  std::vector<StatedName> names_;
};

}  // namespace

std::vector<StatedName> StatementsIn(std::string_view line) { return LineReader(line).Read(); }

}  // namespace exdiag::redact
