#ifndef EXDIAG_TESTS_SOURCE_FOLDER_H_
#define EXDIAG_TESTS_SOURCE_FOLDER_H_

#include <filesystem>

namespace exdiag::tests {

// The checkout that the tests were built from. Only main.cpp is compiled with its path, so that a
// compiler cache serves the other files of any checkout.
std::filesystem::path SourceFolder();

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_SOURCE_FOLDER_H_
