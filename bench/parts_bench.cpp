// Times the parts of a diagnosis on a log made by bench/make_log.py:
//
//   bench/make_log.py 16M /tmp/bench.log && EXDIAG_BENCH_LOG=/tmp/bench.log
//   build/release/bench/exdiag_bench
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "diagnosis/diagnose.h"
#include "input/encoding.h"
#include "matching/matcher.h"
#include "rules/rule_pack.h"
#include "setuplog/line_shape.h"
#include "setuplog/line_splitter.h"
#include "setuplog/log_parser.h"

namespace exdiag {
namespace {

constexpr size_t kBlock = size_t{256} << 10;

std::string ReadLog() {
  const char* path = std::getenv("EXDIAG_BENCH_LOG");
  std::FILE* file = path == nullptr ? nullptr : std::fopen(path, "rb");
  std::string text;
  std::string block(kBlock, '\0');
  while (file != nullptr) {
    const size_t read = std::fread(block.data(), 1, block.size(), file);
    if (read == 0) break;
    text.append(block, 0, read);
  }
  if (file != nullptr) std::fclose(file);
  return text;
}

const std::string& Log() {
  static const std::string log = ReadLog();
  return log;
}

const rules::RulePack& Rules() {
  static const rules::RulePack pack = rules::BuiltinRules();
  return pack;
}

template <typename Take>
void ForEachBlock(Take&& take) {
  for (size_t at = 0; at < Log().size(); at += kBlock)
    take(std::string_view(Log()).substr(at, kBlock));
}

void CountBytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(Log().size()));
}

void Decoding(benchmark::State& state) {
  for (auto _ : state) {
    input::Decoder decoder(input::Encoding::kUtf8);
    ForEachBlock([&](std::string_view block) { benchmark::DoNotOptimize(decoder.Decode(block)); });
  }
  CountBytes(state);
}
BENCHMARK(Decoding);

void Newlines(benchmark::State& state) {
  for (auto _ : state) {
    setuplog::LineSplitter splitter;
    int64_t lines = 0;
    ForEachBlock(
        [&](std::string_view block) { splitter.Feed(block, [&](std::string_view) { ++lines; }); });
    benchmark::DoNotOptimize(lines);
  }
  CountBytes(state);
}
BENCHMARK(Newlines);

void LineShapes(benchmark::State& state) {
  for (auto _ : state) {
    setuplog::LineSplitter splitter;
    const auto look = [](std::string_view line) {
      benchmark::DoNotOptimize(setuplog::ShapeOf(line));
    };
    ForEachBlock([&](std::string_view block) { splitter.Feed(block, look); });
  }
  CountBytes(state);
}
BENCHMARK(LineShapes);

setuplog::SetupLog Parsed() {
  setuplog::LogParser parser;
  ForEachBlock([&](std::string_view block) { parser.Feed(block); });
  return parser.Finish();
}

void Records(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Parsed());
  CountBytes(state);
}
BENCHMARK(Records);

void UnpackingRules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(rules::BuiltinRules());
}
BENCHMARK(UnpackingRules);

void IndexingRules(benchmark::State& state) {
  Rules();
  for (auto _ : state) matching::Matcher matcher(Rules());
}
BENCHMARK(IndexingRules);

// With a matcher that is new: patterns are compiled when they are first asked for.
void Matching(benchmark::State& state) {
  const setuplog::SetupLog log = Parsed();
  for (auto _ : state) {
    state.PauseTiming();
    const auto matcher = std::make_unique<matching::Matcher>(Rules());
    state.ResumeTiming();
    benchmark::DoNotOptimize(matcher->Find({&log.attempts.back(), nullptr, nullptr}));
  }
}
BENCHMARK(Matching);

void WholeDiagnosis(benchmark::State& state) {
  for (auto _ : state) {
    const matching::Matcher matcher(Rules());
    diagnosis::ReadLog read;
    read.log = Parsed();
    benchmark::DoNotOptimize(diagnosis::DiagnoseLog(read, matcher, {}));
  }
  CountBytes(state);
}
BENCHMARK(WholeDiagnosis);

}  // namespace
}  // namespace exdiag

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (exdiag::Log().empty()) {
    std::fputs("EXDIAG_BENCH_LOG names no log: make one by bench/make_log.py\n", stderr);
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
}
