#include "authoring/schema.h"

#include <nlohmann/json.hpp>

#include "rules/rule_keys.h"

namespace exdiag::authoring {
namespace {

using Json = nlohmann::ordered_json;
using rules::KeySpec;
using rules::PredicateSpec;
using rules::ValueKind;

Json Reference(std::string_view name) { return {{"$ref", "#/definitions/" + std::string(name)}}; }

Json ListOf(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

// Words and numbers: YAML reads 2019 as a number.
Json Word() { return {{"type", {"string", "integer"}}}; }

Json ChoiceOf(std::span<const std::string_view> choices) {
  Json values = Json::array();
  for (const std::string_view choice : choices) {
    values.push_back(choice);
    const bool number = choice.find_first_not_of("0123456789") == std::string_view::npos;
    if (number) values.push_back(std::stoi(std::string(choice)));
  }
  return {{"enum", values}};
}

Json OneOrMany(const Json& one) {
  Json many = ListOf(one);
  return {{"anyOf", {one, many}}};
}

Json SchemaOf(ValueKind kind, std::span<const std::string_view> choices) {
  switch (kind) {
    case ValueKind::kLine:
      return {{"type", {"string", "number"}}};
    case ValueKind::kText:
      return {{"type", {"string", "number"}}};
    case ValueKind::kYesNo:
      return {{"type", "boolean"}};
    case ValueKind::kChoice:
      return ChoiceOf(choices);
    case ValueKind::kChoices:
      return OneOrMany(ChoiceOf(choices));
    case ValueKind::kNames:
      return OneOrMany(Word());
    case ValueKind::kPattern:
      return {{"type", {"string", "number"}}, {"minLength", 1}};
    case ValueKind::kTree:
      return Reference("predicate");
    case ValueKind::kTrees:
      return {{"type", "array"}, {"minItems", 1}, {"items", Reference("predicate")}};
    case ValueKind::kSteps:
      return ListOf(Reference("step"));
    case ValueKind::kChecks:
      return ListOf(Reference("check"));
    case ValueKind::kTests:
      return ListOf(Reference("test"));
    case ValueKind::kFiles:
      return ListOf(Reference("file"));
    case ValueKind::kCaptures:
      return {{"type", "object"},
              {"additionalProperties", {{"type", {"string", "number", "boolean"}}}}};
    case ValueKind::kNone:
      break;
  }
  return false;
}

Json MapOf(std::span<const KeySpec> keys) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const KeySpec& key : keys) {
    Json schema = SchemaOf(key.kind, key.choices);
    schema["description"] = key.description;
    properties[std::string(key.name)] = std::move(schema);
    if (key.required) required.push_back(key.name);
  }
  Json map = {{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
  if (!required.empty()) map["required"] = required;
  return map;
}

Json ValueOfPredicate(const PredicateSpec& spec) {
  Json value;
  if (spec.keys.empty()) {
    value = SchemaOf(spec.shorthand, {});
  } else if (spec.shorthand == ValueKind::kNone) {
    value = MapOf(spec.keys);
  } else {
    value = {{"anyOf", {SchemaOf(spec.shorthand, {}), MapOf(spec.keys)}}};
  }
  value["description"] = spec.description;
  return value;
}

Json PredicateSchema() {
  Json properties = Json::object();
  for (const PredicateSpec& spec : rules::PredicateSpecs())
    properties[std::string(spec.name)] = ValueOfPredicate(spec);
  return {{"type", "object"},
          {"additionalProperties", false},
          {"minProperties", 1},
          {"maxProperties", 1},
          {"properties", properties}};
}

}  // namespace

std::string RuleSchema() {
  Json schema = {
      {"$schema", "http://json-schema.org/draft-07/schema#"},
      {"title", "Rule of exdiag"},
      {"description",
       "A failure of Exchange Server setup: how it is recognized and how it is mended."}};
  schema.update(MapOf(rules::RuleKeys()));
  schema["definitions"] = {{"predicate", PredicateSchema()},
                           {"step", MapOf(rules::StepKeys())},
                           {"check", MapOf(rules::CheckKeys())},
                           {"test", MapOf(rules::TestKeys())},
                           {"file", MapOf(rules::TestFileKeys())}};
  return schema.dump(2) + '\n';
}

}  // namespace exdiag::authoring
