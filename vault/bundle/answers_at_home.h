#pragma once

#include <set>
#include <string>

#include "vault/bundle/snapshot_request.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// The answers about one item that go into no copy of a request: tags always, a helper's name unless the keeper sends
/// it, and in a part of a conversation which sender she is, where no message that is shown is that sender's. Nobody
/// could see what it is good for, and it would give away a name that the part does not have.
class AnswersAtHome {
 public:
  /// Errors are those of read_messages().
  static Result<AnswersAtHome> of(Record& record, const Item& item, const SnapshotRequest& request);

  bool has(const ItemAnswer& answer) const;

 private:
  bool m_has_helper_names = false, m_has_sender = false;
  std::set<std::string> m_not_shown;  // senders that an answer names, and that wrote none of the messages shown
};

}  // namespace daybook::vault
