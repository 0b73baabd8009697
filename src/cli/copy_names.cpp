#include "cli/copy_names.h"

#include <algorithm>

#include "rules/plain_form.h"
#include "setuplog/record_text.h"

namespace exdiag::cli {
namespace {

bool IsForbidden(char c) {
  constexpr std::string_view kForbidden = "<>:\"|?*";
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
         kForbidden.find(c) != std::string_view::npos;
}

// File systems take 255 bytes or units; room is left for a number and for the name while writing.
std::string OfUsualLength(const std::string& part) {
  constexpr size_t kLongest = 200;
  constexpr size_t kEnd = 40;
  if (part.size() <= kLongest) return part;
  return std::string(setuplog::CutAt(part, kLongest - kEnd)) +
         std::string(setuplog::TailOf(part, kEnd));
}

// Windows takes dots and blanks away from the end of a name, which makes ".." of ".. " too.
std::string AllowedPart(std::string part) {
  std::replace_if(part.begin(), part.end(), IsForbidden, '_');
  for (size_t i = part.size(); i-- > 0 && (part[i] == '.' || part[i] == ' ');) part[i] = '_';
  return part;
}

// "logs/a.log" becomes "logs/a (2).log".
std::string Numbered(const std::string& name, int number) {
  const size_t dot = name.rfind('.');
  const bool has_ending = dot != std::string::npos && dot > name.rfind('/') + 1;
  const size_t at = has_ending ? dot : name.size();
  return name.substr(0, at) + " (" + std::to_string(number) + ")" + name.substr(at);
}

}  // namespace

std::string CopyNames::FreeName(const std::string& wanted, bool is_folder) const {
  std::string name = wanted;
  for (int number = 2;; ++number) {
    const std::string known = rules::FoldCase(name);
    if (!files_.contains(known) && (is_folder || !folders_.contains(known))) return name;
    name = Numbered(wanted, number);
  }
}

std::string CopyNames::For(std::string_view name) {
  std::string path;
  while (true) {
    const size_t slash = std::min(name.find_first_of("/\\"), name.size());
    const std::string part = OfUsualLength(AllowedPart(std::string(name.substr(0, slash))));
    const bool is_folder = slash < name.size();
    if (!part.empty() || !is_folder) {
      const std::string wanted = path + (path.empty() ? "" : "/") + (part.empty() ? "_" : part);
      path = FreeName(wanted, is_folder);
      (is_folder ? folders_ : files_).insert(rules::FoldCase(path));
    }
    if (!is_folder) return path;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace exdiag::cli
