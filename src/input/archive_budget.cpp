#include "input/archive_budget.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace exdiag::input {
namespace {

// Below this, even a bomb does no harm, and a short log of repeated lines may pack very well.
constexpr int64_t kRatioCountsFrom = int64_t{64} << 20;

}  // namespace

bool ArchiveBudget::AddEntry() {
  if (exhausted_) return false;
  if (++entries_ <= limits_.entries) return true;
  return Exhaust(
      fmt::format("it holds more than {} files: unpack the logs and give exdiag their folder",
                  limits_.entries));
}

bool ArchiveBudget::AddUnpacked(int64_t bytes, int64_t packed_bytes) {
  if (exhausted_) return false;
  unpacked_ += bytes;
  if (unpacked_ > limits_.total_bytes) {
    return Exhaust(
        fmt::format("it unpacks to more than {} MB: unpack the logs and give exdiag their folder",
                    limits_.total_bytes >> 20));
  }
  if (unpacked_ < kRatioCountsFrom ||
      unpacked_ / std::max<int64_t>(packed_bytes, 1) <= limits_.ratio)
    return true;
  return Exhaust(
      fmt::format("it unpacks to more than {} times its size, as an archive made to do harm does: "
                  "unpack it yourself if you trust it",
                  limits_.ratio));
}

bool ArchiveBudget::EnterArchive(int depth) {
  if (exhausted_) return false;
  if (depth <= limits_.depth) return true;
  message_ = fmt::format(
      "it is an archive more than {} levels within others: unpack it and give exdiag its folder",
      limits_.depth);
  return false;
}

bool ArchiveBudget::Exhaust(std::string message) {
  exhausted_ = true;
  message_ = std::move(message);
  return false;
}

}  // namespace exdiag::input
