#ifndef EXDIAG_CLI_MANUAL_PAGE_H_
#define EXDIAG_CLI_MANUAL_PAGE_H_

#include <string>

namespace exdiag::cli {

// exdiag(1) in the man macros of troff, made of the tables of commands and options.
std::string ManualPage();

}  // namespace exdiag::cli

#endif  // EXDIAG_CLI_MANUAL_PAGE_H_
