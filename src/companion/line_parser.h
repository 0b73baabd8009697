#ifndef EXDIAG_COMPANION_LINE_PARSER_H_
#define EXDIAG_COMPANION_LINE_PARSER_H_

#include <string>
#include <string_view>
#include <utility>

#include "companion/parsers.h"
#include "companion/record_list.h"
#include "setuplog/line_splitter.h"
#include "setuplog/record_text.h"

namespace exdiag::companion {

// What the parsers have in common: they get lines, number them and keep some as records.
class LineParser : public CompanionParser {
 public:
  LineParser(Kind kind, std::string path) {
    log_.kind = kind;
    log_.path = std::move(path);
  }

  void Feed(std::string_view block) final {
    splitter_.Feed(block, [this](std::string_view line) { Count(line); });
  }

  CompanionLog Finish() final {
    splitter_.Finish([this](std::string_view line) { Count(line); });
    OnEnd();
    log_.records = records_.Take();
    return std::move(log_);
  }

 protected:
  // `log_.lines` is the number of the line.
  virtual void OnLine(std::string_view line) = 0;
  virtual void OnEnd() {}

  void Keep(std::string_view line) { records_.Add(log_.lines, line); }

  // The line as the one that tells of the failure.
  void SetFailure(std::string_view line, int64_t number) {
    log_.failed = true;
    log_.failure_message = setuplog::CutAt(line, 2000);
    log_.failure_line = number;
  }

  void ForgetFailure() {
    log_.failed = false;
    log_.failure_message.clear();
    log_.failure_line = 0;
    log_.codes.clear();
  }

  void AddCode(std::string_view code) {
    for (const std::string& known : log_.codes) {
      if (known == code) return;
    }
    if (log_.codes.size() < 32) log_.codes.emplace_back(code);
  }

  CompanionLog log_;
  RecordList records_;

 private:
  void Count(std::string_view line) {
    ++log_.lines;
    OnLine(line);
  }

  setuplog::LineSplitter splitter_;
};

}  // namespace exdiag::companion

#endif  // EXDIAG_COMPANION_LINE_PARSER_H_
