# What every folder of ours is made of: which of its files this system compiles, and the target that they become.

# What differs between operating systems stands in <part>_linux.cpp and <part>_windows.cpp, beside one header and, for what does
# not differ, one <part>.cpp. Here, and nowhere else, is chosen between them.
set(daybook_systems linux windows)
if(WIN32)
  set(daybook_system windows)
else()
  set(daybook_system linux)
endif()

# daybook_sources(OUTPUT file_system place ...): the files of these parts of a folder, for this system. A part that another system
# has a file for is asked for this one's too: where that is missing, CMake says so and stops.
function(daybook_sources output)
  set(sources "")
  foreach(part ${ARGN})
    set(path "${CMAKE_CURRENT_SOURCE_DIR}/${part}")
    set(found "")
    foreach(system ${daybook_systems})
      if(EXISTS "${path}_${system}.cpp")
        set(found "${path}_${daybook_system}.cpp")
      endif()
    endforeach()
    if(EXISTS "${path}.cpp" OR NOT found)
      list(PREPEND found "${path}.cpp")
    endif()
    list(APPEND sources ${found})
  endforeach()
  set(${output} ${sources} PARENT_SCOPE)
endfunction()

# daybook_module(store DEPENDS ...): one folder, one target, its edges in one place. All that lies in the folder belongs to it, but
# for the program that begins in main.cpp and for what tests have an answer of their own to.
function(daybook_module name)
  cmake_parse_arguments(PARSE_ARGV 1 module "" "" "DEPENDS")
  list(JOIN daybook_systems "|" any_system)
  file(GLOB parts CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" *.cpp)
  list(FILTER parts EXCLUDE REGEX "^main\\.cpp$|_shipped\\.cpp$")
  list(TRANSFORM parts REPLACE "(_(${any_system}))?\\.cpp$" "")
  list(REMOVE_DUPLICATES parts)
  daybook_sources(sources ${parts})
  add_library(daybook_${name} STATIC ${sources})
  target_link_libraries(daybook_${name} PUBLIC daybook_options ${module_DEPENDS})
endfunction()
