#ifndef EXDIAG_COMPANION_PARSERS_H_
#define EXDIAG_COMPANION_PARSERS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "companion/companion_log.h"

namespace exdiag::companion {

// What kind of companion log a file is, by its name and the first bytes of its text (UTF-8);
// nullopt if it is none. `head` may be empty; then the name decides alone.
std::optional<Kind> Recognize(std::string_view file_name, std::string_view head);

// Reads a companion log in blocks, once, keeping what tells of a failure. Accepts whole and cut
// logs.
class CompanionParser {
 public:
  virtual ~CompanionParser() = default;
  virtual void Feed(std::string_view block) = 0;  // UTF-8; split at any byte
  virtual CompanionLog Finish() = 0;              // ends the text
};

std::unique_ptr<CompanionParser> MakeParser(Kind kind, std::string path);

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_PARSERS_H_
