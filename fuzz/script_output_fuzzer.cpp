#include "fuzz/companion_invariants.h"

using exdiag::companion::Kind;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr Kind kKinds[] = {Kind::kUpdateCas, Kind::kUpdateConfig, Kind::kSearchInstall,
                             Kind::kOther};
  exdiag::fuzz::ReadCompanion(kKinds[size % 4], exdiag::fuzz::TextOf(data, size));
  return 0;
}
