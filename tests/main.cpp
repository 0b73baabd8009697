#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#include "source_folder.h"

namespace exdiag::tests {

std::filesystem::path SourceFolder() { return EXDIAG_SOURCE_DIR; }

}  // namespace exdiag::tests
