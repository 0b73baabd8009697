#include "redact/rewriter.h"

#include <algorithm>
#include <array>

#include "redact/forms.h"
#include "redact/hex_sid.h"
#include "redact/letters.h"
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

// Mailboxes that setup makes in every organization.
bool IsSystemMailbox(std::string_view folded_local) {
  static constexpr std::array<std::string_view, 6> kFronts = {
      "systemmailbox{",  "discoverysearchmailbox{", "migration.",
      "federatedemail.", "healthmailbox",           "extest_"};
  return std::any_of(kFronts.begin(), kFronts.end(),
                     [&](std::string_view front) { return folded_local.starts_with(front); });
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

// The script itself follows on the next lines.
bool BeginsScript(std::string_view line) {
  const std::string_view text = line.substr(0, line.find_last_not_of(" \r\n") + 1);
  return text.ends_with("] Executing:") || text.find("$error.Clear()") != kNone;
}

bool IsAccountCharacter(char c) { return c == '.' || c == '_' || c == '-' || c == '$' || c == '~'; }

size_t EndOfAccountWord(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size()) {
    size_t size = WordCharacterAt(text, end);
    if (size == 0 && IsAccountCharacter(text[end])) size = 1;
    if (size == 0) break;
    end += size;
  }
  while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  return end;
}

}  // namespace

void Candidates::Add(std::unordered_set<std::string>* set, std::string_view text) {
  constexpr size_t kMost = 100000;  // a limit for logs that are made of dotted names
  if (set->size() < kMost) set->insert(std::string(text));
}

void Candidates::AddAccount(std::string_view authority, std::string_view account) {
  Add(&accounts_, std::string(authority) + "\\" + std::string(account));
}

void Candidates::Resolve(NameTable* names) {
  for (const std::string& name : dotted_) {
    const std::string_view domain = names->DomainSuffixOf(name);
    if (!domain.empty() && domain.size() < name.size()) LearnHostName(name, names);
  }
  for (const std::string& account : accounts_) {
    const size_t border = account.find('\\');
    const std::string name = account.substr(border + 1);
    if (!names->Knows(NameKind::kNetBiosDomain, account.substr(0, border))) continue;
    if (name.back() == '$') {
      names->Learn(NameKind::kHost, name.substr(0, name.size() - 1));
    } else if (!IsOrdinaryName(Folded(name))) {
      names->Learn(NameKind::kUser, name);
    }
  }
  dotted_.clear();
  accounts_.clear();
}

void LearnHostName(std::string_view name, NameTable* names) {
  const std::string folded = Folded(name);
  if (IsPublicDomain(folded) || names->Knows(NameKind::kDomain, folded)) return;
  std::string_view domain = names->DomainSuffixOf(folded);
  const size_t dot = name.find('.');
  if (domain.empty() && dot != kNone) {
    domain = std::string_view(folded).substr(dot + 1);
    names->Learn(NameKind::kDomain, name.substr(dot + 1));
    const std::string_view label = domain.substr(0, domain.find('.'));
    if (!IsOrdinaryName(label))
      names->Learn(NameKind::kNetBiosDomain, name.substr(dot + 1, label.size()));
  }
  std::string_view labels =
      name.substr(0, domain.empty() ? name.size() : name.size() - domain.size() - 1);
  while (!labels.empty()) {
    const size_t end = std::min(labels.find('.'), labels.size());
    if (!IsServiceLabel(Folded(labels.substr(0, end))))
      names->Learn(NameKind::kHost, labels.substr(0, end));
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
}

Rewriter::Rewriter(std::string_view text, NameTable* names, Candidates* candidates, bool* in_script)
    : text_(text),
      folded_(Folded(text)),
      names_(names),
      candidates_(candidates),
      in_script_(in_script) {}

std::string Rewriter::Rewrite() {
  result_.reserve(text_.size());
  while (at_ < text_.size()) {
    if (at_ >= line_end_) ReadStatements();
    const size_t size = WordCharacterAt(text_, at_);
    if (size == 0) {
      CopyTo(at_ + 1);
    } else if (WordEndsAt(text_, at_) || !RewriteAtWord()) {
      CopyTo(EndOfWord(text_, at_));
    }
  }
  return std::move(result_);
}

void Rewriter::CopyTo(size_t end) {
  result_ += Part(at_, end);
  at_ = end;
}

void Rewriter::Put(NameKind kind, size_t end) {
  PutText(names_->StandIn(kind, Part(at_, end)), end);
}

void Rewriter::PutText(std::string_view stand_in, size_t end) {
  result_ += stand_in;
  at_ = end;
}

void Rewriter::ReadStatements() {
  line_end_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
  const std::string_view line = Part(at_, line_end_);
  stated_ = StatementsIn(line);
  for (StatedName& name : stated_) {
    name.begin += at_;
    name.end += at_;
  }
  next_stated_ = 0;
  if (line.starts_with('[')) *in_script_ = false;
  if (BeginsScript(line)) *in_script_ = true;
  if (line.find("was run: ") != kNone) *in_script_ = false;
  line_has_at_ = line.find('@') != kNone;
  line_has_backslash_ = line.find('\\') != kNone;
  guids_of_packages_ =
      line.starts_with("MSI (") || line.starts_with("Property(") || line.starts_with("   ***");
}

bool Rewriter::RewriteAtWord() {
  static constexpr std::array<Recognizer, 11> kRecognizers = {&Rewriter::RewriteStated,
                                                              &Rewriter::RewriteForm,
                                                              &Rewriter::RewriteMail,
                                                              &Rewriter::RewriteHexText,
                                                              &Rewriter::RewriteDistinguishedName,
                                                              &Rewriter::RewriteShareHost,
                                                              &Rewriter::RewriteAccount,
                                                              &Rewriter::RewriteProfileFolder,
                                                              &Rewriter::RewriteDottedName,
                                                              &Rewriter::RewriteKnownName,
                                                              &Rewriter::RewriteServerLikeName};
  return std::any_of(kRecognizers.begin(), kRecognizers.end(),
                     [this](Recognizer recognizer) { return (this->*recognizer)(); });
}

bool Rewriter::RewriteStated() {
  while (next_stated_ < stated_.size() && stated_[next_stated_].begin < at_) ++next_stated_;
  if (next_stated_ == stated_.size() || stated_[next_stated_].begin != at_) return false;
  const StatedName name = stated_[next_stated_];
  const std::string_view folded = FoldedPart(name.begin, name.end);
  const bool has_form = GuidAt(text_, at_) > 0 || SidAt(text_, at_) > 0 || Ipv4At(text_, at_) > 0;
  const bool may_be_ordinary = name.kind == StatedKind::kHost ||
                               name.kind == StatedKind::kDomainController ||
                               name.kind == StatedKind::kAccount;
  if (has_form || (!may_be_ordinary && IsOrdinaryName(folded))) return false;
  PutStated(name);
  return true;
}

void Rewriter::PutStated(const StatedName& name) {
  const bool has_blank = Part(name.begin, name.end).find(' ') != kNone;
  switch (name.kind) {
    case StatedKind::kOrganization:
      Put(NameKind::kOrganization, name.end);
      return;
    case StatedKind::kSite:
      Put(NameKind::kSite, name.end);
      return;
    case StatedKind::kAccount: {
      const size_t border = Part(name.begin, name.end).find('\\');
      if (border != kNone && !IsWellKnownAuthority(FoldedPart(at_, at_ + border))) {
        Put(NameKind::kNetBiosDomain, at_ + border);
        CopyTo(at_ + 1);
        PutAccountName(name.end);
      } else if (border == kNone && text_.find('@', at_) >= name.end && !has_blank) {
        PutAccountName(name.end);
      }
      CopyTo(std::max(at_, at_ == name.begin ? EndOfWord(text_, at_) : at_));
      return;
    }
    case StatedKind::kDomain:
    case StatedKind::kHost:
    case StatedKind::kDomainController:
      if (has_blank) break;
      if (name.kind == StatedKind::kDomainController) {
        const std::string_view host = Part(at_, name.end);
        names_->LearnDomainController(host.substr(0, host.find('.')));
      }
      if (name.kind == StatedKind::kDomain) {
        if (IsPublicDomain(FoldedPart(at_, name.end))) return CopyTo(name.end);
        names_->Learn(NameKind::kDomain, Part(at_, name.end));
      }
      PutHostName(name.end);
      return;
    case StatedKind::kName:
      break;
  }
  const std::string value(Part(name.begin, name.end));
  // "EX01" after -Identity is the server that other lines call so.
  NameKind kind = NameKind::kName;
  for (const NameKind known : {NameKind::kHost, NameKind::kOrganization, NameKind::kUser}) {
    if (names_->Knows(known, value)) kind = known;
  }
  if (value.find('.') != kNone && value.find(' ') == kNone) return PutHostName(name.end);
  if (kind == NameKind::kName && LooksLikeServerName(FoldedPart(name.begin, name.end)))
    kind = NameKind::kHost;
  Put(kind, name.end);
}

bool Rewriter::IsOwnGuid(size_t size) const {
  const std::string_view guid = FoldedPart(at_, at_ + size);
  if (IsWellKnownGuid(guid) || *in_script_ || guids_of_packages_) return true;
  if (at_ >= 3 && Part(at_ - 3, at_) == "___") return true;  // of an ERROR-REFERENCE
  constexpr size_t kReach = 96;
  const size_t from = at_ > kReach ? at_ - kReach : 0;
  std::string_view before = FoldedPart(from, at_);
  before = before.substr(before.rfind('\n') + 1);
  for (const std::string_view word : {"product", "upgrade code", "patch", "package",
                                      "applicationid", "clsid", "microsoft.com/"}) {
    if (before.find(word) != kNone) return true;
  }
  return false;
}

bool Rewriter::RewriteForm() {
  if (const size_t size = SidAt(text_, at_)) return Put(NameKind::kSid, at_ + size), true;
  if (!IsHexDigit(text_[at_]) && !IsAsciiLetter(text_[at_])) return false;
  if (const size_t size = GuidAt(text_, at_)) {
    if (IsOwnGuid(size)) {
      CopyTo(at_ + size);
    } else {
      Put(NameKind::kGuid, at_ + size);
    }
    return true;
  }
  if (const size_t size = Ipv4At(text_, at_)) return Put(NameKind::kIpv4, at_ + size), true;
  if (const size_t size = Ipv6At(text_, at_)) return Put(NameKind::kIpv6, at_ + size), true;
  if (const size_t size = ThumbprintAt(text_, at_))
    return Put(NameKind::kThumbprint, at_ + size), true;
  if (const size_t size = ProductKeyAt(text_, at_))
    return Put(NameKind::kProductKey, at_ + size), true;
  return false;
}

bool Rewriter::RewriteMail() {
  if (!line_has_at_) return false;
  size_t local = 0;
  const size_t size = MailAddressAt(text_, at_, &local);
  if (size == 0 || Before(1) == '$') return false;
  const size_t domain = at_ + local + 1;
  const size_t end = at_ + size;
  const std::string_view folded_domain = FoldedPart(domain, end);
  const bool known = !names_->DomainSuffixOf(folded_domain).empty();
  if (!known && !IsPublicDomain(folded_domain) && !IsHostLike(text_, domain, end - domain, 2))
    return false;
  if (IsSystemMailbox(FoldedPart(at_, at_ + local))) {
    if (!known && learning()) names_->Learn(NameKind::kDomain, Part(domain, end));
    return false;  // the GUID within and the domain come by themselves
  }
  Put(NameKind::kUser, at_ + local);
  CopyTo(domain);
  if (IsPublicDomain(folded_domain)) {
    CopyTo(end);
    return true;
  }
  if (!known) names_->Learn(NameKind::kDomain, Part(domain, end));
  PutHostName(end);
  return true;
}

bool Rewriter::RewriteHexText() {
  constexpr size_t kLeast = 48;  // a SID with its header
  size_t end = at_;
  while (end < text_.size() && IsHexDigit(text_[end])) ++end;
  if (end - at_ < kLeast) return false;
  const std::string hex(Part(at_, end));
  PutText(RewriteHexSids(
              hex, [this](const std::string& sid) { return names_->StandIn(NameKind::kSid, sid); }),
          end);
  return true;
}

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
  if (WordCharacterAt(text_, account) == 0) return false;
  const std::string_view authority = Part(at_, end);
  const size_t account_end = EndOfAccountWord(text_, account);
  if (learning()) candidates_->AddAccount(FoldedPart(at_, end), Part(account, account_end));
  if (!names_->Knows(NameKind::kNetBiosDomain, authority)) return false;
  Put(NameKind::kNetBiosDomain, end);
  CopyTo(account);
  PutAccountName(account_end);
  return true;
}

void Rewriter::PutAccountName(size_t end) {
  const size_t quote_end = std::min(text_.find_first_of("'\"\n", at_), text_.size());
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
  size_t end = std::min(text_.find_first_of("\\/'\"<>|:*?\r\n;,", begin), text_.size());
  if (end == text_.size() || text_[end] != '\\') end = std::min(end, text_.find(' ', begin));
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
      if (learning()) candidates_->AddDotted(folded);
      return false;
    }
    if (std::count(folded.begin(), folded.end(), '.') == 1)
      names_->Learn(NameKind::kDomain, Part(at_, end));
  }
  PutHostName(end);
  return true;
}

void Rewriter::PutHostName(size_t end) {
  const std::string_view name = Part(at_, end);
  LearnHostName(name, names_);
  std::string_view domain = names_->DomainSuffixOf(FoldedPart(at_, end));
  const size_t hosts_end = domain.empty() ? end : end - domain.size();
  while (at_ < hosts_end) {
    const size_t label = std::min({text_.find('.', at_), hosts_end, end});
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

// The canonical name of an object, "contoso.com/Users/Jane Doe".
void Rewriter::PutContainers() {
  const size_t line_end = std::min(text_.find_first_of("'\"\r\n", at_), text_.size());
  const bool quoted =
      line_end < text_.size() && (text_[line_end] == '\'' || text_[line_end] == '"');
  const size_t name_end = quoted ? line_end : std::min(line_end, text_.find(' ', at_));
  while (at_ < name_end && text_[at_] == '/' && at_ + 1 < name_end &&
         WordCharacterAt(text_, at_ + 1) > 0) {
    CopyTo(at_ + 1);
    const size_t end = std::min(text_.find_first_of("/;:<>{}()", at_), name_end);
    if (IsOrdinaryName(FoldedPart(at_, end))) {
      CopyTo(end);
    } else {
      Put(names_->Knows(NameKind::kHost, Part(at_, end)) ? NameKind::kHost : NameKind::kName, end);
    }
  }
}

bool Rewriter::RewriteKnownName() {
  if (learning()) return false;
  NameKind kind = NameKind::kName;
  std::string name;
  const size_t size = names_->FindAt(folded_, at_, &kind, &name);
  if (size == 0) return false;
  PutText(names_->StandIn(kind, name), at_ + size);
  return true;
}

// EX01 in a ticket, which no line calls a server.
bool Rewriter::RewriteServerLikeName() {
  const bool upper = text_[at_] != folded_[at_];
  if (!upper) return false;
  const size_t end = EndOfAccountWord(text_, at_);
  const std::string_view word = FoldedPart(at_, end);
  const bool is_variable = Before(1) == '$' || Before(1) == '.' || Before(1) == '\\' ||
                           Before(1) == ':' || Before(1) == '-';
  if (is_variable || !LooksLikeServerName(word) || IsOrdinaryName(word)) return false;
  if (end < text_.size() && (text_[end] == '.' || text_[end] == ':') &&
      WordCharacterAt(text_, end + 1) > 0)
    return false;
  Put(NameKind::kHost, end);
  return true;
}

}  // namespace exdiag::redact
