#include "redact/redactor.h"

#include "redact/name_table.h"
#include "redact/rewriter.h"

namespace exdiag::redact {

class Redactor::Impl {
 public:
  void Learn(std::string_view text) {
    names_.Reopen();
    Rewriter(text, &names_, &candidates_, &in_script_).Rewrite();
  }

  std::string Redact(std::string_view text) {
    candidates_.Resolve(&names_);
    names_.Settle();
    return Rewriter(text, &names_, nullptr, &in_script_).Rewrite();
  }

  std::vector<Replacement> replacements() const { return names_.replacements(); }

 private:
  NameTable names_;
  Candidates candidates_;
  bool in_script_ = false;
};

Redactor::Redactor() : impl_(std::make_unique<Impl>()) {}
Redactor::~Redactor() = default;

void Redactor::Learn(std::string_view text) { impl_->Learn(text); }
std::string Redactor::Redact(std::string_view text) { return impl_->Redact(text); }
std::vector<Replacement> Redactor::replacements() const { return impl_->replacements(); }

}  // namespace exdiag::redact
