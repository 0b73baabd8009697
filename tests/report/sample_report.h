#ifndef EXDIAG_TESTS_REPORT_SAMPLE_REPORT_H_
#define EXDIAG_TESTS_REPORT_SAMPLE_REPORT_H_

#include "diagnosis/report.h"

namespace exdiag::report {

// A failed upgrade with a known cause, as the diagnosis hands it to the renderers.
inline diagnosis::LogReport FailedUpgrade() {
  diagnosis::LogReport log;
  log.path = "ExchangeSetup.log";
  log.kind = "exchange-setup";
  log.encoding = "utf-8";
  log.bytes = 81234;
  log.lines = 790;
  log.verdict = diagnosis::Verdict::kFailed;
  diagnosis::AttemptSummary summary{1,
                                    1,
                                    790,
                                    setuplog::Timestamp{1773162000000},
                                    setuplog::Timestamp{1773164929000},
                                    diagnosis::Verdict::kFailed};
  log.attempts = {summary};
  diagnosis::AttemptFacts facts;
  facts.summary = summary;
  facts.header.product = "Exchange Server 2016";
  facts.header.setup_version = "15.1.2507.6";
  facts.header.mode = "Upgrade";
  facts.header.server = "EX01.contoso.com";
  facts.header.user = "CONTOSO\\admin";
  facts.header.roles = {"MailboxRole"};
  facts.update = "CU23";
  log.attempt = facts;

  diagnosis::Failure failure;
  failure.line = 742;
  failure.line_text = "[03/10/2026 17:48:49.0316] [2] [ERROR] The certificate is expired.";
  failure.role = "Mailbox role: Transport service";
  failure.task = "Install-BridgeheadRole";
  failure.cmdlet = "Install-ExchangeCertificate";
  failure.message = "The certificate is expired.";
  failure.exceptions = {{"System.Security.Cryptography.CryptographicException",
                         "The certificate is expired.", "", 750}};
  failure.codes = {{"0x80070005", "E_ACCESSDENIED", "Access is denied.", ""}};
  log.failure = failure;

  diagnosis::Diagnosis finding;
  finding.rule = "cert-expired";
  finding.title = "The certificate bound to IIS has expired";
  finding.category = "certificates";
  finding.primary = true;
  finding.relation = diagnosis::Relation::kRootCause;
  finding.confidence = 0.97;
  finding.captures = {{"subject", "CN=mail.contoso.com"}};
  finding.evidence = {{"", 742, failure.line_text, "certificate is expired"}};
  finding.cause =
      "Setup binds the certificate of the web site to the transport service, and that certificate "
      "has expired, so "
      "that the transport role cannot be configured.";
  finding.steps = {
      {"Bind a valid certificate.",
       "Enable-ExchangeCertificate -Thumbprint '<thumbprint>' -Services IIS,SMTP -Server "
       "'EX01.contoso.com' "
       "-DomainController 'DC01.contoso.com'",
       "powershell", "this server", "Remove-ExchangeCertificate -Thumbprint '<thumbprint>'",
       "Clients see the new certificate at once."},
      {"Run setup again.", "", "", "", "", ""}};
  finding.verify = {
      {"The certificate is valid.", "Get-ExchangeCertificate | Format-List NotAfter"}};
  finding.references = {"https://example.com/cert"};
  finding.rerun = diagnosis::Rerun::kAfterFix;
  log.diagnoses = {finding};
  log.rerun = {diagnosis::Rerun::kAfterFix, "Run setup again once the steps above are done."};
  log.aftermath = {
      {"service-disabled", "FMS", 640, "Setup disabled this service and did not restore it.",
       "Set-Service -Name 'FMS' -StartupType Automatic"},
      {"service-disabled", "MSExchangeTransport", 641,
       "Setup disabled this service and did not restore it.",
       "Set-Service -Name 'MSExchangeTransport' -StartupType Automatic"}};
  log.coverage.records = 700;
  log.coverage.companions = {"ServiceControl.log"};
  log.fingerprint = "0123456789abcdef";
  return log;
}

// The same failure as it looks where no rule knows it.
inline diagnosis::LogReport UnknownFailure() {
  diagnosis::LogReport log = FailedUpgrade();
  log.diagnoses.clear();
  log.rerun = {};
  return log;
}

inline diagnosis::LogReport Succeeded() {
  diagnosis::LogReport log = FailedUpgrade();
  log.verdict = diagnosis::Verdict::kSucceeded;
  log.failure.reset();
  log.diagnoses.clear();
  log.aftermath.clear();
  log.fingerprint.clear();
  return log;
}

}  // namespace exdiag::report

#endif  // EXDIAG_TESTS_REPORT_SAMPLE_REPORT_H_
