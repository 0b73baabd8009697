#ifndef EXDIAG_SETUPLOG_HEADER_READER_H_
#define EXDIAG_SETUPLOG_HEADER_READER_H_

#include <string_view>

#include "setuplog/attempt.h"

namespace exdiag::setuplog {

// True for "Starting Microsoft Exchange Server 2016 Setup", with any text between, and for what
// other languages make of it as far as the product's name tells.
bool IsTitle(std::string_view text);

// True for the line of stars that frames the title; the 14 stars before a task are none.
bool IsStarLine(std::string_view text);

// Takes from a record what it says of the attempt as a whole: version, user, parameters, domain
// controller and the like. Records that say nothing of it are passed over.
void ReadHeaderLine(std::string_view text, Attempt* attempt);

// Takes from `Evaluated [Setting:NAME]` the facts that belong to the header.
void ReadHeaderSetting(const Setting& setting, Header* header);

// Derives what follows from the other facts: mode, old version, roles.
void CompleteHeader(Attempt* attempt);

}  // namespace exdiag::setuplog

#endif  // EXDIAG_SETUPLOG_HEADER_READER_H_
