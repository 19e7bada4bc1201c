#pragma once

#include "domain/change.h"
#include "wire/fieldreader.h"

namespace refrain::wire {

/// The body of `PUT …/preferences/{category}`: state, snoozedUntil (null clears), reason, ticket,
/// requestedBy and receivedAt of a request; what is absent is not sent.
[[nodiscard]] QJsonObject toJson(const ChangeRequest& request);

/// Many of them, each with its subject, category and ifMatch.
[[nodiscard]] QJsonArray toJson(const std::vector<ChangeRequest>& changes);

/// Fills exactly those fields. Whether anything is asked at all is judge()'s business.
[[nodiscard]] Result<ChangeRequest> changeRequestFromJson(const QJsonObject& object);
/// The same for an object inside another one; faults stay with the reader.
[[nodiscard]] ChangeRequest readChangeRequest(FieldReader& in);

/// If-Match: `0`, `17`, `"17"`; `*` and the empty text are no version. Others are Invalid, `bad_request`.
[[nodiscard]] Result<std::optional<qint64>> versionFromIfMatch(const QByteArray& header);
/// `"17"`, as ETag and If-Match carry it.
[[nodiscard]] QByteArray etag(qint64 version);

}  // namespace refrain::wire
