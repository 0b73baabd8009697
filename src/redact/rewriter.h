#ifndef EXDIAG_REDACT_REWRITER_H_
#define EXDIAG_REDACT_REWRITER_H_

#include <string>
#include <string_view>
#include <vector>

#include "redact/candidates.h"
#include "redact/distinguished_name.h"
#include "redact/name_table.h"
#include "redact/statements.h"

namespace exdiag::redact {

struct TextRange {
  size_t begin = 0;
  size_t end = 0;
};

// Goes through a text from word to word, recognises what is a name by its form or its place, and
// writes the text anew with what the table has in its place. Learning is the same walk with the
// result thrown away; it also fills `candidates`.
class Rewriter {
 public:
  // `candidates` null: the table is settled, and bare names are replaced. `in_script`: whether the
  // text before this one ended within a script of setup; it is kept up to date.
  Rewriter(std::string_view text, NameTable* names, Candidates* candidates, bool* in_script);

  std::string Rewrite();

 private:
  using Recognizer = bool (Rewriter::*)();

  bool learning() const { return candidates_ != nullptr; }
  std::string_view Part(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  std::string_view FoldedPart(size_t begin, size_t end) const {
    return std::string_view(folded_).substr(begin, end - begin);
  }
  char Before(size_t distance) const { return at_ >= distance ? text_[at_ - distance] : '\0'; }

  void CopyTo(size_t end);              // the text up to `end` as it is
  void Put(NameKind kind, size_t end);  // a stand-in for what stands up to `end`
  void PutText(std::string_view stand_in, size_t end);
  void ReadStatements();  // of the line that begins here

  bool RewriteAtWord();
  bool RewriteStated();
  bool RewriteForm();
  bool RewriteMail();
  bool RewriteHexText();
  bool RewriteDistinguishedName();
  bool RewriteShareHost();
  bool RewriteAccount();
  bool RewriteProfileFolder();
  bool RewriteDottedName();
  bool RewriteKnownName();
  bool RewriteServerLikeName();

  void PutHostName(size_t end);     // "ex01.contoso.com" or "ex01"
  void PutAccountName(size_t end);  // the part after the backslash
  void PutStated(const StatedName& name);
  void PutStatedAccount(const StatedName& name);
  void PutPrincipal(size_t sign, size_t end);
  void PutDomainParts(const std::vector<NamePart>& parts, size_t first, size_t next);
  void PutNamePart(const std::vector<NamePart>& parts, size_t part);
  std::vector<TextRange> ContainersAt(size_t at) const;
  void PutContainers();  // "/Users/Jane Doe" after a domain
  void AddCandidates(size_t end);
  bool IsOwnGuid(size_t size) const;

  std::string_view text_;
  std::string folded_;
  NameTable* names_;
  Candidates* candidates_;
  std::string result_;
  size_t at_ = 0;
  std::vector<StatedName> stated_;  // of the current line, with offsets of the text
  size_t next_stated_ = 0;
  size_t line_end_ = 0;
  bool* in_script_;                  // its GUIDs are setup's own
  bool line_has_at_ = false;         // nothing but such a line is searched for mail addresses
  bool line_has_backslash_ = false;  // nor for accounts and shares
  bool guids_of_packages_ = false;   // a line of Windows Installer
};

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_REWRITER_H_
