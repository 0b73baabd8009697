#ifndef EXDIAG_COMPANION_SERVICE_CONTROL_PARSER_H_
#define EXDIAG_COMPANION_SERVICE_CONTROL_PARSER_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "companion/line_parser.h"

namespace exdiag::companion {

// ServiceControl.log: what ServiceControl.ps1 did to services before and after files were replaced.
// The file grows over years and its lines carry a time without date, so a gap of hours divides the
// runs; only the last run's lines are kept. What a run disabled stays disabled until a line says
// otherwise.
class ServiceControlParser : public LineParser {
 public:
  explicit ServiceControlParser(std::string path)
      : LineParser(Kind::kServiceControl, std::move(path)) {}

 protected:
  void OnLine(std::string_view line) override;
  void OnEnd() override;

 private:
  void ReadTime(int second_of_day);
  void ReadState(std::string_view text);
  void ReadFailure(std::string_view text);

  int last_second_ = -1;
  int failure_weight_ = 0;
  bool keeps_continuation_ = false;
  std::vector<setuplog::StateChange> states_;  // the last one of each service
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_SERVICE_CONTROL_PARSER_H_
