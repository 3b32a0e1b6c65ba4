#include "vault/record/outline.h"
#include "vault/record/record.h"
#include "vault/record/search_index.h"

namespace daybook::vault {

Result<AddOutcome> Record::carry(CarriedItem carried) {
  DAYBOOK_ASSERT(!carried.versions.empty());
  for (CarriedItem::Version& version : carried.versions) {
    version.facts.kind = carried.kind;
    version.facts.about = carried.about;
    version.facts.answers.clear();
  }
  TRY_ASSIGN(auto log, write());
  CarriedItem::Version& first = carried.versions[0];
  TRY_ASSIGN(const AddOutcome outcome, add_within(*log, first.facts, first.content, first.brought));
  std::vector<bool> is_new{!outcome.same_content};
  for (std::size_t i = 1; i < carried.versions.size(); ++i) {
    CarriedItem::Version& version = carried.versions[i];
    bool was_known = false;
    TRY_ASSIGN(const std::int64_t content, insert_content(*m_vault, version.content, was_known));
    TRY(add_version(*log, outcome.item, static_cast<int>(i) + 1, version.facts, content, version.content.facts(),
                    version.brought));
    is_new.push_back(!was_known);
  }
  for (const auto& [question, value] : carried.answers) TRY(answer_within(*log, outcome.item, {{question, value}}));
  if (carried.kind == ItemKind::conversation) TRY(renew_outline(*this, outcome.item));
  TRY(index_item(*this, outcome.item));
  for (std::size_t i = 0; i < carried.versions.size(); ++i) {
    if (is_new[i]) carried.versions[i].content.leave_to_record();
  }
  TRY(log->commit());
  return outcome;
}

}  // namespace daybook::vault
