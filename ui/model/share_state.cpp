#include "ui/model/share_state.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/model/plugged_in.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = ShareState::Step;
using vault::Json;

std::string counted(std::size_t count, const char* one, const char* many) {
  return count == 1 ? std::string(one) : fmt::format(fmt::runtime(many), count);
}

// How many items of the record are neither in the copy nor named in the other lines.
std::size_t other_items(const ShareState& share) {
  std::set<vault::ItemNumber> named = share.chosen;
  named.insert(share.questions->notes_elsewhere.begin(), share.questions->notes_elsewhere.end());
  named.insert(share.notes_left_out.begin(), share.notes_left_out.end());
  named.insert(share.places_left_out.begin(), share.places_left_out.end());
  const std::size_t all = share.questions->items_in_record;
  return all > named.size() ? all - named.size() : 0;
}

template <class Numbers>
Json numbers_of(const Numbers& numbers) {
  Json list = Json::array();
  for (const auto number : numbers) list.push_back(static_cast<std::int64_t>(number));
  return list;
}

template <class Number>
void take_numbers(const Json& json, const char* name, std::set<Number>& numbers) {
  const auto list = json.find(name);
  if (list == json.end() || !list->is_array()) return;
  for (const Json& number : *list) {
    if (number.is_number_integer()) numbers.insert(static_cast<Number>(number.get<std::int64_t>()));
  }
}

// Items that came to the copy because of others, each with the other one.
using Pairs = std::map<vault::ItemNumber, vault::ItemNumber>;

Json pairs_of(const Pairs& pairs) {
  Json list = Json::array();
  for (const auto& [item, because] : pairs)
    list.push_back({static_cast<std::int64_t>(item), static_cast<std::int64_t>(because)});
  return list;
}

void take_pairs(const Json& json, const char* name, Pairs& pairs) {
  const auto list = json.find(name);
  for (const Json& pair : list != json.end() && list->is_array() ? *list : Json::array()) {
    if (pair.is_array() && pair.size() == 2 && pair[0].is_number_integer() && pair[1].is_number_integer())
      pairs[vault::ItemNumber{pair[0].get<std::int64_t>()}] = vault::ItemNumber{pair[1].get<std::int64_t>()};
  }
}

std::optional<bool> truth(const Json& json, const char* name) {
  const auto member = json.find(name);
  return member != json.end() && member->is_boolean() ? std::optional(member->get<bool>()) : std::nullopt;
}

void take_choices(const Json& json, ShareForm& form) {
  using For = ShareForm::For;
  for (const For who : {For::police, For::advocate, For::solicitor, For::me}) {
    if (vault::text_member(json, "who") == who_text(who)) form.who = who;
  }
  form.by_upload = truth(json, "by_upload");
  form.original_kept = truth(json, "original_kept");
  form.states_left_out = truth(json, "states_left_out");
  form.sends_descriptions = truth(json, "sends_descriptions").value_or(false);
  form.purpose.set(vault::text_member(json, "purpose").value_or(""));
  form.prepared_by.set(vault::text_member(json, "prepared_by").value_or(""));
  form.reference.set(vault::text_member(json, "reference").value_or(""));
  take_numbers(json, "stays_home", form.stays_home);
}

}  // namespace

Step step_before(Step step) {
  switch (step) {
    case Step::who:
    case Step::items:
    case Step::done:
      return Step::who;
    case Step::questions:
      return Step::items;
    case Step::preview:
      return Step::questions;
    case Step::save:
      return Step::preview;
  }
  return Step::who;
}

std::optional<ErrorText> fault_of_saving(const ShareState& share, ShareForm& form) {
  if (lock_of(form) == ShareForm::Lock::key) {
    if (auto fault = fault_of_key(form.key)) return fault;
  }
  if (!share.folder.empty()) return std::nullopt;
  return ErrorText{tr("No place is chosen yet."), "", tr("Choose a folder or a stick.")};
}

void take_media(const std::vector<vault::Path>& media, const ShareForm& form, ShareState& share) {
  if (share.is_working || share.step == Step::done) return;  // it was asked before the copy was saved, to that place
  if (is_named_on(share.media, share.folder) && !is_named_on(media, share.folder)) share.folder.clear();
  share.media = media;
  const bool is_wanted = share.folder.empty() && form.by_upload != true;
  if (is_wanted && media.size() == 1) share.folder = media.front();
}

vault::CopyRequest request_of(const ShareState& share, const ShareForm& form) {
  using Lock = ShareForm::Lock;
  vault::CopyRequest request;
  request.contents = contents_of(share, form, share.questions ? &*share.questions : nullptr);
  request.seen = share.seen;
  request.recipient_names = who_text(form.who);
  request.folder = share.folder;
  request.with_passphrase = lock_of(form) == Lock::passphrase;
  if (share.passphrase)
    request.passphrase =
        std::make_shared<const crypto::SecretBuffer>(crypto::SecretBuffer::copy_of(share.passphrase->expose()));
  if (lock_of(form) == Lock::key) request.recipients.push_back(crypto::AgeRecipient::parse(form.key.text()).value());
  return request;
}

Result<std::vector<vault::ItemNumber>> gone_items(vault::Record& record, const std::set<vault::ItemNumber>& items) {
  std::vector<vault::ItemNumber> gone;
  for (const vault::ItemNumber number : items) {
    const auto item = record.item(number);
    if (!item || item->removed) gone.push_back(number);
  }
  return gone;
}

ErrorText drop_read_anew(const std::vector<vault::ItemNumber>& conversations, ShareState& share) {
  for (const vault::ItemNumber conversation : conversations) share.forget(conversation);
  return {fmt::format(fmt::runtime(tr("Conversation {} was read again, and its messages have other numbers now.")),
                      vault::item_text(conversations.front())),
          tr("It is not in the copy any more. What you decided else is still here."),
          tr("Open the conversation and choose its messages again.")};
}

ErrorText fault_of_export(const ShareQuestions::Export& one) {
  const char* what = tr("Item {} is the file that conversation {} was read from. All of it can be read there.");
  return {fmt::format(fmt::runtime(what), vault::item_text(one.exported), vault::item_text(one.conversation)),
          tr("Of the conversation only some messages are chosen."),
          tr("Leave the file out. Or leave the conversation out and choose all of it.")};
}

std::string notes_elsewhere_line(const ShareQuestions& questions) {
  const std::size_t notes = questions.notes_elsewhere.size();
  if (notes == 0) return "";
  return counted(notes, tr("1 note about messages that stay here stays here too."),
                 tr("{} notes about messages that stay here stay here too."));
}

std::string files_not_here_line(const ShareQuestions::Part& part) {
  if (part.files_not_here == 0) return "";
  return counted(part.files_not_here, tr("1 of these messages names a file that is not in this copy."),
                 tr("{} of these messages name files that are not in this copy."));
}

std::vector<std::string> left_out_lines(const ShareState& share, const ShareForm& form) {
  std::vector<std::string> lines;
  if (!share.questions) return lines;
  const auto add = [&](std::size_t count, const char* one, const char* many) {
    if (count > 0) lines.push_back(counted(count, one, many));
  };
  for (const ShareQuestions::Part& part : share.questions->parts) {
    lines.push_back(fmt::format(fmt::runtime(tr("Of conversation {}, {} of {} messages are in this copy.")),
                                vault::item_text(part.conversation), part.shown, part.messages));
    if (std::string line = files_not_here_line(part); !line.empty()) lines.push_back(std::move(line));
  }
  if (std::string line = notes_elsewhere_line(*share.questions); !line.empty()) lines.push_back(std::move(line));
  const auto& notes = share.questions->notes;
  const auto stays = [&](const auto& note) { return share.of_note(note.note) == Decision::stays_here; };
  add(static_cast<std::size_t>(std::count_if(notes.begin(), notes.end(), stays)),
      tr("1 note beside these items is not in this copy."), tr("{} notes beside these items are not in this copy."));
  const auto& earlier = share.questions->earlier;
  const auto is_home = [&](const auto& one) { return form.stays_home.contains(one.entry); };
  add(static_cast<std::size_t>(std::count_if(earlier.begin(), earlier.end(), is_home)),
      tr("1 earlier version is not in this copy."), tr("{} earlier versions are not in this copy."));
  if (share.questions->has_film)
    add(share.places_left_out.size(), tr("1 photograph or film with a place is not in this copy."),
        tr("{} photographs or films with a place are not in this copy."));
  else
    add(share.places_left_out.size(), tr("1 photograph with a place is not in this copy."),
        tr("{} photographs with a place are not in this copy."));
  add(other_items(share), tr("1 other item of your record is not in this copy."),
      tr("{} other items of your record are not in this copy."));
  return lines;
}

std::string decisions_to_keep(const ShareState& share, const ShareForm& form) {
  Json json{{"type", "share-v1"},
            {"chosen", numbers_of(share.chosen)},
            {"notes_left_out", numbers_of(share.notes_left_out)},
            {"places_accepted", numbers_of(share.places_accepted)},
            {"places_left_out", numbers_of(share.places_left_out)},
            {"stays_home", numbers_of(form.stays_home)},
            {"sends_helper_names", share.sends_helper_names},
            {"sends_descriptions", form.sends_descriptions},
            {"who", who_text(form.who)},
            {"purpose", form.purpose.text()},
            {"prepared_by", form.prepared_by.text()},
            {"reference", form.reference.text()}};
  for (const auto& [name, choice] :
       {std::pair("by_upload", form.by_upload), std::pair("original_kept", form.original_kept),
        std::pair("states_left_out", form.states_left_out)}) {
    if (choice) json[name] = *choice;
  }
  json["notes_included"] = pairs_of(share.notes_included);
  json["exports_included"] = pairs_of(share.exports_included);
  json["parts"] = to_json(share.parts);
  return vault::to_canonical(json);
}

bool take_kept_decisions(std::string_view kept, ShareState& share, ShareForm& form) {
  const auto json = vault::parse_json(kept);
  if (!json || vault::text_member(*json, "type") != "share-v1") return false;
  // A part that is not understood must not become a whole conversation.
  const Json parts = json->value("parts", Json::array());
  share.parts = parse_chosen_parts(parts);
  if (share.parts.size() != parts.size()) {
    share.parts.clear();
    return false;
  }
  take_numbers(*json, "chosen", share.chosen);
  take_numbers(*json, "notes_left_out", share.notes_left_out);
  take_numbers(*json, "places_accepted", share.places_accepted);
  take_numbers(*json, "places_left_out", share.places_left_out);
  share.sends_helper_names = truth(*json, "sends_helper_names").value_or(false);
  take_pairs(*json, "notes_included", share.notes_included);
  take_pairs(*json, "exports_included", share.exports_included);
  take_choices(*json, form);
  return true;
}

}  // namespace daybook::ui
