#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "vault/backup/restore.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

#define MUST(condition)                                                            \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)

class StandingClock final : public Clock {
 public:
  Instant now() override { return {1'764'000'000 + m_calls++, 60, 5000 + m_calls, "boot"}; }

 private:
  std::int64_t m_calls = 0;
};

// What a record should hold, in the plainest form.
struct ModelItem {
  ItemKind kind;
  std::vector<std::string> versions;
  Answers answers;
  bool removed = false;
};

crypto::SecretBuffer secret(const std::string& text) { return crypto::SecretBuffer::copy_of(as_bytes(text)); }

// Bytes are read as a list of things to do; each is done to a record and to the model, and the two are compared.
class Session {
 public:
  explicit Session(ByteView script) : m_script(script) {
    const Path memory = "/dev/shm";
    m_folder = (std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path()) /
               ("fuzz-record-" + std::to_string(::getpid()));
    std::filesystem::remove_all(m_folder);
    std::filesystem::create_directories(m_folder);
    MUST(Record::create(surroundings(), m_folder / "record", secret(m_passphrase)).ok());
    open();
  }
  ~Session() {
    m_record.reset();
    std::filesystem::remove_all(m_folder);
  }

  void run() {
    for (int steps = 0; !m_script.empty() && steps < 40; ++steps) step();
    compare(*m_record);
    reopen();
    compare(*m_record);
  }

 private:
  Surroundings surroundings() { return {operating_system_files(), m_clock, nullptr, nullptr, 64 * 1024}; }
  void open() {
    auto opened = Record::open(surroundings(), m_folder / "record", secret(m_passphrase));
    MUST(opened.ok());
    m_record = std::move(*opened);
    MUST(m_record->vault().rewrap_objects().ok());
  }
  void reopen() {
    m_record.reset();
    open();
  }

  std::uint8_t byte() {
    if (m_script.empty()) return 0;
    const std::uint8_t value = m_script[0];
    m_script = m_script.subspan(1);
    return value;
  }
  std::string text() {
    std::string text = "w" + std::to_string(m_counter++);
    for (int count = byte() % 8; count > 0; --count) text += static_cast<char>('a' + byte() % 26);
    return text;
  }
  ItemNumber some_item() { return static_cast<ItemNumber>(m_model.empty() ? 1 : 1 + byte() % (m_model.size() + 1)); }

  void add(ItemKind kind, const std::string& content) {
    Addition addition;
    addition.kind = kind;
    addition.media = "application/octet-stream";
    auto stored = store_bytes(m_record->vault(), as_bytes(content));
    MUST(stored.ok());
    const auto outcome =
        kind == ItemKind::file ? m_record->add(addition, std::move(*stored)) : m_record->add_text(addition, content);
    MUST(outcome.ok() && outcome->added);
    MUST(!m_model.contains(outcome->item));
    m_model[outcome->item] = {kind, {content}, {}, false};
  }

  void step() {
    const auto present = [&](ItemNumber number) { return m_model.contains(number) && !m_model[number].removed; };
    switch (byte() % 15) {
      case 0:
        add(ItemKind::words, text());
        break;
      case 1:
        add(ItemKind::note, text());
        break;
      case 2:
        add(ItemKind::file, std::string(byte() * 3000u, 'x') + text());
        break;
      case 3: {  // the same again
        constexpr ItemNumber kFirst{1};
        if (present(kFirst)) add(ItemKind::file, m_model[kFirst].versions.back());
        break;
      }
      case 4: {
        const ItemNumber number = some_item();
        const std::string content = text();
        const bool may = present(number) && m_model[number].kind == ItemKind::note;
        MUST(m_record->rewrite_note(number, content).ok() == may);
        if (may) m_model[number].versions.push_back(content);
        break;
      }
      case 5: {
        const ItemNumber number = some_item();
        const std::string value = byte() % 4 == 0 ? "" : text();
        MUST(m_record->answer(number, {{"who", value}}).ok() == present(number));
        if (!present(number)) break;
        m_model[number].answers["who"] = value;
        if (value.empty()) m_model[number].answers.erase("who");
        break;
      }
      case 6: {
        const ItemNumber number = some_item();
        MUST(m_record->remove(number).ok() == present(number));
        if (present(number)) m_model[number].removed = true;
        break;
      }
      case 7:
        reopen();
        break;
      case 8: {
        m_passphrase = "passphrase number " + std::to_string(m_counter++);
        MUST(m_record->vault().change_passphrase(secret(m_passphrase)).ok());
        break;
      }
      case 9: {
        m_passphrase = "passphrase number " + std::to_string(m_counter++);
        MUST(m_record->replace_keys(secret(m_passphrase)).ok());
        if (byte() % 2 == 0) reopen();
        MUST(m_record->vault().rewrap_objects().ok());
        break;
      }
      case 10:
        compare(*m_record);
        break;
      case 11:
        back_up_and_restore();
        break;
      case 12:
        say_fact();
        break;
      case 13: {
        const Description said{text(), byte() % 2 == 0 ? "" : text(), text()};
        const auto number = describe_person(*m_record, said);
        MUST(number.ok() && !m_people.contains(*number));
        m_people[*number] = said;
        break;
      }
      case 14:
        describe_again();
        break;
    }
  }

  void say_fact() {
    const char* const names[] = {fact::kOfficer, fact::kForce, fact::kReference};
    const char* name = names[byte() % 3];
    const std::string value = byte() % 4 == 0 ? "" : text();
    MUST(say_facts(*m_record, {{name, value}}).ok());
    m_facts[name] = value;
    if (value.empty()) m_facts.erase(name);
  }

  void describe_again() {
    if (m_people.empty()) return;
    const auto person = std::next(m_people.begin(), byte() % static_cast<std::uint8_t>(m_people.size()));
    const bool takes_back = byte() % 3 == 0;
    const Description said{takes_back ? "" : text(), "", takes_back ? "" : text()};
    MUST(describe_person(*m_record, person->first, said).ok());
    if (takes_back)
      m_people.erase(person);
    else
      person->second = said;
  }

  void back_up_and_restore() {
    MUST(update_backup_folder(*m_record, m_folder / "safe").ok());
    const auto backup = find_locked_files(operating_system_files(), m_folder / "safe");
    MUST(backup.ok() && check_backup(**backup)->faults.empty());
    std::filesystem::remove_all(m_folder / "back");
    MUST(restore_backup(surroundings(), **backup, m_folder / "back", secret(m_passphrase)).ok());
    auto restored = Record::open(surroundings(), m_folder / "back", secret(m_passphrase));
    MUST(restored.ok());
    compare(**restored);
    const auto merged = add_missing(*m_record, **restored);
    MUST(merged.ok() && merged->items_added + merged->notes_added + merged->answers_added == 0);
  }

  void compare(Record& record) {
    std::size_t present = 0;
    for (const auto& [number, model] : m_model) {
      const auto item = record.item(number);
      MUST(item.ok() && item->removed == model.removed);
      if (model.removed) continue;
      ++present;
      MUST(item->kind == model.kind && item->versions.size() == model.versions.size());
      MUST(item->current_answers() == model.answers);
      for (std::size_t i = 0; i < model.versions.size(); ++i) {
        auto source = record.open_version(item->versions[i]);
        MUST(source.ok());
        std::string content((*source)->size(), ' ');
        MUST((*source)->read_at(0, {reinterpret_cast<std::uint8_t*>(content.data()), content.size()}).ok());
        MUST(content == model.versions[i]);
      }
    }
    MUST(record.list({"", {}, {}, {}, 1000})->size() == present);
    MUST(current_facts(fact_versions(record).value(), kFirstCase) == m_facts);
    MUST(current_people(person_versions(record).value()) == m_people);
    const auto report = record.check();
    MUST(report.ok() && report->findings.empty() && report->unknown_objects.empty());
  }

  ByteView m_script;
  StandingClock m_clock;
  Path m_folder;
  std::string m_passphrase = "three random words";
  std::unique_ptr<Record> m_record;
  std::map<ItemNumber, ModelItem> m_model;
  Facts m_facts;
  std::map<PersonNumber, Description> m_people;
  int m_counter = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Session({data, size}).run();
  return 0;
}
