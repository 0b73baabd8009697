#ifndef EXDIAG_CLI_INTERRUPT_H_
#define EXDIAG_CLI_INTERRUPT_H_

namespace exdiag::cli {

// While the object lives, the first Ctrl+C (or SIGTERM, as job schedulers send it) only asks for an
// end, so that what is done can be kept; the second one ends the program.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  bool requested() const;
};

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_INTERRUPT_H_
