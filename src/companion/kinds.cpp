#include <array>

#include "companion/companion_log.h"

namespace exdiag::companion {
namespace {

struct NamedKind {
  std::string_view name;
  Kind kind;
};

constexpr std::array kNames = {
    NamedKind{"msi", Kind::kMsi},
    NamedKind{"ldif", Kind::kLdif},
    NamedKind{"service-control", Kind::kServiceControl},
    NamedKind{"update-cas", Kind::kUpdateCas},
    NamedKind{"update-config", Kind::kUpdateConfig},
    NamedKind{"search-install", Kind::kSearchInstall},
    NamedKind{"script", Kind::kScript},
    NamedKind{"other", Kind::kOther},
};

}  // namespace

std::string_view KindName(Kind kind) {
  for (const NamedKind& known : kNames) {
    if (known.kind == kind) return known.name;
  }
  return "other";
}

std::optional<Kind> KindFromName(std::string_view name) {
  for (const NamedKind& known : kNames) {
    if (known.name == name) return known.kind;
  }
  return std::nullopt;
}

}  // namespace exdiag::companion
