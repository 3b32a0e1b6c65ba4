#include "vault/bundle/copy_report.h"

#include "vault/bundle/check/copy_paths.h"

namespace daybook::vault {

Result<void> ReportSink::judge(const std::string& name) {
  // The container is written in order: a file that is begun within another would put its bytes into that one.
  if (m_is_writing) return Error{ErrorCode::usage, name};
  if (!is_report_path("report/" + name)) return Error{ErrorCode::usage, name};
  if (!m_names.insert(name).second) return Error{ErrorCode::already_exists, name};
  return {};
}

Result<void> ReportSink::file(const std::string& name, const std::function<Result<void>(ByteSink&)>& write) {
  if (m_failure) return *m_failure;
  Result<void> written = judge(name);
  if (written) {
    m_is_writing = true;
    written = take(copy_path::kReportFolder + name, write);
    m_is_writing = false;
  }
  // A file that was begun within this one has failed. That error is kept, even where the renderer ignored it.
  if (!written && !m_failure) m_failure = written.error();
  return outcome();
}

Result<void> ReportSink::outcome() const {
  if (m_failure) return *m_failure;
  return {};
}

}  // namespace daybook::vault
