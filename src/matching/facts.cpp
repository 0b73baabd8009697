#include "matching/facts.h"

#include <algorithm>
#include <array>

#include "knowledge/builds.h"

namespace exdiag::matching {
namespace {

using setuplog::Attempt;
using setuplog::Header;

constexpr int64_t kDay = int64_t{24} * 3600 * 1000;

struct HeaderFact {
  std::string_view name;
  std::string Header::*value;
};

constexpr std::array<HeaderFact, 18> kHeaderFacts = {{
    {"product", &Header::product},
    {"setup_version", &Header::setup_version},
    {"installed_version", &Header::installed_version},
    {"backup_version", &Header::backup_version},
    {"mode", &Header::mode},
    {"installation_mode", &Header::installation_mode},
    {"command_line", &Header::command_line},
    {"user", &Header::user},
    {"server", &Header::server},
    {"os", &Header::os},
    {"organization", &Header::organization},
    {"site", &Header::site},
    {"domain_controller", &Header::domain_controller},
    {"global_catalog", &Header::global_catalog},
    {"schema_master", &Header::schema_master},
    {"source_directory", &Header::source_directory},
    {"install_directory", &Header::install_directory},
    {"interface", &Header::interface},
}};

std::vector<std::string> IfSaid(std::string value) {
  if (value.empty()) return {};
  return {std::move(value)};
}

std::string UpdateOf(const Attempt& attempt) {
  const std::string& version = attempt.header.setup_version;
  if (const auto build = knowledge::FindBuild(version)) return knowledge::UpdateName(*build);
  if (const auto base = knowledge::BaseBuild(version)) return knowledge::UpdateName(*base);
  return {};
}

std::string DaysLeft(const Attempt& attempt) {
  const auto* certificate = FirstToExpire(attempt);
  const auto end = attempt.ended ? attempt.ended : attempt.started;
  if (certificate == nullptr || !end) return {};
  const int64_t left = certificate->expires->milliseconds - end->milliseconds;
  return std::to_string(left >= 0 ? left / kDay : -((-left + kDay - 1) / kDay));
}

}  // namespace

const setuplog::BoundCertificate* FirstToExpire(const Attempt& attempt) {
  const setuplog::BoundCertificate* first = nullptr;
  for (const auto& certificate : attempt.certificates) {
    if (!certificate.expires) continue;
    if (first == nullptr || *certificate.expires < *first->expires) first = &certificate;
  }
  return first;
}

std::vector<std::string> FactValues(const Attempt& attempt, std::string_view name) {
  const auto fact = std::find_if(kHeaderFacts.begin(), kHeaderFacts.end(),
                                 [&](const HeaderFact& known) { return known.name == name; });
  if (fact != kHeaderFacts.end()) return IfSaid(attempt.header.*(fact->value));
  if (name == "roles") return attempt.header.roles;
  if (name == "update") return IfSaid(UpdateOf(attempt));
  if (name == "certificate_days_left") return IfSaid(DaysLeft(attempt));
  return {};
}

std::string_view ProductLineOf(const Attempt& attempt) {
  const std::string_view line = knowledge::ProductLine(attempt.header.setup_version);
  if (!line.empty()) return line;
  const std::string_view product = attempt.header.product;
  for (const std::string_view year : {"2007", "2010", "2013", "2016", "2019"}) {
    if (product.find(year) != std::string_view::npos) return year;
  }
  return product.find("Subscription") != std::string_view::npos ? "SE" : std::string_view();
}

}  // namespace exdiag::matching
