# What the released programs have beyond the others: their own account of how they were built, fewer
# libraries to look for, the manual page and completions, the C library, packages.

# Paths of the build never enter what users get, so that builds in different folders are the same.
if(CMAKE_BUILD_TYPE STREQUAL Release AND NOT MSVC)
  add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -ffunction-sections -fdata-sections)
endif()

option(EXDIAG_STATIC "Link the libraries into the program; only the C library stays outside" OFF)
option(EXDIAG_LIBRARY "Build libexdiag, the core with a C API" OFF)

# The rooms go into the library, which shows nothing of them.
if(EXDIAG_LIBRARY)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  set(CMAKE_CXX_VISIBILITY_PRESET hidden)
  set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
endif()

set(EXDIAG_FMT fmt::fmt)
if(EXDIAG_STATIC AND NOT WIN32)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
  set(Boost_USE_STATIC_LIBS ON)
  set(EXDIAG_FMT fmt::fmt-header-only)  # Debian has no archive of it
endif()

# Archives instead of shared libraries, with what they need in turn. To be called when all are found.
macro(exdiag_take_archives)
  if(EXDIAG_STATIC OR WIN32)
    foreach(name IN ITEMS lzma zstd lz4 bz2 z)
      find_library(EXDIAG_ARCHIVE_OF_${name} lib${name}.a REQUIRED)
      target_link_libraries(LibArchive::LibArchive INTERFACE ${EXDIAG_ARCHIVE_OF_${name}})
    endforeach()
    target_link_libraries(exdiag::minizip INTERFACE ${EXDIAG_ARCHIVE_OF_z})
  endif()
  if(WIN32)
    target_compile_definitions(LibArchive::LibArchive INTERFACE LIBARCHIVE_STATIC)
  elseif(EXDIAG_STATIC)
    find_library(EXDIAG_ARCHIVE_OF_nettle libnettle.a REQUIRED)
    target_link_libraries(LibArchive::LibArchive INTERFACE ${EXDIAG_ARCHIVE_OF_nettle})
    find_library(EXDIAG_YAML_CPP_ARCHIVE libyaml-cpp.a REQUIRED)
    set_target_properties(yaml-cpp PROPERTIES
      IMPORTED_LOCATION_NONE ${EXDIAG_YAML_CPP_ARCHIVE} IMPORTED_SONAME_NONE "")
  endif()
endmacro()

# What the compiler and the linker can leave away, for a small program.
function(exdiag_slim target)
  if(MSVC OR EXDIAG_SANITIZE)
    return()
  endif()
  target_link_options(${target} PRIVATE $<$<CONFIG:Release>:-s> $<$<CONFIG:Release>:-Wl,--gc-sections>)
  if(EXDIAG_STATIC OR WIN32)
    target_link_options(${target} PRIVATE -static-libgcc -static-libstdc++)
  endif()
endfunction()

# "source-package version" of Debian packages, a list; empty on other systems.
function(exdiag_debian_versions out)
  find_program(EXDIAG_DPKG_QUERY dpkg-query)
  set(versions "")
  if(EXDIAG_DPKG_QUERY)
    execute_process(
      COMMAND ${EXDIAG_DPKG_QUERY} -W -f "\${source:Package} \${source:Version}\n" ${ARGN}
      OUTPUT_VARIABLE versions ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(REPLACE "\n" ";" versions "${versions}")
  endif()
  set(${out} "${versions}" PARENT_SCOPE)
endfunction()

# The names and versions of the libraries, the compiler's runtime among them, for --version --verbose and
# (as libraries.txt) the bill of materials: on Debian those of the source packages, whose revision tells
# of security fixes too.
function(exdiag_library_facts out)
  set(libraries "")
  set(versions "")
  string(REGEX MATCH "^[0-9]+" compiler_major "${CMAKE_CXX_COMPILER_VERSION}")
  if(EXISTS "${EXDIAG_WINDOWS_DEPENDENCIES}/versions")
    file(STRINGS ${EXDIAG_WINDOWS_DEPENDENCIES}/versions versions)
    exdiag_debian_versions(from_debian
      libz-mingw-w64-dev nlohmann-json3-dev gcc-mingw-w64-x86-64-posix-runtime mingw-w64-x86-64-dev)
    list(APPEND versions ${from_debian})
  else()
    exdiag_debian_versions(versions
      libre2-dev libfmt-dev libyaml-cpp-dev libboost${Boost_MAJOR_VERSION}.${Boost_MINOR_VERSION}-dev
      libarchive-dev nettle-dev zlib1g-dev libbz2-dev liblzma-dev libzstd-dev liblz4-dev libdeflate-dev
      libminizip-dev nlohmann-json3-dev
      libgcc-${compiler_major}-dev)
  endif()
  if(NOT versions)
    set(versions "fmt ${fmt_VERSION}" "yaml-cpp ${yaml-cpp_VERSION}" "boost ${Boost_VERSION_STRING}"
        "libarchive ${LibArchive_VERSION}" "nlohmann-json ${nlohmann_json_VERSION}")
  endif()
  list(JOIN versions "\n" lines)
  file(WRITE ${CMAKE_BINARY_DIR}/generated/libraries.txt "${lines}\n")
  foreach(line IN LISTS versions)
    string(REPLACE " " "=" fact "${line}")
    list(APPEND libraries ${fact})
  endforeach()
  list(JOIN libraries "|" libraries)
  set(${out} "${libraries}" PARENT_SCOPE)
endfunction()

function(exdiag_build_facts)
  set(facts_source ${CMAKE_BINARY_DIR}/generated/build_facts.cpp)
  exdiag_library_facts(libraries)
  set(facts "compiler=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}|system=${CMAKE_SYSTEM_NAME} ${CMAKE_SYSTEM_PROCESSOR}|${libraries}")
  set(write ${CMAKE_COMMAND} -DSOURCE_DIR=${CMAKE_SOURCE_DIR} -DOUTPUT=${facts_source}
      -DCOMMIT=${EXDIAG_COMMIT} -DFACTS=${facts} -P ${CMAKE_SOURCE_DIR}/cmake/write_build_facts.cmake)
  add_custom_target(exdiag_build_facts COMMAND ${write} BYPRODUCTS ${facts_source} VERBATIM)
  target_sources(exdiag_cli PRIVATE ${facts_source})
  add_dependencies(exdiag_cli exdiag_build_facts)
endfunction()

# libexdiag: one shared library with all rooms inside and nothing but the C API outside.
function(exdiag_c_library)
  include(CMakePackageConfigHelpers)
  add_library(exdiag_c SHARED ${CMAKE_SOURCE_DIR}/src/libexdiag.cpp)
  set_target_properties(exdiag_c PROPERTIES
    OUTPUT_NAME exdiag EXPORT_NAME exdiag VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
    PUBLIC_HEADER ${CMAKE_SOURCE_DIR}/include/exdiag/exdiag.h)
  target_include_directories(exdiag_c PUBLIC
    $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_libraries(exdiag_c PRIVATE exdiag_core)
  exdiag_slim(exdiag_c)
  if(NOT WIN32 AND NOT APPLE AND NOT EXDIAG_SANITIZE)
    target_link_options(exdiag_c PRIVATE -Wl,--exclude-libs,ALL)
  endif()

  set(config ${CMAKE_INSTALL_LIBDIR}/cmake/exdiag)
  install(TARGETS exdiag_c EXPORT exdiag COMPONENT library
    PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/exdiag)
  install(EXPORT exdiag FILE exdiagConfig.cmake NAMESPACE exdiag:: DESTINATION ${config} COMPONENT library)
  write_basic_package_version_file(${CMAKE_BINARY_DIR}/exdiagConfigVersion.cmake COMPATIBILITY SameMajorVersion)
  install(FILES ${CMAKE_BINARY_DIR}/exdiagConfigVersion.cmake DESTINATION ${config} COMPONENT library)
endfunction()

# Version, icon and manifest of a Windows program.
function(exdiag_windows_resources target)
  if(NOT WIN32)
    return()
  endif()
  enable_language(RC)
  set(icon ${CMAKE_BINARY_DIR}/generated/exdiag.ico)
  set(resources ${CMAKE_BINARY_DIR}/generated/exdiag.rc)
  configure_file(${CMAKE_SOURCE_DIR}/packaging/windows/exdiag.rc.in ${resources} @ONLY)
  add_custom_command(
    OUTPUT ${icon}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/draw_icon.py ${icon}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/draw_icon.py
    COMMENT "Drawing the icon"
    VERBATIM)
  set_source_files_properties(${resources} PROPERTIES OBJECT_DEPENDS
    "${icon};${CMAKE_SOURCE_DIR}/packaging/windows/exdiag.manifest")
  target_sources(${target} PRIVATE ${resources})
endfunction()
