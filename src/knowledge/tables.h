#ifndef EXDIAG_KNOWLEDGE_TABLES_H_
#define EXDIAG_KNOWLEDGE_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "knowledge/builds.h"
#include "knowledge/components.h"
#include "knowledge/error_codes.h"

// The tables that tools/pack_knowledge.py makes of src/knowledge/data. All are constants of the
// program, sorted for binary search, so that starting costs nothing.
namespace exdiag::knowledge {

template <typename Row>
struct Table {
  const Row* rows;
  size_t size;
  const Row* begin() const { return rows; }
  const Row* end() const { return rows + size; }
  const Row& operator[](size_t i) const { return rows[i]; }
};

// A text to search by, and the number of the row that it belongs to.
struct Key {
  std::string_view text;
  uint16_t row;
};

struct NumberKey {
  uint32_t number;
  uint16_t row;
};

struct CodeRow {
  ErrorCode entry;
  bool is_win32;  // may stand in an HRESULT of facility 7
};

struct BuildRow {
  uint64_t number;  // four parts of 16 bits
  Build build;
  bool is_base;  // a cumulative update, service pack or RTM, which updates are made for
};

struct Pair {
  std::string_view key;
  std::string_view value;
};

Table<CodeRow> CodeRows();
Table<NumberKey> CodeNumbers();  // by number, then in the order of the file
Table<Key> CodeNames();          // upper case; by text, codes before names
Table<BuildRow> BuildRows();     // by number
Table<Pair> SupportRows();       // in the order of the file
Table<Component> ComponentRows();
Table<Key> ComponentNames();  // lower case; names and titles
Table<Pair> TaskRows();       // by key, which is in lower case

}  // namespace exdiag::knowledge

#endif  // EXDIAG_KNOWLEDGE_TABLES_H_
