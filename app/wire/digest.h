#pragma once

#include "base/result.h"
#include "domain/digest.h"

#include <QJsonObject>

namespace refrain::wire {

/// `{"from", "to", "count", "digest", "seq"}` of `GET /digest`: domain/digest.h says what is summed.
struct DigestReply {
    QString from;  ///< Empty: from the first subject; null on the wire.
    QString to;    ///< Not included; empty: to the last one.
    PreferenceDigest digest;
    qint64 seq = 0;  ///< Exactly the sequence number at which it was taken.

    friend bool operator==(const DigestReply&, const DigestReply&) = default;
};

[[nodiscard]] QJsonObject toJson(const DigestReply& reply);
[[nodiscard]] Result<DigestReply> digestReplyFromJson(const QJsonObject& object);

}  // namespace refrain::wire
