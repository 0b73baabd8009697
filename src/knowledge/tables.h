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

// A text of the tables: its place in one long text. Pointers would have to be filled in at every
// start of the program, as it may be loaded anywhere, which touches 32 pages more.
class TableText {
 public:
  constexpr TableText(uint32_t at, uint32_t size) : at_(at), size_(size) {}

  std::string_view view() const;
  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor)

 private:
  uint32_t at_;
  uint32_t size_;
};

// A text to search by, and the number of the row that it belongs to.
struct Key {
  TableText text;
  uint16_t row;
};

struct NumberKey {
  uint32_t number;
  uint16_t row;
};

struct CodeRow {
  CodeFamily family;
  TableText code;
  TableText name;
  TableText meaning;
  TableText in_setup;
  bool is_win32;  // may stand in an HRESULT of facility 7

  ErrorCode entry() const { return {family, code, name, meaning, in_setup}; }
};

struct BuildRow {
  uint64_t number;  // four parts of 16 bits
  TableText version;
  TableText name;
  TableText released;
  TableText kb;
  bool is_base;  // a cumulative update, service pack or RTM, which updates are made for

  Build build() const { return {version, name, released, kb}; }
};

struct ComponentRow {
  TableText name;
  TableText role;
  TableText purpose;

  Component component() const { return {name, role, purpose}; }
};

struct Pair {
  TableText key;
  TableText value;
};

Table<CodeRow> CodeRows();
Table<NumberKey> CodeNumbers();  // by number, then in the order of the file
Table<Key> CodeNames();          // upper case; by text, codes before names
Table<BuildRow> BuildRows();     // by number
Table<Pair> SupportRows();       // in the order of the file
Table<ComponentRow> ComponentRows();
Table<Key> ComponentNames();  // lower case; names and titles
Table<Pair> TaskRows();       // by key, which is in lower case

}  // namespace exdiag::knowledge

#endif  // EXDIAG_KNOWLEDGE_TABLES_H_
