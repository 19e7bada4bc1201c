#pragma once

#include "console/audit/auditreader.h"
#include "console/desk/subjectdetail.h"

#include <QJsonObject>

#include <functional>

namespace refrain::console {

class CacheStore;

/// One item of `GET /audit` in words, with names from the cache. What cannot be read stays empty: the log shows it all
/// the same.
[[nodiscard]] AuditRow auditRowOf(const QJsonObject& item, CacheStore& cache, const Wording& wording);

/// "asked for by the person"; empty where it is not known.
[[nodiscard]] QString requestedByWords(std::optional<RequestedBy> who);

[[nodiscard]] QStringList auditCsvHeader();
[[nodiscard]] QStringList auditCsvFields(const AuditRow& row);

}  // namespace refrain::console
