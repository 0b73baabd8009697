#include "matching/literal_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <random>

using exdiag::matching::LiteralIndex;

namespace {

std::vector<uint32_t> Found(const LiteralIndex& index, std::string_view text) {
  LiteralIndex::Scratch scratch;
  std::vector<uint32_t> found;
  index.Scan(text, &scratch, &found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("literals are found at the beginning, at the end and within each other") {
  LiteralIndex index;
  const auto whole = index.Add("certificate is expired");
  const auto part = index.Add("cate is");
  const auto other = index.Add("not there");
  CHECK(index.Add("cate is") == part);
  index.Build();
  CHECK(Found(index, "certificate is expired") == std::vector<uint32_t>{whole, part});
  CHECK(Found(index, "xxcate is") == std::vector<uint32_t>{part});
  CHECK(Found(index, "cate i").empty());
  CHECK(Found(index, "").empty());
  CHECK(Found(index, "not there") == std::vector<uint32_t>{other});
}

TEST_CASE("a literal that stands often is given once, and again by the next scan") {
  LiteralIndex index;
  index.Add("abcd");
  index.Build();
  LiteralIndex::Scratch scratch;
  std::vector<uint32_t> found;
  index.Scan("abcdabcdabcd", &scratch, &found);
  CHECK(found.size() == 1);
  index.Scan("abcd", &scratch, &found);
  CHECK(found.size() == 2);
}

TEST_CASE("an index without literals finds nothing") {
  LiteralIndex index;
  index.Build();
  CHECK(Found(index, "text").empty());
}

TEST_CASE("the index finds what a plain search finds, on random texts") {
  std::mt19937 random(7);
  const auto letter = [&] { return static_cast<char>("abc é\xFF"[random() % 7]); };
  for (int round = 0; round < 200; ++round) {
    std::deque<std::string> literals;
    LiteralIndex index;
    for (int i = 0; i < 40; ++i) {
      std::string& literal = literals.emplace_back();
      const size_t length = 4 + random() % 5;
      while (literal.size() < length) literal += letter();
      index.Add(literal);
    }
    index.Build();
    std::string text;
    while (text.size() < 300) text += letter();
    std::vector<uint32_t> wanted;
    for (uint32_t id = 0; id < index.size(); ++id) {
      if (text.find(index.literal(id)) != std::string::npos) wanted.push_back(id);
    }
    CHECK(Found(index, text) == wanted);
  }
}

TEST_CASE("an index of more literals than its table has places finds them all the same") {
  LiteralIndex index;
  const auto literal = [](int i) { return "literal-" + std::to_string(i) + "."; };
  constexpr int kCount = 140000;
  std::deque<std::string> literals;
  for (int i = 0; i < kCount; ++i) index.Add(literals.emplace_back(literal(i)));
  index.Build();
  LiteralIndex::Scratch scratch;
  std::vector<uint32_t> found;
  index.Scan(literal(0) + literal(kCount - 1) + literal(kCount), &scratch, &found);
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<uint32_t>{0, kCount - 1});
}
