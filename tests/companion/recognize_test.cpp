#include <catch2/catch.hpp>

#include "companion/parsers.h"

using exdiag::companion::Kind;
using exdiag::companion::KindFromName;
using exdiag::companion::KindName;
using exdiag::companion::Recognize;

TEST_CASE("a setup log is no companion log, whatever its name and whatever it quotes") {
  const char* log =
      "[03/12/2026 08:15:02.0118] [0] Starting Microsoft Exchange Server 2019 Setup\r\n";
  for (const char* name :
       {"ExchangeSetup.log", "ExchangeSetup.msilog", "ldif.err", "MSI1234.log", "x.txt"}) {
    CAPTURE(name);
    CHECK(Recognize(name, log) == std::nullopt);
  }
  CHECK(Recognize("paste.txt", "[ERROR] … \" was run: \"ldifde failed\nEntry DN: CN=x\n") ==
        std::nullopt);
  CHECK(Recognize("ticket.txt",
                  "Extending Active Directory schema .......... FAILED\nEntry DN: CN=x\n") ==
        std::nullopt);
  CHECK(Recognize("ExchangeSetup.log", "") == std::nullopt);
  CHECK(Recognize("notes.txt", "The setup failed on MSI (s) (00:00) somewhere") == std::nullopt);
}

TEST_CASE("companion logs go by their names where the content is not at hand") {
  CHECK(Recognize("ExchangeSetup.msilog", "") == Kind::kMsi);
  CHECK(Recognize("Install.de.Client.20260312-081502.MSILOG", "") == Kind::kMsi);
  CHECK(Recognize("MSI1a2b3.LOG", "") == Kind::kMsi);
  CHECK(Recognize("ExchangeUpdate_2026-01-09-144610.log", "") == Kind::kMsi);
  CHECK(Recognize("ldif.err", "") == Kind::kLdif);
  CHECK(Recognize("ldif (2).err", "") == Kind::kLdif);
  CHECK(Recognize("ldif.log", "") == Kind::kLdif);
  CHECK(Recognize("servicecontrol.log", "") == Kind::kServiceControl);
  CHECK(Recognize("UpdateCas.log", "") == Kind::kUpdateCas);
  CHECK(Recognize("UpdateConfigFile.log", "") == Kind::kUpdateConfig);
  CHECK(Recognize("UpdateConfigFiles.log", "") == Kind::kUpdateConfig);
  CHECK(Recognize("InstallSearch.log", "") == Kind::kSearchInstall);
  CHECK(Recognize("Start-PreFileCopy-20260622-0720250331374206211.ps1", "") == Kind::kScript);
  CHECK(Recognize("HealthChecker.ps1", "") == std::nullopt);
  CHECK(Recognize("readme.txt", "") == std::nullopt);
}

TEST_CASE("renamed companion logs go by their content") {
  CHECK(Recognize("su.log", "=== Verbose logging started: 3/12/2026  20:15:02 ===\r\n") ==
        Kind::kMsi);
  CHECK(Recognize("a.txt", "x\nMSI (s) (80:B8) [20:16:41:526]: Doing action: INSTALL\n") ==
        Kind::kMsi);
  CHECK(Recognize("a.txt",
                  "Entry DN: CN=x,CN=Schema\nAdd error on entry starting on line 78: Busy\n") ==
        Kind::kLdif);
  CHECK(Recognize("a.txt", "[20:31:30] ServiceControl.ps1: BeforePatch\n") ==
        Kind::kServiceControl);
  CHECK(Recognize("a.txt", "[20:31:30] Disabling service 'W3SVC'.\n") == Kind::kServiceControl);
  CHECK(
      Recognize(
          "a.txt",
          "# Default Start steps for PreFileCopy.\n# Programmatically generated on 6/22/2026\n") ==
      Kind::kScript);
  CHECK(Recognize("MSI notes.log", "Remember to install it") == std::nullopt);
}

TEST_CASE("kinds have names both ways") {
  for (const Kind kind : {Kind::kMsi, Kind::kLdif, Kind::kServiceControl, Kind::kUpdateCas,
                          Kind::kUpdateConfig, Kind::kSearchInstall, Kind::kScript, Kind::kOther}) {
    CHECK(KindFromName(KindName(kind)) == kind);
  }
  CHECK(KindFromName("evtx") == std::nullopt);
}
