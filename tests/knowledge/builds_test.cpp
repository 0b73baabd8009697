#include "knowledge/builds.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using exdiag::knowledge::AllBuilds;
using exdiag::knowledge::BaseBuild;
using exdiag::knowledge::Build;
using exdiag::knowledge::FindBuild;
using exdiag::knowledge::FindBuildsByName;
using exdiag::knowledge::ProductLine;
using exdiag::knowledge::SupportEnds;
using exdiag::knowledge::UpdateName;

namespace {

std::string NameOf(std::string_view version) {
  const auto build = FindBuild(version);
  return build ? UpdateName(*build) : "unknown";
}

std::string BaseOf(std::string_view version) {
  const auto build = BaseBuild(version);
  return build ? UpdateName(*build) : "unknown";
}

}  // namespace

TEST_CASE("a build is found however its number is padded") {
  for (std::string_view version :
       {"15.1.2507.6", "15.01.2507.006", "15.01.2507.0006", "15.1.2507.6."}) {
    CAPTURE(version);
    CHECK(NameOf(version) == "CU23");
  }
  CHECK(FindBuild("15.1.2507.6")->released == "2022-04-20");
}

TEST_CASE("builds that are not released or no build numbers are not found") {
  for (std::string_view version :
       {"15.1.2507.5", "15.1.2507", "15.1", "", ".", "....", "15.1.2507.6.1", "15.1.2507.x",
        "15.1.2507.99999", "15.1.2507.4294967302", "-15.1.2507.6", "15..2507.6", "99.9.9.9"}) {
    CAPTURE(version);
    CHECK_FALSE(FindBuild(version));
  }
}

TEST_CASE("the short name of an update comes from the full name") {
  CHECK(NameOf("15.2.1544.9") == "CU14 Mar24SU");
  CHECK(NameOf("15.2.2562.17") == "RTM");
  CHECK(NameOf("15.2.2562.27") == "RTM Sep25HU");
  CHECK(NameOf("14.3.123.4") == "SP3");
  CHECK(NameOf("14.3.146.0") == "SP3 RU1");
  CHECK(NameOf("8.0.708.3") == "RTM RU1");
  CHECK(NameOf("8.3.417.1") == "SP3 RU17");
  CHECK(NameOf("8.3.279.5") == "SP3 RU8-v2");
  CHECK(NameOf("14.2.342.3") == "SP2 RU6");
  CHECK(UpdateName(Build{"1.2.3.4", "Something else", "", ""}) == "Something else");
}

TEST_CASE("every build has a short name that begins with its release") {
  for (const Build& build : AllBuilds()) {
    CAPTURE(build.version, build.name);
    const std::string name = UpdateName(build);
    const std::string begin = name.substr(0, 2);
    CHECK((begin == "CU" || begin == "RT" || begin == "SP" || name == "Preview"));
    CHECK(FindBuild(build.version)->name == build.name);
    CHECK_FALSE(SupportEnds(ProductLine(build.version)).empty());
    CHECK(build.name.find(ProductLine(build.version)) != std::string_view::npos);
  }
  CHECK(AllBuilds().size() >= 398);
}

TEST_CASE("a build number belongs to the cumulative update with the same first three numbers") {
  CHECK(BaseOf("15.1.2507.6") == "CU23");
  CHECK(BaseOf("15.1.2507.9999") == "CU23");
  CHECK(BaseOf("15.02.1544.004") == "CU14");
  CHECK(BaseOf("15.2.2562.37") == "RTM");
  CHECK(BaseOf("15.1.2507") == "CU23");
  CHECK(BaseOf("15.1.2508.1") == "unknown");
  CHECK(BaseOf("14.3.146.0") == "unknown");
  CHECK(BaseOf("15.1") == "unknown");
  CHECK(BaseOf("nonsense") == "unknown");
}

TEST_CASE("the product follows from the version") {
  CHECK(ProductLine("8.3.83.6") == "2007");
  CHECK(ProductLine("14.03.0123.004") == "2010");
  CHECK(ProductLine("15.0.1497.2") == "2013");
  CHECK(ProductLine("15.1.225.42") == "2016");
  CHECK(ProductLine("15.2.1748.10") == "2019");
  CHECK(ProductLine("15.2.2561.99") == "2019");
  CHECK(ProductLine("15.2.2562.1") == "SE");
  CHECK(ProductLine("15.2.9999.0") == "SE");
  CHECK(ProductLine("15.1") == "2016");
  for (std::string_view version :
       {"15.2", "6.5.7638.1", "15.20.1.1", "16.0.1.1", "15", "", "x.y"}) {
    CAPTURE(version);
    CHECK(ProductLine(version).empty());
  }
}

TEST_CASE("the end of support is known for every product") {
  CHECK(SupportEnds("2016") == "2025-10-14");
  CHECK(SupportEnds("SE") == "2035-12-31");
  CHECK(SupportEnds("2003").empty());
}

TEST_CASE("builds are found by name however product and update are written") {
  for (std::string_view words : {"Exchange Server 2016 CU23", "2016 cu 23", "Exchange 2016 CU23",
                                 "Exchange 2016 Cumulative Update 23"}) {
    CAPTURE(words);
    const auto builds = FindBuildsByName(words);
    REQUIRE(builds.size() > 1);  // the update and its security updates
    CHECK(builds.front().version == "15.1.2507.6");
  }
  CHECK(FindBuildsByName("KB5000871").size() > 1);  // one number for several updates
  CHECK(FindBuildsByName("Exchange 2010 SP3").front().version == "14.3.123.4");
}

TEST_CASE("names that no build has find none") {
  for (std::string_view words : {"", " ", "Exchange Server", "2016 CU99", "CU2016", "2016 CU2x"}) {
    CAPTURE(words);
    CHECK(FindBuildsByName(words).empty());
  }
}
