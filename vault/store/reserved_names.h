#pragma once

#include <mutex>
#include <set>
#include <string>

namespace daybook::vault {

/// A set of names that several threads may change and ask for at once.
class ReservedNames {
 public:
  void add(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    m_names.insert(name);
  }
  void remove(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    m_names.erase(name);
  }
  bool has(const std::string& name) const {
    const std::lock_guard lock(m_mutex);
    return m_names.contains(name);
  }

 private:
  mutable std::mutex m_mutex;
  std::set<std::string> m_names;
};

}  // namespace daybook::vault
