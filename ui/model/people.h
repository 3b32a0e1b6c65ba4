#pragma once

#include "ui/model/session.h"
#include "ui/model/text_input.h"
#include "vault/record/people.h"

namespace daybook::ui {

/// Somebody who is named in the record. What the keeper says of them goes into a copy only where she
/// says so.
struct Person {
  std::string name;
  std::size_t items = 0;      // how many items name them
  std::string also;           // other names and numbers, parted by commas
  std::string relation;       // who they are to the keeper, in her words
  bool is_described = false;  // the keeper has described them; else they are only named in items
};

struct PeopleState {
  bool is_loading = true;
  std::vector<Person> people;  // by name
  std::vector<std::string> tags;
  std::optional<std::string> chosen;  // the name of the person whose page is shown
};

struct PeopleForm {
  TextInput also, relation, added;
};

struct ChoosePerson {
  std::optional<std::string> name;
};
struct AddPerson {};
struct SavePerson {};

/// Lists the people whom the record names and the tags that are in use, and keeps what the keeper says of people.
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
  void on(const ItemsAnswered& answered);

 private:
  void load();
  void choose(std::optional<std::string> name);
  void keep(vault::Description described);

  Session& m_session;
  PeopleState& m_state;
  PeopleForm& m_form;
};

}  // namespace daybook::ui
