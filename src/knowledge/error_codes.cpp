#include "knowledge/error_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "knowledge/code_number.h"
#include "knowledge/tables.h"

namespace exdiag::knowledge {
namespace {

using Rows = std::vector<const CodeRow*>;

Rows WithNumber(uint32_t number) {
  const Table<NumberKey> keys = CodeNumbers();
  auto key = std::lower_bound(keys.begin(), keys.end(), number,
                              [](const NumberKey& k, uint32_t n) { return k.number < n; });
  Rows rows;
  for (; key != keys.end() && key->number == number; ++key) rows.push_back(&CodeRows()[key->row]);
  return rows;
}

Rows WithName(std::string_view name) {
  const Table<Key> keys = CodeNames();
  auto key = std::lower_bound(keys.begin(), keys.end(), name,
                              [](const Key& k, std::string_view n) { return k.text.view() < n; });
  Rows rows;
  for (; key != keys.end() && key->text.view() == name; ++key)
    rows.push_back(&CodeRows()[key->row]);
  return rows;
}

bool EndsWithPart(std::string_view whole, std::string_view part) {
  if (whole.size() <= part.size()) return false;
  const size_t begin = whole.size() - part.size();
  return whole[begin - 1] == '.' &&
         std::equal(part.begin(), part.end(), whole.begin() + begin, [](char a, char b) {
           return a == (b >= 'a' && b <= 'z' ? static_cast<char>(b - 'a' + 'A') : b);
         });
}

// "Tasks.TaskException" is found by its last part; what stands before must fit.
Rows WithPartOfName(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  Rows rows = WithName(name.substr(dot + 1));
  const auto misfit = [name](const CodeRow* row) { return !EndsWithPart(row->code, name); };
  rows.erase(std::remove_if(rows.begin(), rows.end(), misfit), rows.end());
  return rows;
}

// A CurrentResult line ends with the value: "console.ProcessRunInternal:198: 1".
std::string_view WithoutValue(std::string_view name) {
  const size_t last = name.rfind('_');
  return last == std::string_view::npos ? std::string_view() : name.substr(0, last);
}

Rows RowsOfName(std::string_view name) {
  Rows rows = WithName(name);
  if (rows.empty()) rows = WithPartOfName(name);
  if (rows.empty() && name.find('.') != std::string_view::npos) rows = WithName(WithoutValue(name));
  return rows;
}

bool IsInList(const CodeRow& row, std::string_view list) {
  constexpr std::array<std::pair<std::string_view, CodeFamily>, 6> kLists = {
      {{"hresult", CodeFamily::kHresult},
       {"msi", CodeFamily::kMsi},
       {"ldap", CodeFamily::kLdap},
       {"ad", CodeFamily::kAdExtended},
       {"ldifde", CodeFamily::kLdifde},
       {"appcmd", CodeFamily::kAppcmd}}};
  for (const auto& [name, family] : kLists) {
    if (name == list) return row.family == family;
  }
  return row.is_win32;  // "win32" and "windows"
}

// A list that was named counts, unless the code is unknown there.
void KeepList(std::string_view list, Rows* rows) {
  const auto in_list = [list](const CodeRow* row) { return IsInList(*row, list); };
  if (list.empty() || std::none_of(rows->begin(), rows->end(), in_list)) return;
  rows->erase(std::stable_partition(rows->begin(), rows->end(), in_list), rows->end());
}

// Directory answers are hexadecimal ("error 0x51", "000020BB"), exit codes of ldifde are not. Below
// 0x10 both read alike, and Win32 codes are more frequent.
void PreferDirectory(uint32_t number, Rows* rows) {
  if (number < 0x10) return;
  std::stable_partition(rows->begin(), rows->end(), [](const CodeRow* row) {
    return row->family == CodeFamily::kLdap || row->family == CodeFamily::kAdExtended;
  });
}

Rows RowsOfNumber(const SpelledCode& code) {
  Rows rows = WithNumber(*code.number);
  if (code.hexadecimal) PreferDirectory(*code.number, &rows);
  if (const auto win32 = Win32Part(*code.number)) {
    for (const CodeRow* row : WithNumber(*win32)) {
      if (row->is_win32) rows.push_back(row);
    }
  }
  KeepList(code.list, &rows);
  return rows;
}

}  // namespace

std::string_view FamilyName(CodeFamily family) {
  switch (family) {
    case CodeFamily::kHresult:
      return "HRESULT";
    case CodeFamily::kWin32:
      return "Win32";
    case CodeFamily::kMsi:
      return "Windows Installer";
    case CodeFamily::kLdap:
      return "LDAP";
    case CodeFamily::kAdExtended:
      return "Active Directory";
    case CodeFamily::kLdifde:
      return "ldifde";
    case CodeFamily::kAppcmd:
      return "appcmd";
    case CodeFamily::kException:
      return "exception";
    case CodeFamily::kOther:
      break;
  }
  return "other";
}

std::vector<ErrorCode> LookUpCode(std::string_view code) {
  const SpelledCode spelled = ReadCode(code);
  std::vector<ErrorCode> entries;
  for (const CodeRow* row : spelled.number ? RowsOfNumber(spelled) : RowsOfName(spelled.name)) {
    entries.push_back(row->entry());
  }
  return entries;
}

std::string CanonicalCode(std::string_view code) {
  const SpelledCode spelled = ReadCode(code);
  if (!spelled.number) return spelled.name;
  const uint32_t number = *spelled.number;
  if (const auto win32 = Win32Part(number)) return fmt::format("{}", *win32);
  if (number < 0x80000000) return fmt::format("{}", number);
  // Exit codes such as -1 are no HRESULTs.
  if (number > 0xffff0000) return fmt::format("{}", static_cast<int32_t>(number));
  return fmt::format("0x{:08x}", number);
}

}  // namespace exdiag::knowledge
