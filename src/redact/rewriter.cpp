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

// Mailboxes that setup makes in every organization.
bool IsSystemMailbox(std::string_view folded_local) {
  static constexpr std::array<std::string_view, 6> kFronts = {
      "systemmailbox{",  "discoverysearchmailbox{", "migration.",
      "federatedemail.", "healthmailbox",           "extest_"};
  return std::any_of(kFronts.begin(), kFronts.end(),
                     [&](std::string_view front) { return folded_local.starts_with(front); });
}

// The script itself follows on the next lines.
bool BeginsScript(std::string_view line) {
  const std::string_view text = line.substr(0, line.find_last_not_of(" \r\n") + 1);
  return text.ends_with("] Executing:") || text.find("$error.Clear()") != kNone;
}

}  // namespace

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
      if (!RewriteStated()) CopyTo(at_ + 1);
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
  if (end == at_) return;  // "CONTOSO\" names a domain and nobody
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
  const bool may_be_ordinary =
      name.kind == StatedKind::kHost || name.kind == StatedKind::kDomainController ||
      name.kind == StatedKind::kAccount || names_->Knows(NameKind::kHost, folded);
  if (has_form || (!may_be_ordinary && IsOrdinaryName(folded))) return false;
  PutStated(name);
  return true;
}

// A user principal name that has not the form of a mail address: "jdoe@contoso".
void Rewriter::PutPrincipal(size_t sign, size_t end) {
  if (IsSystemMailbox(FoldedPart(at_, sign))) return;
  Put(NameKind::kUser, sign);
  CopyTo(sign + 1);
  if (IsPublicDomain(FoldedPart(at_, end))) return CopyTo(end);
  if (Part(at_, end).find('.') == kNone) return Put(NameKind::kNetBiosDomain, end);
  names_->Learn(NameKind::kDomain, Part(at_, end));
  PutHostName(end);
}

// "CONTOSO\\jdoe", "jdoe@contoso.com", "jdoe", or "Jane Doe", as whom Windows is registered.
void Rewriter::PutStatedAccount(const StatedName& name) {
  const std::string_view value = Part(at_, name.end);
  const size_t border = value.find('\\');
  if (border != kNone) {
    if (!IsWellKnownAuthority(FoldedPart(at_, at_ + border))) {
      Put(NameKind::kNetBiosDomain, at_ + border);
      while (at_ < name.end && text_[at_] == '\\') CopyTo(at_ + 1);  // doubled by some tools
      PutAccountName(name.end);
    }
  } else if (value.find('@') != kNone) {
    if (!RewriteMail()) PutPrincipal(at_ + value.find('@'), name.end);
  } else if (value.find(' ') == kNone || !IsOrdinaryName(Folded(value))) {
    PutAccountName(name.end);
  }
  // What Windows and setup have everywhere; the rest of it is read as any text.
  if (at_ == name.begin) CopyTo(std::max(EndOfWord(text_, at_), at_ + 1));
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
    case StatedKind::kAccount:
      PutStatedAccount(name);
      return;
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

bool Rewriter::RewriteKnownName() {
  if (learning()) return false;
  NameKind kind = NameKind::kName;
  std::string name;
  const size_t size = names_->FindAt(folded_, at_, &kind, &name);
  if (size == 0) return false;
  // A name may go on in the next line: the break stays, behind the stand-in.
  std::string stand_in = names_->StandIn(kind, name);
  for (const char c : Part(at_, at_ + size)) {
    if (c == '\n' || c == '\r') stand_in += c;
  }
  PutText(stand_in, at_ + size);
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
