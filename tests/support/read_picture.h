#pragma once

#include <catch2/catch_test_macros.hpp>

#include <string>

#include "vault/intake/known_file.h"
#include "vault/intake/media_type.h"

namespace daybook::test {

/// A picture as it is read when it is added: drawn, or else by its head alone. Fails the test when it says nothing.
inline vault::NewFile read_picture(const std::string& bytes) {
  MemorySource source(as_bytes(bytes));
  const vault::FileReaders readers{vault::PictureReader(DAYBOOK_PICTURE_READER), std::nullopt};
  auto read = vault::read_new_file(readers, vault::media_type_of(as_bytes(bytes)), source);
  REQUIRE(read.ok());
  REQUIRE(read->known.facts.has_value());
  return std::move(*read);
}

}  // namespace daybook::test
