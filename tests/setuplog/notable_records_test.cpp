#include "setuplog/notable_records.h"

#include <catch2/catch.hpp>

using namespace exdiag::setuplog;

namespace {

Record RecordOf(int64_t line, size_t size, Tag tag = Tag::kNone) {
  Record record;
  record.line = line;
  record.tag = tag;
  record.text = std::string(size, 'x');
  return record;
}

size_t BytesOf(const std::vector<Record>& records) {
  size_t bytes = 0;
  for (const Record& record : records) bytes += record.text.size();
  return bytes;
}

constexpr size_t kMost = size_t{6} << 20;

}  // namespace

TEST_CASE("of many records the first and the last are kept, by line") {
  NotableRecords records;
  for (int line = 1; line <= 10000; ++line) records.Add(RecordOf(line, 10));
  CHECK(records.dropped());
  const std::vector<Record> kept = records.Take();
  REQUIRE(kept.size() == 3000);
  CHECK(kept.front().line == 1);
  CHECK(kept[1499].line == 1500);
  CHECK(kept[1500].line == 8501);
  CHECK(kept.back().line == 10000);
}

TEST_CASE("warnings are kept beside them, wherever they stand") {
  NotableRecords records;
  for (int line = 1; line <= 10000; ++line)
    records.Add(RecordOf(line, 10, line == 5000 ? Tag::kWarning : Tag::kNone));
  const std::vector<Record> kept = records.Take();
  REQUIRE(kept.size() == 3001);
  CHECK(kept[1500].line == 5000);
  CHECK(kept[1500].tag == Tag::kWarning);
}

TEST_CASE("large records are bounded by their bytes, at either end and with a tag") {
  for (const Tag tag : {Tag::kNone, Tag::kWarning}) {
    NotableRecords records;
    for (int line = 1; line <= 1000; ++line) records.Add(RecordOf(line, 60000, tag));
    CHECK(records.dropped());
    const std::vector<Record> kept = records.Take();
    CHECK(kept.front().line == 1);
    CHECK(kept.back().line == 1000);
    CHECK(BytesOf(kept) <= (tag == Tag::kNone ? 2 : 3) * kMost);
    CHECK(BytesOf(kept) >= (tag == Tag::kNone ? 2 : 3) * (kMost - 60000));
  }
}

TEST_CASE("of native trace the last is kept, and nothing is said of the rest") {
  NotableRecords records;
  for (int line = 1; line <= 1000; ++line) records.AddNative(RecordOf(line, 10));
  CHECK_FALSE(records.dropped());
  const std::vector<Record> kept = records.Take();
  CHECK(kept.size() == 96);
  CHECK(kept.back().line == 1000);
}

TEST_CASE("what is handed out is gone") {
  NotableRecords records;
  for (int line = 1; line <= 4000; ++line) records.Add(RecordOf(line, 10));
  records.Take();
  CHECK_FALSE(records.dropped());
  CHECK(records.Take().empty());
}
