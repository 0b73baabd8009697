#ifndef EXDIAG_SETUPLOG_PASTE_H_
#define EXDIAG_SETUPLOG_PASTE_H_

#include <string>
#include <string_view>
#include <vector>

#include "setuplog/record.h"

namespace exdiag::setuplog {

// A line of a paste after repair, with the original lines that went into it.
struct PasteLine {
  std::string text;
  std::vector<LineMark> marks;  // never empty; the first has offset 0
};

// True if a text is a setup log as setup wrote it; false if it may have passed through a mail, a
// ticket, a console or a tool and wants repair. `head`: the beginning, 64 KiB are enough.
bool IsPlainLog(std::string_view head);

// Undoes what mails, tickets, consoles and tools do to a text: quoting with ">", Markdown fences,
// tables and escapes, HTML tags and entities, the source of a mail (quoted-printable), line breaks
// and quotes spelled out as in JSON, typographic quotes, blank lines between all lines, lines
// broken at a fixed column in the middle of words or filled up to it, breaks lost before stamps,
// and what searches, pipelines and DSC put before every line. Breaks between words are left:
// patterns take them as blanks.
std::vector<PasteLine> RepairPaste(std::string_view text);

// True if a text, repaired or not, speaks of an Exchange setup at all.
bool SpeaksOfSetup(std::string_view text);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_PASTE_H_
