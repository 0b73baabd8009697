#ifndef _WIN32

#include "platform/arguments.h"

namespace exdiag::platform {

std::vector<std::string> Utf8Arguments(int argc, char** argv) { return {argv, argv + argc}; }

}  // namespace exdiag::platform

#endif  // _WIN32
