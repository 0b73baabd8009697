#!/usr/bin/env python3
"""Collects the words that setup, Windows and the rules use themselves, for src/redact/vocabulary.cpp.

  tools/collect_vocabulary.py > src/redact/vocabulary.cpp

A name that consists of such words identifies nobody, and replacing it everywhere would change what rules
match. Words of the made-up companies in the samples are left out.
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
MADE_UP = {"contoso", "fabrikam", "adatum", "northwind", "exadmin", "alex", "msi4c1a", "svc", "exsvc", "wingtip",
           "tailspin", "woodgrove", "litware", "fourthcoffee", "berlin", "munich", "seattle", "redmond", "dublin"}
# Microsoft's words with digits, and containers of the directory that no sample shows.
MORE = """2010 2013 2016 2019 aad ad2003 address adminsdholder audit autd bios ccmail certs chs cht compliance custom
dac dlp e12 e14 e15 e16 e19 elc enu exchange14 exchange2007 exchange2010 exchange2013 exchange2016 exchange2019
fydibohf23spdlt holds iis6 iis7 imap4 intersite journaling legal lists mapi moderated mail1 msa ntds o365 oab oof
pop3 prompts rbac rooms sha1 sha256 smtp templates tips tls11 tls12 tls13 um v14 v15 w3svc win32 x400 x500 x64 x86
helpdesk hygiene unscoped workloadmanagement legalhold officeextensionapplication userapplication
sendmailapplication mailboxsearchapplication meetinggraphapplication teammailboxlifecycleapplication
o365supportviewconfig exchangecrossserviceintegration archiveapplication exchangelegacyinterop dnsadmins
mycontactinformation myprofileinformation myvoicemail mytextmessaging myteammailboxes myretentionpolicies
mypersonalinformation myname mymobileinformation mymailboxdelegation mydistributiongroups
mydistributiongroupmembership mydisplayname mydiagnostics mybaseoptions myaddressinformation readwritemailbox
marketplace apps applicationaccount delegating kiosk datacenter
lostandfound infrastructure ntds quotas keys managed msmq sites subnets partitions foreignsecurityprincipals
applicationimpersonation arrays legalholdapplication assignments classificationdefinitions contacts content creation delegati
applicationaccou delivery desk dialplan federated filter graph help impersonation loss membership message ms my
notifications outbound inbound prevention push query reader scopes security sharing tracking uce user onprem proxy
policy localhost topologyclienttcpendpoint
domaindnszones forestdnszones recipients configuration eforms registry scheduling offline
""".split()


def main():
    words = set(MORE)
    samples = [p for p in (ROOT / "samples").rglob("*") if p.suffix in (".log", ".txt", ".err", ".msilog")]
    for path in samples + sorted((ROOT / "rules").rglob("*.yaml")):
        data = path.read_bytes()
        text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8", "replace")
        text = re.sub(r"[\w.-]+@[\w.-]+|\b[\w-]+(\.[\w-]+)*\.(com|local|net|org|example)\b", " ", text)
        words |= {w.lower() for w in re.findall(r"[A-Za-z]{3,24}", text)}
    words = sorted(w for w in words - MADE_UP if not any(name in w for name in ("contoso", "fabrikam", "adatum")))
    print('// Made by tools/collect_vocabulary.py.\n#include "redact/vocabulary.h"\n')
    print("#include <unordered_set>\n\nnamespace exdiag::redact {\nnamespace {\n")
    print("// clang-format off\nconstexpr std::string_view kWords =")
    line = ""
    for word in words:
        if len(line) + len(word) > 105:
            print(f'    "{line}"')
            line = ""
        line += word + " "
    print(f'    "{line}";\n// clang-format on\n')
    print("""std::unordered_set<std::string_view> SplitWords() {
  std::unordered_set<std::string_view> words;
  for (size_t at = 0; at < kWords.size();) {
    const size_t end = kWords.find(' ', at);
    words.insert(kWords.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

bool IsOrdinaryWord(std::string_view folded_word) {
  static const std::unordered_set<std::string_view> words = SplitWords();
  return words.contains(folded_word);
}

}  // namespace exdiag::redact""")


if __name__ == "__main__":
    main()
