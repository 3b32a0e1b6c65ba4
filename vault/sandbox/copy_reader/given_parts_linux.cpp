#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "vault/sandbox/child_process.h"
#include "vault/sandbox/copy_reader/given_parts.h"
#include "vault/sandbox/lockdown/given_files.h"

namespace daybook::sandbox {

GivenParts::GivenParts() {
  for (int descriptor = kFirstFile; ::fcntl(descriptor, F_GETFD) >= 0; ++descriptor) {
    const std::uint64_t size = size_of_file(descriptor);
    m_parts.push_back({descriptor, m_size, size});
    m_size += size;
  }
}

Result<void> GivenParts::read_at(std::uint64_t offset, MutableByteView target) {
  if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::damaged, "ends early"};
  auto part = std::upper_bound(m_parts.begin(), m_parts.end(), offset,
                               [](std::uint64_t at, const Part& one) { return at < one.begin + one.size; });
  while (!target.empty()) {
    const std::uint64_t within = offset - part->begin;
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), part->size - within));
    const ssize_t count = ::pread(part->descriptor, target.data(), wanted, static_cast<off_t>(within));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{ErrorCode::input_output, "copy"};
    // Somebody may cut a file off while it is read.
    if (count == 0 && wanted > 0) return Error{ErrorCode::damaged, "ends early"};
    offset += static_cast<std::uint64_t>(count);
    target = target.subspan(static_cast<std::size_t>(count));
    if (offset == part->begin + part->size) ++part;
  }
  return {};
}

}  // namespace daybook::sandbox
