#pragma once

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/kept_chat.h"
#include "tests/support/router_driver.h"

namespace daybook::test {

/// A window on a record with the export of a chat of so many messages (item 1) and its conversation (item 2).
struct SharedChat : RouterDriver {
  explicit SharedChat(int messages) {
    make_record();
    write_file(folder / "one.txt", chat_of(messages));
    act(ui::ImportFiles{{folder / "one.txt"}});
    act(ui::KeepAsConversation{{1_item}});
    REQUIRE(state().conversation.number == 2_item);
  }
};

}  // namespace daybook::test
