#pragma once

#include "console/desk/subjectdetail.h"

#include <QJsonObject>

namespace refrain::console {

class CacheStore;

/// One item of `GET /subjects/{id}/timeline` in words, with names from the cache. Of a kind that a later backend knows
/// and this console does not, the time alone.
[[nodiscard]] HistoryEntry timelineEntryOf(const QJsonObject& item, const Subject& whose, CacheStore& cache,
                                           const Wording& wording);
/// The same of one item of `GET /audit`.
[[nodiscard]] HistoryEntry auditHistoryEntryOf(const QJsonObject& item, CacheStore& cache, const Wording& wording);

}  // namespace refrain::console
