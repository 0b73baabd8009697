#include "fuzz/companion_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  exdiag::fuzz::ReadCompanion(exdiag::companion::Kind::kScript, exdiag::fuzz::TextOf(data, size));
  return 0;
}
