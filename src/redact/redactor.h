#ifndef EXDIAG_REDACT_REDACTOR_H_
#define EXDIAG_REDACT_REDACTOR_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::redact {

// One name and what stands in its place.
struct Replacement {
  std::string kind;      // "host", "domain", "user", "organization", "site", "name", "ipv4" …
  std::string original;  // as the log spells it first
  std::string stand_in;
  int64_t count = 0;  // how often it was replaced
};

// Takes from logs what tells whose they are: names of hosts, domains, users, sites and the
// organization, addresses, SIDs, GUIDs of objects. Each gets a stand-in of the same shape (EX-1,
// DC-1, USER-1, domain-1.example, 192.0.2.1 …), the same one everywhere, so that the copy reads and
// diagnoses as the original does. What every Exchange server has in common stays: cmdlets, types,
// codes, rule names, containers that setup creates, well-known SIDs and GUIDs.
//
//   Redactor redactor;
//   redactor.Learn(text);                 // of every log that shall be shared, block by block
//   std::string copy = redactor.Redact(text);
//
// Names are found where logs state them ("Logged on user:", "Server Name=", distinguished names …)
// and replaced wherever they occur, at word borders and in any case; addresses and the like are
// found by their form. What a log never states in a form of setup, as the name with which a person
// signs a ticket, is not found. A name that is also a word of setup ("MAIL", "Setup") is replaced
// only where its place tells that it is a name.
//
// Texts are UTF-8; invalid bytes pass through. Not thread-safe.
class Redactor {
 public:
  Redactor();
  ~Redactor();
  Redactor(const Redactor&) = delete;
  Redactor& operator=(const Redactor&) = delete;

  // Collects the names of a text. Blocks should end at the end of a line: a name that is cut by the
  // border of two blocks is not seen there.
  void Learn(std::string_view text);

  // The text with stand-ins, line by line as it was. Every Learn should come before the first
  // Redact; a name that appears later is replaced from there on only.
  std::string Redact(std::string_view text);

  // What was learnt, in the order of its kinds; counts are those of Redact so far.
  std::vector<Replacement> replacements() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace exdiag::redact

#endif  // EXDIAG_REDACT_REDACTOR_H_
