# 64-bit Windows programs with Debian's g++-mingw-w64-x86-64-posix. The POSIX flavour has std::thread
# and std::mutex, which the win32 flavour of GCC 12 lacks.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_AR x86_64-w64-mingw32-gcc-ar-posix CACHE FILEPATH "")
set(CMAKE_RANLIB x86_64-w64-mingw32-gcc-ranlib-posix CACHE FILEPATH "")

# Exchange 2010 ran on Windows Server 2008 R2 (0x0601) and newer.
set(CMAKE_C_FLAGS_INIT "-D_WIN32_WINNT=0x0601")
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0601")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static")

# Where scripts/build-windows-dependencies installs; libraries of this machine are never taken.
if(NOT EXDIAG_WINDOWS_DEPENDENCIES)
  set(EXDIAG_WINDOWS_DEPENDENCIES ${CMAKE_CURRENT_LIST_DIR}/../../build/windows-deps)
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EXDIAG_WINDOWS_DEPENDENCIES)
set(CMAKE_FIND_ROOT_PATH ${EXDIAG_WINDOWS_DEPENDENCIES} /usr/x86_64-w64-mingw32)
set(CMAKE_PREFIX_PATH /)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(Boost_USE_STATIC_LIBS ON)
