#include "vault/backup/torn_database.h"

#include "crypto/encoding.h"
#include "vault/store/schema.h"

namespace daybook::vault {

bool TornDatabase::open() {
  m_database.reset();
  auto opened = Database::open(m_path, m_key, {false, false, m_surroundings.gate, m_surroundings.vfs});
  if (opened) m_database.emplace(std::move(*opened));
  return opened.ok();
}

std::uint64_t TornDatabase::generation() {
  const auto known = read([](Database& database) { return get_setting(database, "header generation"); });
  return known && *known ? crypto::from_decimal(**known, ~std::uint64_t{0}).value_or(0) : 0;
}

}  // namespace daybook::vault
