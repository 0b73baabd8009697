// The parts of Rewriter that recognise distinguished names, hosts, accounts and folders of users.
#include <algorithm>
#include <array>

#include "redact/forms.h"
#include "redact/letters.h"
#include "redact/rewriter.h"
#include "redact/well_known.h"

namespace exdiag::redact {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool IsPrivateDomain(std::string_view folded_name) {
  static constexpr std::array<std::string_view, 7> kEndings = {
      ".local", ".lan", ".corp", ".intern", ".internal", ".intra", ".localdomain"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return folded_name.ends_with(ending); });
}

std::string WithLabelsReversed(std::string_view dotted) {
  std::string reversed;
  while (!dotted.empty()) {
    const size_t dot = dotted.rfind('.');
    const size_t begin = dot == kNone ? 0 : dot + 1;
    reversed += (reversed.empty() ? "" : ".") + std::string(dotted.substr(begin));
    dotted = dotted.substr(0, dot == kNone ? 0 : dot);
  }
  return reversed;
}

// Bytes of a well-known account of several words at the start of a text, "domain admins"; else 0.
size_t WellKnownAccountAt(std::string_view folded) {
  size_t end = EndOfWord(folded, 0);
  size_t size = IsWellKnownAccount(folded.substr(0, end)) ? end : 0;
  for (int words = 0; words < 2 && end < folded.size() && folded[end] == ' '; ++words) {
    end = EndOfWord(folded, end + 1);
    if (IsWellKnownAccount(folded.substr(0, end))) size = end;
  }
  return size;
}

// The end of the name of an account; one of East Asian characters ends where those do.
size_t EndOfAccount(std::string_view text, size_t begin) {
  size_t end = begin;
  while (IsEastAsian(text, end)) end += 3;
  return end > begin ? end : EndOfAccountWord(text, begin);
}

}  // namespace

bool Rewriter::RewriteDistinguishedName() {
  const std::vector<NamePart> parts = DistinguishedNameAt(text_, at_);
  if (parts.empty()) return false;
  for (size_t part = 0; part < parts.size();) {
    CopyTo(parts[part].value_begin);
    if (parts[part].key != "dc") {
      PutNamePart(parts, part++);
      continue;
    }
    size_t next = part;
    DomainOf(text_, parts, part, &next);
    PutDomainParts(parts, part, next);
    part = next;
  }
  return true;
}

void Rewriter::PutDomainParts(const std::vector<NamePart>& parts, size_t first, size_t next) {
  // DC=DomainDnsZones and the like stand before the domain in every forest.
  while (first + 1 < next &&
         IsServiceLabel(FoldedPart(parts[first].value_begin, parts[first].value_end))) {
    CopyTo(parts[++first].value_begin);
  }
  size_t ignored = 0;
  std::string domain = DomainOf(text_, parts, first, &ignored);
  const bool reversed = parts[first].value_begin >= 4 && text_[parts[first].value_begin - 4] == '/';
  if (reversed) domain = WithLabelsReversed(domain);  // "/dc=com/dc=contoso"
  const size_t end = parts[next - 1].value_end;
  if (domain.find('.') == kNone) {
    if (IsOrdinaryName(Folded(domain))) return CopyTo(end);
    return PutText(names_->StandIn(NameKind::kNetBiosDomain, domain), end);
  }
  const std::string label = domain.substr(0, domain.find('.'));
  if (!IsOrdinaryName(Folded(label))) names_->Learn(NameKind::kNetBiosDomain, label);
  std::string stand_in = names_->StandIn(NameKind::kDomain, domain);
  if (reversed) stand_in = WithLabelsReversed(stand_in);
  std::string text;
  const std::string_view key = Part(parts[next - 1].value_begin - 3, parts[next - 1].value_begin);
  for (const char c : stand_in) {
    text += c == '.' ? (reversed ? "/" : ",") + std::string(key) : std::string(1, c);
  }
  PutText(text, end);
}

void Rewriter::PutNamePart(const std::vector<NamePart>& parts, size_t part) {
  const size_t end = parts[part].value_end;
  const std::string_view value = Part(at_, end);
  const std::string_view folded = FoldedPart(at_, end);
  const auto next_is = [&](std::string_view key, std::string_view name) {
    return part + 1 < parts.size() && parts[part + 1].key == key &&
           FoldedPart(parts[part + 1].value_begin, parts[part + 1].value_end) == name;
  };
  const bool is_schema = next_is("cn", "schema") || folded.starts_with("ms-exch-");
  if (parts[part].key == "c" || is_schema || folded.starts_with("microsoftexchange329e"))
    return CopyTo(end);
  if (GuidAt(text_, at_) > 0 && RewriteForm()) return CopyTo(end);
  if (value.find('@') != kNone && RewriteMail()) return CopyTo(end);
  const bool is_server = next_is("cn", "servers") || next_is("ou", "domain controllers");
  if (is_server && value.find(' ') == kNone && folded != "servers") {
    if (next_is("ou", "domain controllers")) names_->LearnDomainController(value);
    return Put(NameKind::kHost, end);
  }
  if (names_->Knows(NameKind::kHost, value)) return Put(NameKind::kHost, end);
  const std::string_view host = value.starts_with("*.") ? value.substr(2) : value;
  if (host.find('.') != kNone && host.find(' ') == kNone &&
      IsHostLike(text_, end - host.size(), host.size(), 2)) {
    CopyTo(end - host.size());
    if (host.size() < value.size()) names_->Learn(NameKind::kDomain, host);
    return PutHostName(end);
  }
  const bool is_organization = next_is("cn", "microsoft exchange") || parts[part].key == "o";
  if (IsOrdinaryName(folded)) return CopyTo(end);
  if (is_organization) return Put(NameKind::kOrganization, end);
  if (next_is("cn", "sites")) return Put(NameKind::kSite, end);
  for (const NameKind known : {NameKind::kOrganization, NameKind::kUser, NameKind::kSite}) {
    if (names_->Knows(known, value)) return Put(known, end);
  }
  Put(NameKind::kName, end);
}

// \\SERVER\share; with doubled backslashes where a tool has escaped them.
bool Rewriter::RewriteShareHost() {
  if (Before(1) != '\\' || Before(2) != '\\') return false;
  size_t front = at_;
  while (front > 0 && text_[front - 1] == '\\') --front;
  if (front > 0 &&
      (text_[front - 1] == ':' || WordEndsAt(text_, front) || text_[front - 1] == ')' ||
       text_[front - 1] == '.' || text_[front - 1] == '}')) {
    return false;
  }
  size_t end = DottedNameAt(text_, at_);
  end = end > 0 ? at_ + end : EndOfAccountWord(text_, at_);
  const std::string_view host = FoldedPart(at_, end);
  if (end >= text_.size() || text_[end] != '\\' || host == "localhost" || host == "unc" ||
      host == "unknown")
    return false;
  PutHostName(end);
  return true;
}

bool Rewriter::RewriteAccount() {
  if (!line_has_backslash_) return false;
  const size_t end = EndOfAccountWord(text_, at_);
  if (end + 1 >= text_.size() || text_[end] != '\\' || Before(1) == '\\' || Before(1) == '/' ||
      Before(1) == '.') {
    return false;
  }
  const size_t account = end + (text_[end + 1] == '\\' ? 2 : 1);
  if (WordCharacterAt(text_, account) == 0 && !IsEastAsian(text_, account)) return false;
  const std::string_view authority = Part(at_, end);
  const size_t account_end = EndOfAccount(text_, account);
  if (learning()) candidates_->AddAccount(FoldedPart(at_, end), Part(account, account_end));
  if (!names_->Knows(NameKind::kNetBiosDomain, authority)) return false;
  Put(NameKind::kNetBiosDomain, end);
  CopyTo(account);
  PutAccountName(account_end);
  return true;
}

void Rewriter::PutAccountName(size_t end) {
  const size_t reach = std::max(end, std::min(at_ + kLongestName, text_.size()));
  const size_t quote_end = at_ + std::min(Part(at_, reach).find_first_of("'\"\n"), reach - at_);
  if (const size_t size = WellKnownAccountAt(FoldedPart(at_, quote_end))) return CopyTo(at_ + size);
  if (end > at_ && text_[end - 1] == '$') return Put(NameKind::kHost, end - 1), CopyTo(end);
  // A group of setup's whose name has several words.
  if (end < quote_end && text_[end] == ' ' && IsOrdinaryName(FoldedPart(at_, end)))
    return CopyTo(end);
  if (names_->Knows(NameKind::kHost, Part(at_, end))) return Put(NameKind::kHost, end);
  Put(NameKind::kUser, end);
}

// C:\Users\name and C:\Documents and Settings\name.
bool Rewriter::RewriteProfileFolder() {
  if (Before(1) != '\\') return false;
  const std::string_view rest = std::string_view(folded_).substr(at_);
  const std::string_view folder = rest.starts_with("users\\") ? "users" : "documents and settings";
  if (!rest.starts_with(folder) || rest.substr(folder.size(), 1) != "\\") return false;
  size_t begin = at_ + folder.size();
  while (begin < text_.size() && text_[begin] == '\\') ++begin;
  const std::string_view path = text_.substr(begin, kLongestName);
  size_t size = std::min(path.find_first_of("\\/'\"<>|:*?\r\n;,"), path.size());
  if (size == path.size() || path[size] != '\\') size = std::min(size, path.find(' '));
  const size_t end = begin + size;
  CopyTo(begin);
  const std::string_view name = Part(begin, end);
  const size_t dot = name.rfind('.');
  if (dot != kNone && IsWellKnownAccount(FoldedPart(begin, begin + dot)) &&
      !IsOrdinaryName(Folded(name.substr(dot + 1)))) {
    names_->Learn(NameKind::kNetBiosDomain, name.substr(dot + 1));
  }
  if (name.empty() || name[0] == '.' || IsWellKnownAccount(FoldedPart(begin, end))) return true;
  if (dot == kNone || !names_->Knows(NameKind::kNetBiosDomain, name.substr(dot + 1))) {
    Put(NameKind::kUser, end);
    return true;
  }
  PutAccountName(begin + dot);
  CopyTo(begin + dot + 1);
  Put(NameKind::kNetBiosDomain, end);
  return true;
}

bool Rewriter::RewriteDottedName() {
  const size_t size = DottedNameAt(text_, at_);
  if (size == 0) return false;
  const size_t end = at_ + size;
  const std::string_view folded = FoldedPart(at_, end);
  if (IsPublicDomain(folded)) return CopyTo(end), true;
  if (names_->DomainSuffixOf(folded).empty()) {
    const bool in_url = Before(1) == '/' && Before(2) == '/' && Before(3) == ':';
    const size_t least = in_url || IsPrivateDomain(folded) ? 2 : 3;
    if (!IsHostLike(text_, at_, size, least)) {
      if (learning()) AddCandidates(end);
      return false;
    }
    if (std::count(folded.begin(), folded.end(), '.') == 1)
      names_->Learn(NameKind::kDomain, Part(at_, end));
  }
  PutHostName(end);
  return true;
}

// The dotted name that ends at `end`, and the object that it is the domain of, if any.
void Rewriter::AddCandidates(size_t end) {
  const std::string_view domain = FoldedPart(at_, end);
  candidates_->AddDotted(domain);
  for (const TextRange& part : ContainersAt(end)) {
    if (!IsOrdinaryName(FoldedPart(part.begin, part.end)))
      candidates_->AddObject(domain, Part(part.begin, part.end));
  }
}

void Rewriter::PutHostName(size_t end) {
  const std::string_view name = Part(at_, end);
  LearnHostName(name, names_);
  std::string_view domain = names_->DomainSuffixOf(FoldedPart(at_, end));
  const size_t hosts_end = domain.empty() ? end : end - domain.size();
  while (at_ < hosts_end) {
    const size_t label = at_ + std::min(Part(at_, hosts_end).find('.'), hosts_end - at_);
    if (IsServiceLabel(FoldedPart(at_, label))) {
      CopyTo(label);
    } else {
      Put(NameKind::kHost, label);
    }
    if (at_ < hosts_end) CopyTo(at_ + 1);
  }
  if (domain.empty()) return;
  const bool is_whole = hosts_end + domain.size() == end && name.size() == domain.size();
  Put(NameKind::kDomain, end);
  if (is_whole) PutContainers();
}

// "Users" and "Jane Doe" of "/Users/Jane Doe", with which the canonical name of an object goes on.
std::vector<TextRange> Rewriter::ContainersAt(size_t at) const {
  std::vector<TextRange> parts;
  if (text_.substr(at, 1) != "/") return parts;
  constexpr size_t kReach = 1024;
  const std::string_view rest = text_.substr(at, kReach);
  const size_t line_size = std::min(rest.find_first_of("'\"\r\n"), rest.size());
  const bool quoted =
      line_size < rest.size() && (rest[line_size] == '\'' || rest[line_size] == '"');
  const size_t name_end = at + (quoted ? line_size : std::min(line_size, rest.find(' ')));
  while (at + 1 < name_end && text_[at] == '/' && WordCharacterAt(text_, at + 1) > 0) {
    const size_t size = Part(at + 1, name_end).find_first_of("/;:<>{}()");
    const size_t end = size == kNone ? name_end : at + 1 + size;
    parts.push_back({at + 1, end});
    at = end;
  }
  return parts;
}

void Rewriter::PutContainers() {
  for (const auto& [begin, end] : ContainersAt(at_)) {
    CopyTo(begin);
    if (IsOrdinaryName(FoldedPart(begin, end))) {
      CopyTo(end);
    } else {
      Put(names_->Knows(NameKind::kHost, Part(begin, end)) ? NameKind::kHost : NameKind::kName,
          end);
    }
  }
}

}  // namespace exdiag::redact
