# INPUT: a JSON array of 2048 words. OUTPUT: a C++ array of them.
file(READ "${INPUT}" words)
string(REGEX MATCHALL "[a-z]+" words "${words}")
list(LENGTH words count)
if(NOT count EQUAL 2048)
  message(FATAL_ERROR "${INPUT}: expected 2048 words, found ${count}")
endif()
list(JOIN words "\",\n  \"" body)
file(WRITE "${OUTPUT}" "extern const char* const bip39_english_words[2048];\nconst char* const bip39_english_words[2048] = {\n  \"${body}\"};\n")
