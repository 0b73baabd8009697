# Writes the source of BuildFacts(), if anything in it changed. Run at each build, since the commit is
# known only then:
#   cmake -DSOURCE_DIR=… -DOUTPUT=… -DCOMMIT=… -DFACTS=name=value|name=value -P write_build_facts.cmake
# COMMIT is for sources without a repository, such as those of a release.
if(NOT COMMIT)
  execute_process(
    COMMAND git -C ${SOURCE_DIR} describe --always --abbrev=12 --exclude=* --dirty=-changed
    OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT COMMIT)
  set(COMMIT unknown)
endif()

set(text "// Written by cmake/write_build_facts.cmake.\n#include \"cli/build_facts.h\"\n\n")
string(APPEND text "namespace exdiag::cli {\n\nconst std::vector<BuildFact>& BuildFacts() {\n")
string(APPEND text "  static const std::vector<BuildFact> facts = {\n      {\"commit\", \"${COMMIT}\"},\n")
string(REPLACE "|" ";" FACTS "${FACTS}")
foreach(fact IN LISTS FACTS)
  string(REGEX MATCH "^([^=]*)=(.*)$" _ "${fact}")
  string(APPEND text "      {\"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_2}\"},\n")
endforeach()
string(APPEND text "  };\n  return facts;\n}\n\n}  // namespace exdiag::cli\n")

set(before "")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} before)
endif()
if(NOT before STREQUAL text)
  file(WRITE ${OUTPUT} "${text}")
endif()
