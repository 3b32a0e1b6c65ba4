#include "vault/backup/torn_database.h"

namespace daybook::vault {

bool TornDatabase::open() {
  m_database.reset();
  auto opened = Database::open(m_path, m_key, {false, false, m_surroundings.gate, m_surroundings.vfs});
  if (opened) m_database.emplace(std::move(*opened));
  return opened.ok();
}

}  // namespace daybook::vault
