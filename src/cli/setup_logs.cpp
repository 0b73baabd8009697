#include "cli/setup_logs.h"

#include <utility>

namespace exdiag::cli {
namespace {

using companion::CompanionLog;

ReadText ReadPath(const std::string& path, std::optional<companion::Kind> companion,
                  const ReadOptions& options) {
  ReadText failed;
  const auto source = input::OpenFile(path, &failed.error);
  if (source == nullptr) return failed;
  return OpenedText(source.get(), options).Read(path, companion);
}

SetupLogAtHand AtHand(const std::string& path, ReadText read,
                      const std::vector<CompanionLog>& companions) {
  SetupLogAtHand result;
  result.error = std::move(read.error);
  result.log.path = path;
  result.log.encoding = input::EncodingName(read.encoding);
  result.log.bytes = read.bytes;
  result.log.replaced_bytes = read.replaced_bytes;
  result.log.log = std::move(read.log);
  result.log.companions = companions;
  return result;
}

}  // namespace

SetupLogAtHand ReadSetupLog(const std::string& path, const ReadOptions& options,
                            const std::vector<CompanionLog>& companions) {
  return AtHand(path, ReadPath(path, std::nullopt, options), companions);
}

ReadText TakeText(Candidate* candidate, const ReadOptions& options) {
  if (options.on_file) options.on_file(candidate->file.path);
  if (!candidate->read) return ReadPath(candidate->file.path, candidate->companion, options);
  ReadText read = std::move(*candidate->read);
  candidate->read.reset();
  return read;
}

SetupLogs::SetupLogs(const std::vector<Candidate*>& candidates,
                     const std::vector<CompanionLog>& companions, bool of_one_server)
    : candidates_(candidates),
      companions_(companions),
      kept_(candidates.size()),
      of_one_server_(of_one_server) {
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i]->read) continue;
    kept_[i] = AtHand(path(i), std::move(*candidates[i]->read), companions);
    candidates[i]->read.reset();
  }
}

const SetupLogAtHand& SetupLogs::Read(size_t index, const ReadOptions& options,
                                      SetupLogAtHand* room) const {
  if (options.on_file) options.on_file(path(index));
  if (kept_[index]) return *kept_[index];
  *room = ReadSetupLog(path(index), options, companions_);
  return *room;
}

}  // namespace exdiag::cli
