#ifndef EXDIAG_CLI_COPY_NAMES_H_
#define EXDIAG_CLI_COPY_NAMES_H_

#include <set>
#include <string>
#include <string_view>

namespace exdiag::cli {

// Names for the copies of files in one folder, "/" between the parts. An archive may hold two
// members of one name, or a file and a folder of one name; none may overwrite another, on a system
// that tells no case apart neither.
class CopyNames {
 public:
  // A name like `name` that no file and no folder had before, without what Windows does not allow
  // in names and without parts that lead upwards.
  std::string For(std::string_view name);

 private:
  std::string FreeName(const std::string& wanted, bool is_folder) const;

  std::set<std::string> files_;  // in one case
  std::set<std::string> folders_;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_COPY_NAMES_H_
