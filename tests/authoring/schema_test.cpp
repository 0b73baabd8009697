#include "authoring/schema.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/rule_keys.h"

namespace exdiag::authoring {

TEST_CASE("the schema knows every key and every predicate with its description") {
  const auto schema = nlohmann::json::parse(RuleSchema());
  for (const rules::KeySpec& key : rules::RuleKeys()) {
    CHECK(schema["properties"][std::string(key.name)]["description"] ==
          std::string(key.description));
  }
  const auto& predicates = schema["definitions"]["predicate"]["properties"];
  CHECK(predicates.size() == rules::PredicateSpecs().size());
  CHECK(schema["additionalProperties"] == false);
}

TEST_CASE("years are taken as words and as numbers") {
  const auto schema = nlohmann::json::parse(RuleSchema());
  const auto& products = schema["properties"]["products"]["anyOf"][0]["enum"];
  CHECK(std::find(products.begin(), products.end(), 2019) != products.end());
  CHECK(std::find(products.begin(), products.end(), "2019") != products.end());
}

TEST_CASE("the reference tells of every key and predicate") {
  const std::string reference = KeyReference();
  for (const rules::KeySpec& key : rules::RuleKeys()) {
    CHECK(reference.find("| `" + std::string(key.name) + '`') != std::string::npos);
  }
  for (const rules::PredicateSpec& spec : rules::PredicateSpecs()) {
    CHECK(reference.find("| `" + std::string(spec.name) + '`') != std::string::npos);
  }
}

}  // namespace exdiag::authoring
