#include "setuplog/text_store.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace exdiag::setuplog {
namespace {

TEST_CASE("Texts of a store stay as they are while others come") {
  TextStore store;
  std::vector<std::string> given;
  std::vector<std::string_view> kept;
  for (size_t i = 0; i < 3000; ++i) {
    given.push_back(std::string(i % 97, static_cast<char>('a' + i % 26)));
    if (i % 500 == 0) given.back().assign(100000, 'x');
    std::string passing = given.back();
    kept.push_back(store.Keep(passing));
    passing.assign(passing.size(), '?');
  }
  for (size_t i = 0; i < given.size(); ++i) CHECK(kept[i] == given[i]);
}

TEST_CASE("A store that moves leaves its texts where they are") {
  TextStore store;
  const std::string_view kept = store.Keep("Get-ExchangeServer");
  const TextStore moved = std::move(store);
  CHECK(kept == "Get-ExchangeServer");
}

}  // namespace
}  // namespace exdiag::setuplog
