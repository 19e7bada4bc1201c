#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "domain/actor.h"

#include <QJsonObject>

namespace refrain::wire {

/// One item of the change feed: the contract's `change`.
struct Change {
    qint64 seq = 0;
    QString type;           ///< `preference`, `category`, `subject`, …; pass over what you do not know.
    SubjectId subject;      ///< Empty: none.
    CategorySlug category;  ///< Empty: none.
    Millis at = 0;
    std::optional<Source> source;  ///< None: the directory sync.
    Actor actor;
    QString reason;
    QJsonObject before;  ///< The shape of what changed; empty: there was none.
    QJsonObject after;   ///< Empty: it is gone.

    friend bool operator==(const Change&, const Change&) = default;
};

[[nodiscard]] QJsonObject toJson(const Change& change);
/// The same as text, with `before` and `after` as the JSON texts that the feed keeps, which need not be read for it.
[[nodiscard]] QByteArray toJsonText(const Change& change, const QByteArray& before, const QByteArray& after);
[[nodiscard]] Result<Change> changeFromJson(const QJsonObject& object);

}  // namespace refrain::wire
