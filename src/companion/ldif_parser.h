#ifndef EXDIAG_COMPANION_LDIF_PARSER_H_
#define EXDIAG_COMPANION_LDIF_PARSER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "companion/line_parser.h"

namespace exdiag::companion {

// ldif.err and ldif.log, the output of ldifde for a schema import. What it says of one entry
// becomes one record: the entry's DN, the line of the .ldf file, the server's error.
class LdifParser : public LineParser {
 public:
  explicit LdifParser(std::string path) : LineParser(Kind::kLdif, std::move(path)) {}

 protected:
  void OnLine(std::string_view line) override;
  void OnEnd() override;

 private:
  void EndEntry();
  void ReadError(std::string_view line);

  std::string entry_;  // the lines of the current entry, blank ones included
  int64_t entry_line_ = 0;
  bool entry_failed_ = false;
  int message_weight_ = 0;
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_LDIF_PARSER_H_
