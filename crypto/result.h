#pragma once

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace daybook {

/// Classes of expected failure. A caller may branch on them; the sentence a person reads for each stands in
/// ui/words/error_text.cpp, and the terminal program has one exit code per class.
enum class ErrorCode {
  usage,             // the request itself makes no sense
  wrong_passphrase,  // no key slot opened: wrong words or a damaged slot, which look the same on purpose
  not_found,         // no such record, item, file
  already_exists,    // the target is there; nothing is overwritten
  in_use,            // another program has the record open
  newer_format,      // made by a newer version
  older_header,      // the record's header file is older than its database: an old one was put back
  damaged,           // bytes are not those that were written
  malformed,         // input from elsewhere does not follow its format
  does_not_match,    // a signature or fingerprint does not match what it covers
  no_matching_key,   // an encrypted file was not made for this key
  unsupported,       // a well-formed input of a kind that we do not read
  disk_full,         // the medium has no room left for what was to be written
  input_output,      // the operating system reported a failed read or write
  read_only,         // the place cannot be written to
  permission,        // the operating system refused access
  too_large,         // over a stated limit
  cancelled,         // the person stopped it
  copy_not_intact,   // a sealed copy was read and something in it does not match
  not_as_seen,       // what was to be done is no longer what the person saw and approved
  not_all_kept,      // of several things some could not be kept; each was named, and the others are kept
  not_decided,       // something that only the person can decide was not decided yet
};

/// What failed. `detail` names the thing (a file name, an item number), never a secret or kept words.
struct Error {
  ErrorCode code;
  std::string detail;
};

/// Ends the program when a condition fails that only a mistake of ours can break. The check is on in every build,
/// because a program that goes on after such a mistake would put evidence at risk.
#define DAYBOOK_ASSERT(condition)                                                            \
  do {                                                                                       \
    if (!(condition)) {                                                                      \
      std::fprintf(stderr, "internal error at %s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                          \
    }                                                                                        \
  } while (false)

/// A value or an Error, as std::expected of C++23. A caller that drops a Result gets a compiler warning.
template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTBEGIN: both are implicit, so that a function can `return value;` and `return error;`.
  Result(T value) : m_value(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_value(std::in_place_index<1>, std::move(error)) {}
  // NOLINTEND

  bool ok() const { return m_value.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value. A caller who asks a failed Result has a bug, and the program ends.
  T& value() & {
    DAYBOOK_ASSERT(ok());
    return *std::get_if<0>(&m_value);
  }
  const T& value() const& {
    DAYBOOK_ASSERT(ok());
    return *std::get_if<0>(&m_value);
  }
  /// The value of a temporary Result is moved out, so that `for (x : f().value())` does not loop over something gone.
  T value() && {
    DAYBOOK_ASSERT(ok());
    return std::move(*std::get_if<0>(&m_value));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    DAYBOOK_ASSERT(!ok());
    return *std::get_if<1>(&m_value);
  }

 private:
  std::variant<T, Error> m_value;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : m_error(std::move(error)) {}  // NOLINT: implicit, so that `return error;` works

  bool ok() const { return !m_error.has_value(); }
  explicit operator bool() const { return ok(); }
  void value() const { DAYBOOK_ASSERT(ok()); }
  const Error& error() const {
    DAYBOOK_ASSERT(!ok());
    return *m_error;
  }

 private:
  std::optional<Error> m_error;
};

#define DAYBOOK_JOIN_INNER(a, b) a##b
#define DAYBOOK_JOIN(a, b) DAYBOOK_JOIN_INNER(a, b)

/// Returns the Error of a failed Result from the calling function, and drops the value of a good one.
#define TRY(...)                                                   \
  do {                                                             \
    if (auto result_of_try = (__VA_ARGS__); !result_of_try.ok()) { \
      return result_of_try.error();                                \
    }                                                              \
  } while (false)

/// Returns the Error of a failed Result from the calling function. The value of a good one is moved into
/// `declaration`: TRY_ASSIGN(auto key, read_key());
#define TRY_ASSIGN(declaration, ...)                           \
  auto DAYBOOK_JOIN(result_of_try_, __LINE__) = (__VA_ARGS__); \
  if (!DAYBOOK_JOIN(result_of_try_, __LINE__).ok()) {          \
    return DAYBOOK_JOIN(result_of_try_, __LINE__).error();     \
  }                                                            \
  declaration = std::move(DAYBOOK_JOIN(result_of_try_, __LINE__)).value()

}  // namespace daybook
