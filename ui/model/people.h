#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/record/people.h"

namespace daybook::ui {

/// Somebody who is named in the record. What is known of them is hers and never goes out by itself.
struct Person {
  std::string name;
  std::size_t items = 0;
  std::string also;           // other names and numbers, parted by commas
  std::string relation;       // in her words
  bool is_described = false;  // else only named in items
};

struct PeopleState {
  bool is_loading = true;
  std::vector<Person> people;  // by name
  std::vector<std::string> tags;
  std::optional<std::string> chosen;  // a name
};

struct PeopleForm {
  TextInput also, relation, added;
};

struct ChoosePerson {
  std::optional<std::string> name;
};
struct AddPerson {};
struct SavePerson {};

/// Who is named in the record, and the tags that are in use.
class PeopleArea {
 public:
  using Takes = std::variant<ChoosePerson, AddPerson, SavePerson>;

  PeopleArea(Session& session, PeopleState& state, PeopleForm& form)
      : m_session(session), m_state(state), m_form(form) {}

  void on(const ChoosePerson& chosen) { choose(chosen.name); }
  void on(const AddPerson&);
  void on(const SavePerson&);
  void on(const RecordOpened&) { load(); }
  void on(const RecordMerged&) { load(); }
  void on(const ItemAnswered& answered);

 private:
  void load();
  void choose(std::optional<std::string> name);
  void keep(vault::Description described);

  Session& m_session;
  PeopleState& m_state;
  PeopleForm& m_form;
};

}  // namespace daybook::ui
