# One INTERFACE target carries the language level, the warnings and Qt's strictness for all of Refrain.
add_library(refrain_flags INTERFACE)
target_compile_features(refrain_flags INTERFACE cxx_std_20)
target_compile_options(refrain_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch
  $<$<BOOL:${REFRAIN_WERROR}>:-Werror>)
target_compile_definitions(refrain_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  REFRAIN_VERSION="${PROJECT_VERSION}")
if(REFRAIN_SANITIZE)
  target_compile_options(refrain_flags INTERFACE -fsanitize=${REFRAIN_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(refrain_flags INTERFACE -fsanitize=${REFRAIN_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # What the sanitizers insert makes GCC take values that are always set for unset ones.
    target_compile_options(refrain_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

# A fast linker and a compiler cache where the machine has them; neither changes what is built.
find_program(REFRAIN_MOLD mold)
if(REFRAIN_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
  target_link_options(refrain_flags INTERFACE -fuse-ld=mold)
endif()
find_program(REFRAIN_CCACHE ccache)
if(REFRAIN_CCACHE)
  # The precompiled header needs the leniency; ccache says so in its manual. It has 200 MB, which are read but once
  # where the sums of files are kept.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;CCACHE_INODECACHE=1;${REFRAIN_CCACHE}")
endif()

# Half of a build's time is Qt Core's and the standard library's headers, so they are read once. Every file still
# includes what it uses: the build with Clang has no such header and holds them to it.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/pch/empty.cpp" CONTENT "")
  add_library(refrain_pch OBJECT "${CMAKE_BINARY_DIR}/pch/empty.cpp")
  target_link_libraries(refrain_pch PRIVATE Qt6::Core refrain_flags)
  target_compile_options(refrain_pch PRIVATE -fpch-preprocess)
  target_precompile_headers(refrain_pch PRIVATE
    <QtCore> <algorithm> <array> <functional> <map> <memory> <optional> <string> <thread> <unordered_map> <variant> <vector>)
  set_target_properties(refrain_pch PROPERTIES AUTOMOC OFF AUTORCC OFF)
endif()
function(refrain_precompiled target)
  if(TARGET refrain_pch)
    target_precompile_headers(${target} REUSE_FROM refrain_pch)
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()

# refrain_library(NAME [DEPENDS target...]): the static library refrain_NAME of all sources in this folder.
# What it links is what it may include: tests/rules holds every #include against the same table.
function(refrain_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  list(REMOVE_ITEM sources "${CMAKE_CURRENT_SOURCE_DIR}/main.cpp")
  add_library(refrain_${name} STATIC ${sources})
  target_include_directories(refrain_${name} PUBLIC "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
  target_link_libraries(refrain_${name} PUBLIC ${ARG_DEPENDS} PRIVATE refrain_flags)
  refrain_precompiled(refrain_${name})
endfunction()

# refrain_program(NAME LIBRARY): the executable NAME from this folder's main.cpp.
function(refrain_program name library)
  add_executable(${name} main.cpp)
  target_link_libraries(${name} PRIVATE ${library} refrain_flags)
  refrain_precompiled(${name})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# refrain_test(SOURCE.cpp LINKS target... [LABELS label...] [TIMEOUT s]): one Qt Test executable, run offscreen.
function(refrain_test source)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LINKS;LABELS;ENVIRONMENT" ${ARGN})
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test refrain_flags)
  refrain_precompiled(${name})
  # A test has one class that needs moc, in its one file: AUTOMOC would start CMake and compile an empty file for it.
  set_target_properties(${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" AUTOMOC OFF AUTORCC OFF)
  qt_generate_moc(${source} "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc" TARGET ${name})
  target_sources(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  target_compile_definitions(${name} PRIVATE
    REFRAIN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" REFRAIN_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}" ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${ARG_ENVIRONMENT}")
endfunction()
