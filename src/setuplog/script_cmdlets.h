#ifndef EXDIAG_SETUPLOG_SCRIPT_CMDLETS_H_
#define EXDIAG_SETUPLOG_SCRIPT_CMDLETS_H_

#include <string>
#include <string_view>
#include <vector>

namespace exdiag::setuplog {

// The cmdlets that a PowerShell block calls, in order, each once; without those that only report or
// select (Write-ExchangeSetupLog, Where-Object …).
std::vector<std::string> CmdletsIn(std::string_view script);

// Among the cmdlets, the one whose class stands in a stack frame ("InstallExchangeCertificate.");
// empty if none does.
std::string CmdletOfStack(std::string_view stack, const std::vector<std::string>& cmdlets);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_SCRIPT_CMDLETS_H_
