# Settings that all targets share, and the functions that the top-level file reads by.

add_library(exdiag_settings INTERFACE)
target_include_directories(exdiag_settings INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(exdiag_settings INTERFACE EXDIAG_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(exdiag_settings INTERFACE /W4 /utf-8)
else()
  target_compile_options(exdiag_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow)
  # GCC 12 takes "literal" + std::string for overlapping copies when it optimises (its bug 105651).
  target_compile_options(exdiag_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
endif()
if(EXDIAG_WERROR)
  target_compile_options(exdiag_settings INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(EXDIAG_SANITIZE)
  target_compile_options(exdiag_settings INTERFACE
    -fsanitize=${EXDIAG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(exdiag_settings INTERFACE -fsanitize=${EXDIAG_SANITIZE})
  # g++ 12 sees uninitialized values in the code that the sanitizers add, and nowhere else.
  target_compile_options(exdiag_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

find_program(EXDIAG_CCACHE ccache)
if(EXDIAG_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${EXDIAG_CCACHE})
endif()

# exdiag_find_library(NAME HEADER): the target exdiag::NAME, for a library that has no CMake package.
function(exdiag_find_library name header)
  find_library(EXDIAG_LIBRARY_${name} ${name} REQUIRED)
  find_path(EXDIAG_HEADERS_${name} ${header} REQUIRED)
  add_library(exdiag::${name} UNKNOWN IMPORTED)
  set_target_properties(exdiag::${name} PROPERTIES IMPORTED_LOCATION ${EXDIAG_LIBRARY_${name}})
  target_include_directories(exdiag::${name} INTERFACE ${EXDIAG_HEADERS_${name}})
endfunction()

# exdiag_room(NAME USES targets…): the library exdiag_NAME from src/NAME.
function(exdiag_room name)
  cmake_parse_arguments(room "" "" "USES" ${ARGN})
  list(TRANSFORM room_USES REPLACE "^fmt::fmt$" ${EXDIAG_FMT})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(NOT sources)
    add_library(exdiag_${name} INTERFACE)
    target_link_libraries(exdiag_${name} INTERFACE exdiag_settings ${room_USES})
    return()
  endif()
  add_library(exdiag_${name} STATIC ${sources})
  target_link_libraries(exdiag_${name} PUBLIC exdiag_settings ${room_USES})
endfunction()

# The program that packs rules, as a target, or as a path where programs are built for another system:
# there a build of its own makes it for this one.
function(exdiag_rule_packer out)
  if(NOT CMAKE_CROSSCOMPILING)
    add_executable(exdiag_pack_rules ${CMAKE_SOURCE_DIR}/tools/pack_rules.cpp)
    target_link_libraries(exdiag_pack_rules PRIVATE exdiag_matching)
    set(${out} exdiag_pack_rules PARENT_SCOPE)
    return()
  endif()
  include(ExternalProject)
  set(folder ${CMAKE_BINARY_DIR}/this-system)
  ExternalProject_Add(exdiag_this_system
    SOURCE_DIR ${CMAKE_SOURCE_DIR}
    BINARY_DIR ${folder}
    CMAKE_ARGS -DCMAKE_BUILD_TYPE=Release -DEXDIAG_TESTS=OFF
    BUILD_COMMAND ${CMAKE_COMMAND} --build ${folder} --target exdiag_pack_rules
    BUILD_ALWAYS ON
    BUILD_BYPRODUCTS ${folder}/exdiag_pack_rules
    INSTALL_COMMAND "")
  set(${out} ${folder}/exdiag_pack_rules PARENT_SCOPE)
endfunction()

# The rule files, checked and packed into a source of their own. EXDIAG_RULES is another folder of rules,
# for measurements (bench/rules_times_ten.sh).
function(exdiag_pack_rules)
  set(EXDIAG_RULES ${CMAKE_SOURCE_DIR}/rules CACHE PATH "Folder of the rules that the program holds")
  file(GLOB_RECURSE rule_files CONFIGURE_DEPENDS ${EXDIAG_RULES}/*.yaml)
  exdiag_rule_packer(packer)
  set(packed ${CMAKE_BINARY_DIR}/generated/builtin_pack.cpp)
  add_custom_command(
    OUTPUT ${packed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
    COMMAND ${packer} ${packed} ${EXDIAG_RULES}
    DEPENDS ${packer} ${rule_files}
    COMMENT "Packing the rules"
    VERBATIM)
  # Longer than a standard asks of compilers; clang says so.
  set_source_files_properties(${packed} PROPERTIES
    COMPILE_OPTIONS $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-overlength-strings>)
  add_library(exdiag_builtin_rules STATIC ${packed} ${CMAKE_SOURCE_DIR}/src/rules/builtin/builtin_rules.cpp)
  target_link_libraries(exdiag_builtin_rules PUBLIC exdiag_rules)
endfunction()

# The tables of knowledge/, turned into C++ by a script of the standard library alone.
function(exdiag_pack_knowledge)
  file(GLOB data CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/knowledge/data/*)
  set(packed ${CMAKE_BINARY_DIR}/generated/knowledge_tables.cpp)
  add_custom_command(
    OUTPUT ${packed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/pack_knowledge.py
            ${CMAKE_SOURCE_DIR}/src/knowledge/data ${packed}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/pack_knowledge.py ${data}
    COMMENT "Packing the knowledge tables"
    VERBATIM)
  target_sources(exdiag_knowledge PRIVATE ${packed})
endfunction()

# Style sheet and script of the HTML report, with the hashes that its policy names.
function(exdiag_embed_assets)
  set(assets ${CMAKE_SOURCE_DIR}/src/report/assets/report.css ${CMAKE_SOURCE_DIR}/src/report/assets/report.js)
  set(embedded ${CMAKE_BINARY_DIR}/generated/html_assets.cpp)
  add_custom_command(
    OUTPUT ${embedded}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed_assets.py ${embedded} ${assets}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed_assets.py ${assets}
    COMMENT "Embedding the assets of the HTML report"
    VERBATIM)
  target_sources(exdiag_report PRIVATE ${embedded})
endfunction()
