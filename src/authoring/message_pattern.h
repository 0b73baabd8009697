#ifndef EXDIAG_AUTHORING_MESSAGE_PATTERN_H_
#define EXDIAG_AUTHORING_MESSAGE_PATTERN_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::authoring {

// A pattern made of a message: its words stay, and what differs from server to server becomes a
// gap, captured where it has a name.
struct MessagePattern {
  std::string pattern;             // RE2; empty if the message has no six fixed characters in a row
  std::vector<std::string> names;  // of its groups
};

// True for a word that only this customer's logs have.
using IsPrivateWord = std::function<bool(std::string_view word)>;

// Takes the first sentences of a message, about 160 characters. Recognizes what stands in quotes,
// distinguished names, paths, addresses of the web, hosts, mail addresses, accounts, GUIDs, IP
// addresses, codes, days, times and numbers. A quoted word is named after what it is or after the
// word before it: "service 'X'" gives the capture "service".
MessagePattern PatternOfMessage(std::string_view message,
                                const IsPrivateWord& is_private = nullptr);

}  // namespace exdiag::authoring

#endif  // EXDIAG_AUTHORING_MESSAGE_PATTERN_H_
