#ifndef EXDIAG_PLATFORM_ARGUMENTS_H_
#define EXDIAG_PLATFORM_ARGUMENTS_H_

#include <string>
#include <vector>

namespace exdiag::platform {

// The arguments of main, the program's name first, as UTF-8. Windows hands main only what the ANSI
// code page can spell; there they are taken from the command line itself.
std::vector<std::string> Utf8Arguments(int argc, char** argv);

}  // namespace exdiag::platform

#endif  // EXDIAG_PLATFORM_ARGUMENTS_H_
