#include "cli/found_logs.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "companion/parsers.h"
#include "setuplog/ascii_case.h"
#include "setuplog/paste.h"

namespace exdiag::cli {
namespace {

// What no text but one of setup says; in lower case.
constexpr std::array<std::string_view, 6> kDecisive = {
    "error.clear()",
    "following error was generated when",
    "starting microsoft exchange",
    "[error-reference]",
    "setupreadiness",
    "exchange server setup operation",
};

// What a file with the name of a log may also say of itself.
constexpr std::array<std::string_view, 5> kTelling = {
    "[error]", "[required]", "failed [rule:", "exchange setup", "exchange server setup",
};

constexpr std::array<std::string_view, 5> kLogEndings = {".log", ".txt", ".old", ".bak", ".out"};

template <size_t N>
bool HoldsAny(std::string_view text, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

bool IsNamedLikeLog(std::string_view lower_name) {
  return std::any_of(kLogEndings.begin(), kLogEndings.end(),
                     [&](std::string_view ending) { return lower_name.ends_with(ending); });
}

Container* ContainerOf(const std::string& path, FoundLogs* found) {
  for (Container& container : found->containers) {
    if (container.path == path) return &container;
  }
  found->containers.push_back({path, {}, 0});
  return &found->containers.back();
}

bool IsWithin(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) &&
         (path[folder.size()] == '/' || path[folder.size()] == '\\');
}

// The container whose setup logs those beside it belong to: the nearest around `lone`, else the
// only one in it; nullptr if there is none.
Container* HomeOf(const Container& lone, std::vector<Container>* containers) {
  Container* around = nullptr;
  Container* within = nullptr;
  int count_within = 0;
  for (Container& other : *containers) {
    if (other.setup_logs == 0) continue;
    const bool nearer = around == nullptr || other.path.size() > around->path.size();
    if (IsWithin(lone.path, other.path) && nearer) around = &other;
    if (!IsWithin(other.path, lone.path)) continue;
    within = &other;
    ++count_within;
  }
  return around == nullptr && count_within == 1 ? within : around;
}

// ldif.err and others lie in the folder for temporary files: people put them beside the folder of
// setup's logs, or below it.
void BringHome(std::vector<Container>* containers) {
  for (Container& container : *containers) {
    if (container.setup_logs > 0) continue;
    Container* home = HomeOf(container, containers);
    if (home == nullptr || !home->of_one_server()) continue;
    std::move(container.files.begin(), container.files.end(), std::back_inserter(home->files));
    container.files.clear();
  }
  std::erase_if(*containers, [](const Container& container) { return container.files.empty(); });
}

input::InputError NoLog(const std::string& path, const std::string& message) {
  return {input::InputError::Kind::kNoLog, path, message};
}

class Search {
 public:
  Search(const ReadOptions& options, const TakeLogs& of_many, FoundLogs* found)
      : options_(options), of_many_(of_many), found_(found) {}

  void Visit(size_t argument, const std::string& path) {
    const auto visit = [&](const input::FoundFile& file, input::ByteSource& bytes) {
      Take(argument, path, file, &bytes);
      return true;
    };
    input::VisitFiles(path, input::ArchiveLimits(), visit, &found_->errors);
  }

 private:
  void Take(size_t argument, const std::string& path, const input::FoundFile& file,
            input::ByteSource* bytes) {
    Candidate candidate{file, argument, file.path == path, std::nullopt, std::nullopt};
    OpenedText text(bytes, options_);
    if (text.empty() || text.binary()) {
      if (candidate.named) Refuse(file, bytes, text.empty());
      return;
    }
    candidate.companion = companion::Recognize(file.name, text.head());
    if (!candidate.companion && !candidate.named && !MayBeSetupLog(file.name, text.head())) return;
    if (path == "-" || file.packed) candidate.read = text.Read(file.path, candidate.companion);
    Container* container = ContainerOf(file.container, found_);
    if (!candidate.companion) ++container->setup_logs;
    container->files.push_back(std::move(candidate));
    if (container->files.back().read && !container->of_one_server()) HandOutSome(container);
  }

  void HandOutSome(Container* container) {
    constexpr std::ptrdiff_t kAtOnce = 16;  // for all processors to have some
    auto& files = container->files;
    const auto logs = std::stable_partition(files.begin(), files.end(), [](const Candidate& file) {
      return file.companion.has_value();
    });
    if (files.end() - logs < kAtOnce) return;
    std::vector<Candidate> some(std::make_move_iterator(logs),
                                std::make_move_iterator(files.end()));
    files.erase(logs, files.end());
    of_many_(*container, std::move(some));
  }

  void Refuse(const input::FoundFile& file, const input::ByteSource* bytes, bool empty) {
    if (bytes->error().kind != input::InputError::Kind::kNone) {
      found_->errors.push_back(bytes->error());
    } else {
      found_->errors.push_back(
          NoLog(file.path, empty ? "the file is empty" : "this is no text, so it is no setup log"));
    }
  }

  const ReadOptions& options_;
  const TakeLogs& of_many_;
  FoundLogs* found_;
};

}  // namespace

bool MayBeSetupLog(std::string_view name, std::string_view head) {
  const std::string lower_name = setuplog::LowerCase(name);
  if (lower_name.starts_with("exchangesetup") && IsNamedLikeLog(lower_name)) return true;
  const bool named_like_log = IsNamedLikeLog(lower_name);
  if (named_like_log && setuplog::IsPlainLog(head)) return true;
  const std::string lower_head = setuplog::LowerCase(head);
  return HoldsAny(lower_head, kDecisive) || (named_like_log && HoldsAny(lower_head, kTelling));
}

FoundLogs FindLogs(const std::vector<std::string>& paths, const ReadOptions& options,
                   const TakeLogs& of_many) {
  FoundLogs found;
  Search search(options, of_many, &found);
  for (size_t i = 0; i < paths.size(); ++i) search.Visit(i, paths[i]);
  BringHome(&found.containers);
  return found;
}

}  // namespace exdiag::cli
