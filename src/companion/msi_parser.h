#ifndef EXDIAG_COMPANION_MSI_PARSER_H_
#define EXDIAG_COMPANION_MSI_PARSER_H_

#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "companion/line_parser.h"
#include "companion/msi_line.h"

namespace exdiag::companion {

// Windows Installer's log: of exchangeserver.msi, of language packs (*.msilog), of security updates
// (ExchangeUpdate_*.log). Installer appends, so one file may hold several sessions: a session that
// succeeded wipes what failed before it.
class MsiParser : public LineParser {
 public:
  explicit MsiParser(std::string path) : LineParser(Kind::kMsi, std::move(path)) {}

 protected:
  void OnLine(std::string_view line) override;
  void OnEnd() override;

 private:
  void StartSession(std::string_view line);
  void Remember(std::string_view line);
  void KeepContext();
  void Tell(std::string_view line, const MsiLine& read);
  void EndSession(std::string_view line, const MsiLine& read);

  std::deque<std::pair<int64_t, std::string>> context_;  // the latest lines that are no records
  std::string candidate_;                                // the line that says best why, so far
  int64_t candidate_line_ = 0;
  int candidate_weight_ = 0;
  bool action_failed_ = false;  // in this session
  bool ended_ = false;          // the engine has told its result
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_MSI_PARSER_H_
