#ifndef EXDIAG_TESTS_ENVIRONMENT_H_
#define EXDIAG_TESTS_ENVIRONMENT_H_

#include <cstdlib>
#include <string>

namespace exdiag::tests {

// Sets a variable of the environment, or takes it away.
inline void SetVariable(const std::string& name, const std::string& value) {
#ifdef _WIN32
  _putenv_s(name.c_str(), value.c_str());
#else
  setenv(name.c_str(), value.c_str(), 1);
#endif
}

inline void DropVariable(const std::string& name) {
#ifdef _WIN32
  _putenv_s(name.c_str(), "");
#else
  unsetenv(name.c_str());
#endif
}

}  // namespace exdiag::tests

#endif  // EXDIAG_TESTS_ENVIRONMENT_H_
