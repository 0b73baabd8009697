# What `cmake --install` and CPack put where: the program, its manual page, completions, rules and texts.

if(WIN32)
  # All in one folder: people unpack it and look for the program.
  set(CMAKE_INSTALL_BINDIR .)
  set(CMAKE_INSTALL_DOCDIR .)
  set(data .)
else()
  set(data ${CMAKE_INSTALL_DATADIR}/exdiag)
endif()

install(TARGETS exdiag RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)

# The manual page and the completions come from the program itself. A program for another system cannot
# run here, unless there is an emulator.
if(NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR)
  set(written ${CMAKE_BINARY_DIR}/generated)
  set(texts "")
  foreach(what IN ITEMS man bash zsh fish powershell)
    add_custom_command(
      OUTPUT ${written}/exdiag.${what}
      COMMAND exdiag generate ${what} -o ${written}/exdiag.${what}
      DEPENDS exdiag
      VERBATIM)
    list(APPEND texts ${written}/exdiag.${what})
  endforeach()
  add_custom_target(exdiag_texts ALL DEPENDS ${texts})
  if(NOT WIN32)
    # Reproducible: gzip -n leaves out name and time.
    add_custom_command(
      OUTPUT ${written}/exdiag.1.gz
      COMMAND gzip -9nc ${written}/exdiag.man > ${written}/exdiag.1.gz
      DEPENDS ${written}/exdiag.man)
    add_custom_target(exdiag_manual ALL DEPENDS ${written}/exdiag.1.gz)
    install(FILES ${written}/exdiag.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
    install(FILES ${written}/exdiag.bash RENAME exdiag COMPONENT program
      DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES ${written}/exdiag.zsh RENAME _exdiag COMPONENT program
      DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
    install(FILES ${written}/exdiag.fish COMPONENT program
      DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  endif()
  install(FILES ${written}/exdiag.powershell RENAME exdiag-completions.ps1 COMPONENT program
    DESTINATION ${data})
endif()

# The rules as files too: to read, and to begin one's own with.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/rules COMPONENT program
  DESTINATION ${data} FILES_MATCHING PATTERN "*.yaml")
install(DIRECTORY ${CMAKE_SOURCE_DIR}/samples COMPONENT program
  DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN .gitattributes EXCLUDE)
install(FILES ${CMAKE_SOURCE_DIR}/README.md COMPONENT program DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs COMPONENT program
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(NOT WIN32)
  # As Debian wants them; harmless elsewhere.
  set(changelog ${CMAKE_BINARY_DIR}/generated/changelog.gz)
  add_custom_command(
    OUTPUT ${changelog}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/changelog.py debian ${CMAKE_SOURCE_DIR}/CHANGELOG.md | gzip -9nc > ${changelog}
    DEPENDS ${CMAKE_SOURCE_DIR}/CHANGELOG.md ${CMAKE_SOURCE_DIR}/tools/changelog.py)
  add_custom_target(exdiag_changelog ALL DEPENDS ${changelog})
  install(FILES ${changelog} COMPONENT program DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/copyright COMPONENT program
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/lintian-overrides RENAME exdiag
    COMPONENT program DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
else()
  install(FILES ${CMAKE_SOURCE_DIR}/CHANGELOG.md ${CMAKE_SOURCE_DIR}/packaging/debian/copyright
    COMPONENT program DESTINATION .)
endif()

set(CPACK_PACKAGE_NAME exdiag)
set(CPACK_PACKAGE_VENDOR "The exdiag authors")
set(CPACK_PACKAGE_CONTACT "The exdiag authors <exdiag@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "root cause of a failed Exchange Server setup from its logs")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
# Without the library, which who builds other programs installs by `cmake --install`.
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR};exdiag;program;/")
set(CPACK_STRIP_FILES OFF)  # the linker did
set(CPACK_VERBATIM_VARIABLES ON)

if(WIN32)
  set(CPACK_GENERATOR ZIP)
  set(CPACK_SYSTEM_NAME windows-x64)
else()
  set(CPACK_GENERATOR DEB TGZ)
  string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" CPACK_SYSTEM_NAME)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SECTION admin)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"exdiag reads ExchangeSetup.log and what lies beside it, names the one root
cause among tens of thousands of lines, shows the lines that prove it, and
prints the steps that repair it. It knows Exchange 2007 to Subscription
Edition, on servers of any language, and needs no network.")
endif()
include(CPack)
