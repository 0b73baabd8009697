#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>

#include "rules/rule_pack.h"

namespace exdiag::rules {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostRead =
    (size_t{64} << 10) + 1;  // one byte over the limit shows that it is exceeded

// Paths come and go as UTF-8; std::filesystem::path(std::string) would take the code page on
// Windows.
fs::path PathOf(const std::string& utf8) {
  return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

std::string Utf8Of(const fs::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

RuleProblem Unreadable(const std::string& path, const std::string& why) {
  return {path, 0, 0, "unreadable", "cannot be read: " + why, ""};
}

bool IsRuleFile(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

// All rule files below a directory, sorted, so that every machine reads them in the same order.
std::vector<std::string> FilesBelow(const fs::path& directory, std::error_code* error) {
  std::vector<std::string> files;
  fs::recursive_directory_iterator at(directory, *error);
  while (!*error && at != fs::recursive_directory_iterator()) {
    std::error_code of_entry;
    if (IsRuleFile(at->path()) && at->is_regular_file(of_entry))
      files.push_back(Utf8Of(at->path()));
    at.increment(*error);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<std::string> TextOf(const std::string& path) {
  std::ifstream file(PathOf(path), std::ios::binary);
  if (!file) return std::nullopt;
  std::string text(kMostRead, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return std::nullopt;
  text.resize(static_cast<size_t>(file.gcount()));
  return text;
}

void LoadFile(const std::string& path, std::map<std::string, std::string>* path_of_id,
              LoadedRules* loaded) {
  const std::optional<std::string> text = TextOf(path);
  loaded->paths.push_back(path);
  if (!text) {
    loaded->problems.push_back(Unreadable(path, "it cannot be opened"));
    return;
  }
  ParsedRule parsed = ParseRule(*text, path);
  std::move(parsed.problems.begin(), parsed.problems.end(), std::back_inserter(loaded->problems));
  if (!parsed.rule) return;
  const auto [known, fresh] = path_of_id->emplace(parsed.rule->id, path);
  if (fresh) {
    loaded->rules.push_back(std::move(*parsed.rule));
  } else if (known->second != path) {
    loaded->problems.push_back({path, 0, 0, "duplicate-id",
                                "the id \"" + known->first + "\" is taken by " + known->second,
                                "give this rule an id of its own"});
  }
}

}  // namespace

LoadedRules LoadRules(const std::vector<std::string>& paths) {
  LoadedRules loaded;
  std::map<std::string, std::string> path_of_id;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(PathOf(path), error)) {
      if (error) {
        loaded.problems.push_back(Unreadable(path, error.message()));
      } else {
        LoadFile(path, &path_of_id, &loaded);
      }
      continue;
    }
    for (const std::string& file : FilesBelow(PathOf(path), &error))
      LoadFile(file, &path_of_id, &loaded);
    if (error) loaded.problems.push_back(Unreadable(path, error.message()));
  }
  return loaded;
}

}  // namespace exdiag::rules
