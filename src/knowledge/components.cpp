#include "knowledge/components.h"

#include <algorithm>

#include "knowledge/tables.h"

namespace exdiag::knowledge {
namespace {

std::string Lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n'\"";
  const size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

// Some logs lead back to "Id=…" as a whole.
std::string NameInId(std::string_view id) {
  std::string name = Lowered(Trimmed(id));
  if (name.compare(0, 3, "id=") == 0) name.erase(0, 3);
  return name.substr(0, name.find("___"));
}

std::string_view FindTask(std::string_view key) {
  const Table<Pair> tasks = TaskRows();
  const Pair* task =
      std::lower_bound(tasks.begin(), tasks.end(), key,
                       [](const Pair& t, std::string_view k) { return t.key.view() < k; });
  if (task == tasks.end() || task->key.view() != key) return {};
  return task->value;
}

}  // namespace

std::optional<Component> FindComponent(std::string_view id) {
  const std::string name = NameInId(id);
  const Table<Key> keys = ComponentNames();
  const Key* key =
      std::lower_bound(keys.begin(), keys.end(), std::string_view(name),
                       [](const Key& k, std::string_view n) { return k.text.view() < n; });
  if (key == keys.end() || key->text.view() != name) return std::nullopt;
  return ComponentRows()[key->row].component();
}

std::string_view RoleOfTask(std::string_view task) {
  std::string name = Lowered(Trimmed(task));
  name.erase(std::min(name.find_first_of(" \t"), name.size()));  // parameters
  if (const std::string_view shown = FindTask(name); !shown.empty()) return shown;
  const size_t dash = name.find('-');
  if (dash == std::string::npos) return {};
  return FindTask(std::string_view(name).substr(dash + 1));
}

const std::vector<Component>& AllComponents() {
  static const std::vector<Component> components = [] {
    std::vector<Component> all;
    for (const ComponentRow& row : ComponentRows()) all.push_back(row.component());
    return all;
  }();
  return components;
}

}  // namespace exdiag::knowledge
