#pragma once

#include <filesystem>
#include <utility>

#include "crypto/result.h"

namespace daybook::vault {

/// What a call of the system means that failed with this number (errno(3)). The detail is the name of the file.
Error error_of_errno(int number, const std::filesystem::path& path);

/// A file or folder that is open, closed with this object.
class Descriptor {
 public:
  explicit Descriptor(int value) : m_value(value) {}
  Descriptor(Descriptor&& other) noexcept : m_value(std::exchange(other.m_value, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(m_value, other.m_value);
    return *this;
  }
  ~Descriptor();
  /// Below 0 where it could not be opened.
  int get() const { return m_value; }

 private:
  int m_value;
};

}  // namespace daybook::vault
