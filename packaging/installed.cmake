# Where the program lies once it is installed. The processes without keys have to lie beside the two programs, which look for them
# in their own folder (vault/sandbox/child_process.h).
set(daybook_place lib/daybook)
install(TARGETS daybook daybook-cli picture-reader media-reader copy-reader archive-reader RUNTIME DESTINATION ${daybook_place})
file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/links")
foreach(program daybook daybook-cli)
  set(link "${CMAKE_CURRENT_BINARY_DIR}/links/${program}")
  file(CREATE_LINK "../${daybook_place}/${program}" "${link}" SYMBOLIC)
  install(FILES "${link}" DESTINATION bin)
endforeach()
install(FILES packaging/debian/daybook.desktop DESTINATION share/applications)
