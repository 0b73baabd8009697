#ifndef EXDIAG_PLATFORM_TERMINAL_H_
#define EXDIAG_PLATFORM_TERMINAL_H_

namespace exdiag::platform {

enum class Stream { kInput, kOutput, kError };

bool IsTerminal(Stream stream);

// Columns of the terminal, or `otherwise` if the stream is none or does not say.
int TerminalWidth(Stream stream, int otherwise);

// Whether texts on the terminal may hold characters outside ASCII.
bool TerminalTakesUtf8();

// What the user asked for by --color.
enum class ColorWish { kAuto, kAlways, kNever };

// Whether to colour the stream. An explicit wish wins; then NO_COLOR (if not empty), CLICOLOR_FORCE
// (if not empty and not "0"), TERM=dumb; else a terminal gets colours and anything else none.
bool UseColor(ColorWish wish, Stream stream);

// The console as this program needs it while the object lives: escape sequences for colours are
// switched on where Windows wants that, and put back at the end. The code page stays as it is:
// other programs of the same console rely on it, and texts go there as UTF-16.
class ConsoleMode {
 public:
  ConsoleMode();
  ~ConsoleMode();  // NOLINT(performance-trivially-destructible): on Windows it is not
  ConsoleMode(const ConsoleMode&) = delete;
  ConsoleMode& operator=(const ConsoleMode&) = delete;

  // False on an old Windows console that shows escape sequences as text: do not colour.
  bool escape_sequences() const { return escape_sequences_; }

 private:
  struct Saved {
    bool changed = false;
    unsigned long mode = 0;
  };
  bool escape_sequences_ = true;
  Saved output_;
  Saved error_;
};

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_TERMINAL_H_
