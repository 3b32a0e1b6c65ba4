#include "vault/intake/file_ending.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

TEST_CASE("an ending is what stands behind the last dot, in small letters or capitals") {
  for (const char* name : {"chat.zip", "chat.ZIP", "a.txt.Zip", ".zip"}) CHECK(has_ending(name, "zip"));
  for (const char* name : {"chat.zip.txt", "zip", "chatzip", "chat.zipx", "chat.zip ", "chat.", ""})
    CHECK_FALSE(has_ending(name, "zip"));
}
