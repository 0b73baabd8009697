#ifndef EXDIAG_KNOWLEDGE_BUILDS_H_
#define EXDIAG_KNOWLEDGE_BUILDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::knowledge {

// A released build of Exchange Server. Texts live as long as the program.
struct Build {
  std::string_view version;   // "15.1.2507.6"
  std::string_view name;      // "Exchange Server 2016 CU23"
  std::string_view released;  // "2022-04-20", or empty
  std::string_view kb;        // "KB5011155", or empty
};

// The build with exactly this number ("15.01.2507.006" is read as 15.1.2507.6), or nullopt.
std::optional<Build> FindBuild(std::string_view version);

// The builds whose name holds every word of `words`, oldest first: "Exchange 2019 CU12",
// "2016 cumulative update 23", "SE RTM". "Exchange Server" may be left out; without a product, a
// short name such as "CU12" may belong to several. A KB number finds its builds as well. Empty if
// a word is in no name.
std::vector<Build> FindBuildsByName(std::string_view words);

// The release that a build number belongs to: the newest cumulative update or RTM with the same
// first three numbers; nullopt if there is none.
std::optional<Build> BaseBuild(std::string_view version);

// "2007", "2010", "2013", "2016", "2019", "SE" or empty.
std::string_view ProductLine(std::string_view version);

// The day support ended or ends for a product line, "2025-10-14"; empty if not known.
std::string_view SupportEnds(std::string_view product_line);

// "CU23", "RTM", "SP3", "CU14 May24SU": the short name of an update from a build's full name.
std::string UpdateName(const Build& build);

const std::vector<Build>& AllBuilds();

}  // namespace exdiag::knowledge

#endif  // EXDIAG_KNOWLEDGE_BUILDS_H_
