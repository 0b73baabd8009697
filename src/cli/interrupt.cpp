#include "cli/interrupt.h"

#include <csignal>

namespace exdiag::cli {
namespace {

// The one thing that a signal handler may touch.
volatile std::sig_atomic_t g_requested = 0;

extern "C" void RequestEnd(int signal) {
  g_requested = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

InterruptGuard::InterruptGuard() {
  g_requested = 0;
  std::signal(SIGINT, RequestEnd);
  std::signal(SIGTERM, RequestEnd);
}

InterruptGuard::~InterruptGuard() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool InterruptGuard::requested() const { return g_requested != 0; }

}  // namespace exdiag::cli
