#include "ui/model/message_tagging.h"

namespace daybook::ui {

void MessageTaggingArea::on(const TagMessages& tagged) {
  if (m_shown.conversation == nullptr || tagged.tag.empty() || !m_session.can_write()) return;
  const vault::MessageRun chosen{m_shown.first_chosen(), m_shown.last_chosen()};
  std::vector<std::string> given{tagged.tag}, taken;
  if (all_have(m_shown.tags, chosen, tagged.tag)) given.swap(taken);
  m_session.jobs().ask([conversation = m_shown.conversation, chosen, given, taken](
                           vault::Record& record) { return tag_messages(record, *conversation, chosen, given, taken); },
                       [this, conversation = m_shown.conversation, typed = tagged.tag](Result<void> done) {
                         if (!done) return m_session.screens().show(done.error());
                         if (m_form.new_tag.text() == typed)
                           m_form.new_tag.clear();  // what she cannot give stays in the field
                         m_session.note_saving();
                         m_session.events().tell(ItemsAnswered{{conversation->number}, true});
                       });
}

}  // namespace daybook::ui
