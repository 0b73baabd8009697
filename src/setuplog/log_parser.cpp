#include "setuplog/log_parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "setuplog/attempt_builder.h"
#include "setuplog/header_reader.h"
#include "setuplog/kept_attempts.h"
#include "setuplog/line_shape.h"
#include "setuplog/line_splitter.h"
#include "setuplog/paste.h"
#include "setuplog/paste_parser.h"
#include "setuplog/record_text.h"

namespace exdiag::setuplog {
namespace {

constexpr size_t kEnoughToTell = size_t{64} << 10;
// A text over this size is taken as a log in any case: nobody pastes that much.
constexpr size_t kLongestPaste = size_t{4} << 20;

// Whether the text is long enough to tell that it is a log as setup wrote it.
bool IsSurelyPlain(std::string_view text) {
  return text.size() >= kEnoughToTell && IsPlainLog(text.substr(0, kEnoughToTell));
}

bool IsEndOfSetup(std::string_view text) { return text.starts_with("End of Setup"); }

// REQUIRES: HasUsualStart(line).
int LevelOfUsualStart(std::string_view line) { return line[28] - '0'; }

}  // namespace

// Reads a text that is a log as setup wrote it, line by line.
class LogParser::Impl {
 public:
  void Feed(std::string_view block) {
    if (streaming_) {
      Stream(block);
      return;
    }
    if (held_.empty() && IsSurelyPlain(block)) {
      streaming_ = true;
      Stream(block);
      return;
    }
    held_.append(block);
    if (IsSurelyPlain(held_) || held_.size() > kLongestPaste) StartStreaming();
  }

  SetupLog Finish() {
    if (!streaming_ && !IsPlainLog(std::string_view(held_).substr(0, kEnoughToTell))) {
      return ParsePaste(held_);
    }
    if (!streaming_) StartStreaming();
    splitter_.Finish([this](std::string_view line) { ReadLine(line); });
    if (record_open_) FlushRecord();
    EndAttempt(line_);
    log_.attempts = attempts_.Take(&log_.limits_hit);
    log_.lines = line_;
    log_.kind = title_seen_ ? LogKind::kExchangeSetup : LogKind::kExcerpt;
    if (log_.records == 0) log_.kind = LogKind::kUnrecognized;
    return std::move(log_);
  }

 private:
  void StartStreaming() {
    streaming_ = true;
    const std::string held = std::move(held_);
    held_.clear();
    Stream(held);
  }

  void Stream(std::string_view block) {
    splitter_.Feed(block, [this](std::string_view line) { ReadLine(line); });
    builder_.KeepTexts();
  }

  void ReadLine(std::string_view line) {
    ++line_;
    if (HasUsualStart(line)) {
      const std::string_view text = TextBehindUsualStart(line);
      const LineShape shape = ShapeOfText(text);
      if (!OpensRecord(shape)) {
        BeginRecord(LevelOfUsualStart(line));
        ReadBrief(shape, text, line.substr(0, kUsualStamp));
        return;
      }
    }
    ReadAnyLine(line);
  }

  void ReadAnyLine(std::string_view line) {
    const ShapedLine shaped = ShapeOf(line);
    if (shaped.shape == LineShape::kContinuation) {
      ReadContinuation(line);
      return;
    }
    BeginRecord(shaped.level);
    if (OpensRecord(shaped.shape)) {
      OpenRecord(line, shaped);
    } else {
      ReadBrief(shaped.shape, shaped.text, StampOf(line, shaped));
    }
  }

  // Whether lines that follow a line of this shape belong to it.
  static bool OpensRecord(LineShape shape) {
    return shape == LineShape::kExecuting || shape == LineShape::kNative ||
           shape == LineShape::kOther;
  }

  void BeginRecord(int level) {
    if (record_open_) FlushRecord();
    if (ended_ && level > 0) BeginAttemptWithoutTitle();
    if (++log_.records == 1) first_line_ = line_;
  }

  void ReadContinuation(std::string_view line) {
    if (log_.records == 0) {
      ++log_.unparsed_lines;
    } else if (record_open_) {
      AppendLine(line, line_, &record_);
    }
  }

  static std::string_view StampOf(std::string_view line, const ShapedLine& shaped) {
    return line.substr(0, shaped.stamp_length);
  }

  std::optional<Timestamp> TimeOf(std::string_view line) {
    const auto time = stamps_.TimeOf(line);
    if (time) builder_.ReadTime(*time);
    return time;
  }

  // A line that stands for itself.
  void ReadBrief(LineShape shape, std::string_view text, std::string_view stamp) {
    switch (shape) {
      case LineShape::kBeginning:
        return builder_.ReadBeginning(text, line_, stamp);
      case LineShape::kEnding:
        return builder_.ReadEnding(text, line_, stamp);
      case LineShape::kStarted:
        return builder_.ReadStarted(text, line_);
      case LineShape::kEvaluated:
        return builder_.ReadEvaluated(text, line_);
      case LineShape::kParameters:
        return builder_.ReadParameters(text, line_);
      case LineShape::kSession:
        return builder_.ReadSession(text, line_);
      case LineShape::kObject:
        return builder_.ReadObject(text, line_);
      case LineShape::kContinuation:
      case LineShape::kRoutine:
      case LineShape::kExecuting:
      case LineShape::kNative:
      case LineShape::kOther:
        return;
    }
  }

  void OpenRecord(std::string_view line, const ShapedLine& shaped) {
    record_.line = line_;
    record_.time = TimeOf(line);
    stamp_ = StampOf(line, shaped);
    record_.level = shaped.level;
    record_.tag = shaped.tag;
    record_.text.clear();
    record_.marks.clear();
    AppendLine(shaped.text, line_, &record_);
    record_shape_ = shaped.shape;
    record_open_ = true;
  }

  // REQUIRES: a record is open.
  void FlushRecord() {
    record_open_ = false;
    if (record_shape_ == LineShape::kExecuting) {
      builder_.ReadScript(record_.text);
    } else if (record_shape_ == LineShape::kNative) {
      builder_.ReadNative(std::move(record_));
      record_ = Record();
    } else {
      WatchForTitle();
      builder_.ReadRecord(std::move(record_), stamp_);
      record_ = Record();
    }
  }

  // An attempt begins with a line of stars and the title. The stars before the title are known only
  // when the title comes, so that they are the new attempt's first line.
  void WatchForTitle() {
    if (record_.level > 0 || record_.tag != Tag::kNone) return;
    if (IsStarLine(record_.text)) {
      star_line_ = record_.line;
      // A mail program may have broken the line before the stars.
      last_star_line_ = record_.line + std::count(record_.text.begin(), record_.text.end(), '\n');
    } else if (IsTitle(record_.text)) {
      const int64_t begin = last_star_line_ == record_.line - 1 ? star_line_ : record_.line;
      if (begin > first_line_) EndAttempt(begin - 1);
      first_line_ = begin;
      title_seen_ = true;
      ended_ = false;
    } else if (IsEndOfSetup(record_.text)) {
      ended_ = true;
    }
  }

  // What tasks say behind the end of setup is of another run, whose beginning was cut off before
  // the logs were put together.
  void BeginAttemptWithoutTitle() {
    EndAttempt(line_ - 1);
    first_line_ = line_;
    ended_ = false;
  }

  void EndAttempt(int64_t last_line) {
    if (log_.records == 0) return;
    NoteLimits();
    attempts_.Add(builder_.Take(first_line_, last_line));
  }

  void NoteLimits() {
    if (!builder_.dropped() || !log_.limits_hit.empty()) return;
    log_.limits_hit.emplace_back(
        "The log has more informational records than are kept; those in the middle of an attempt "
        "were "
        "passed over.");
  }

  bool streaming_ = false;
  std::string held_;
  LineSplitter splitter_;
  StampReader stamps_;
  SetupLog log_;
  AttemptBuilder builder_;
  KeptAttempts attempts_;
  Record record_;
  std::string stamp_;  // of record_
  LineShape record_shape_ = LineShape::kOther;
  bool record_open_ = false;
  bool title_seen_ = false;
  bool ended_ = false;  // setup, and no other title came
  int64_t line_ = 0;
  int64_t first_line_ = 1;
  int64_t star_line_ = -1;       // where the last line of stars begins
  int64_t last_star_line_ = -1;  // and ends
};

LogParser::LogParser() : impl_(std::make_unique<Impl>()) {}
LogParser::~LogParser() = default;
void LogParser::Feed(std::string_view block) { impl_->Feed(block); }
SetupLog LogParser::Finish() { return impl_->Finish(); }

SetupLog ParseLog(std::string_view text) {
  LogParser parser;
  parser.Feed(text);
  return parser.Finish();
}

}  // namespace exdiag::setuplog
