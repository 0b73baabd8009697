#ifndef EXDIAG_CLI_BUILD_FACTS_H_
#define EXDIAG_CLI_BUILD_FACTS_H_

#include <string_view>
#include <vector>

namespace exdiag::cli {

struct BuildFact {
  std::string_view name;   // "commit", "compiler", "re2"
  std::string_view value;  // "3176fad5c4d1", "GNU 12.2.0", "20220601"
};

// What the program was built from and with: commit, compiler, system, then the libraries. Made by
// cmake/write_build_facts.cmake.
const std::vector<BuildFact>& BuildFacts();

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_BUILD_FACTS_H_
