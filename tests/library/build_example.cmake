# Installs libexdiag, builds examples/c against the installed tree as a stranger would, and runs it.
#   cmake -DBUILD=… -DSOURCE=… -P build_example.cmake
set(folder ${BUILD}/library-test)
file(REMOVE_RECURSE ${folder})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}: ${status}\n${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --component library --prefix ${folder}/installed)
run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/examples/c -B ${folder}/example -DCMAKE_PREFIX_PATH=${folder}/installed)
run(${CMAKE_COMMAND} --build ${folder}/example)

execute_process(COMMAND ${folder}/example/diagnose ${SOURCE}/samples/cert-expired-cu.log
  RESULT_VARIABLE status OUTPUT_VARIABLE report)
if(NOT status EQUAL 1)
  message(FATAL_ERROR "The example ended with ${status}, not 1.\n${report}")
endif()
string(JSON rule GET "${report}" logs 0 diagnoses 0 rule)
if(NOT rule STREQUAL "cert-expired")
  message(FATAL_ERROR "The example found ${rule}, not cert-expired.")
endif()

# Nothing but the C API is to be seen from outside.
file(GLOB library ${folder}/installed/lib*/libexdiag.so ${folder}/installed/lib/*/libexdiag.so)
execute_process(COMMAND nm -D --defined-only ${library} OUTPUT_VARIABLE symbols)
string(REGEX MATCHALL "[^\n]+ [TW] [^\n]+" symbols "${symbols}")
foreach(symbol IN LISTS symbols)
  if(NOT symbol MATCHES " exdiag_[a-z_]+$")
    message(FATAL_ERROR "libexdiag shows ${symbol}")
  endif()
endforeach()
