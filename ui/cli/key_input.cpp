#include "ui/cli/key_input.h"

namespace daybook::ui {

namespace {

constexpr std::size_t kMostSmallFile = 1 << 20;

}  // namespace

Result<crypto::SecretBuffer> read_small_file(const std::string& path) {
  TRY_ASSIGN(Bytes bytes,
             vault::read_whole_file(vault::operating_system_files(), vault::from_utf8(path), kMostSmallFile));
  crypto::SecretBuffer secret = crypto::SecretBuffer::copy_of(bytes);
  crypto::wipe(bytes);
  return secret;
}

Error error_in(const std::string& file, const Error& error) {
  if (error.code != ErrorCode::malformed) return error;
  return {error.code, file + (error.detail.starts_with("line ") ? ", " : ": ") + error.detail};
}

}  // namespace daybook::ui
