#ifndef EXDIAG_REPORT_HTML_ASSETS_H_
#define EXDIAG_REPORT_HTML_ASSETS_H_

#include <string_view>

namespace exdiag::report {

// Style sheet and script of HTML reports: src/report/assets/, put in at build time by
// tools/embed_assets.py. The hashes are as a Content-Security-Policy wants them: "sha256-…".
std::string_view StyleSheet();
std::string_view StyleSheetHash();
std::string_view Script();
std::string_view ScriptHash();

}  // namespace exdiag::report

#endif  // EXDIAG_REPORT_HTML_ASSETS_H_
