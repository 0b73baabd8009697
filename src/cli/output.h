#ifndef EXDIAG_CLI_OUTPUT_H_
#define EXDIAG_CLI_OUTPUT_H_

#include <cstdio>
#include <string>
#include <string_view>

namespace exdiag::cli {

// Where results or messages go.
class Output {
 public:
  enum class State {
    kOpen,
    kClosed,  // the reader has gone (`| head`): no error, just nobody to write for
    kFailed,  // the disk is full or the like
  };

  virtual ~Output() = default;

  // Writes all of the text, unless the state is no longer kOpen.
  virtual void Write(std::string_view text) = 0;

  State state() const { return state_; }

 protected:
  State state_ = State::kOpen;
};

// Standard output or standard error. Each Write reaches the system before it returns.
class StandardStream : public Output {
 public:
  explicit StandardStream(std::FILE* file) : file_(file) {}
  void Write(std::string_view text) override;

 private:
  std::FILE* file_;
};

// Collects what is written.
class TextOutput : public Output {
 public:
  void Write(std::string_view text) override { text_ += text; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// A reader that goes away must not end the program by a signal; Write tells of it instead.
void IgnoreClosedPipes();

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_OUTPUT_H_
