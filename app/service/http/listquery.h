#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "web/request.h"
#include "web/response.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace refrain::service {

/// `limit` of a list: 100 unless given, 1 to 1,000, else Invalid at /limit.
[[nodiscard]] Result<int> limitOf(const web::Request& request);

/// A whole number of at least 0, `fallback` where it is absent, else Invalid at /<name>.
[[nodiscard]] Result<qint64> numberOf(const web::Request& request, const char* name, qint64 fallback);

/// A time of RFC 3339, none where it is absent, else Invalid.
[[nodiscard]] Result<std::optional<Millis>> timeOf(const web::Request& request, const char* name);

/// The words of an opaque position that opaque() made; `parts` empty texts where `after` is absent, Invalid for
/// anything that no page handed out.
[[nodiscard]] Result<QStringList> positionOf(const web::Request& request, qsizetype parts);
[[nodiscard]] QString opaque(const QStringList& words);

/// One of an enum's words, none where the parameter is absent, else Invalid.
template <class E>
[[nodiscard]] Result<std::optional<E>> wordOf(const web::Request& request, const char* name,
                                              std::optional<E> (*fromString)(const QString&))
{
    const QString text = request.query.value(QString::fromLatin1(name));
    if (text.isEmpty())
        return std::optional<E>();
    const std::optional<E> value = fromString(text);
    if (!value)
        return Error::invalid(
            QStringLiteral("“%1” is none of the words that %2 may have.").arg(text.left(80), QString::fromLatin1(name)),
            QStringLiteral("/%1").arg(QString::fromLatin1(name)));
    return value;
}

/// The page that a request asks for of a list that is short enough to be read whole, each item with its "id", ordered
/// by it or never shrinking.
[[nodiscard]] Result<web::Response> pageResponse(const web::Request& request, const QJsonArray& all, qint64 seq);

/// A page of rows of which one more was asked for than `limit`: that one only tells that there are more. `json` makes
/// an item of a row, `position` the words of where the page after it begins.
template <class Row, class Json, class Position>
[[nodiscard]] web::Response pageOf(const std::vector<Row>& rows, int limit, qint64 seq, Json json, Position position);

/// `{"items", "next", "seq"}`.
[[nodiscard]] web::Response listResponse(const QJsonArray& items, const QString& next, qint64 seq);
/// The same of items that are JSON texts already.
[[nodiscard]] web::Response listResponse(const QByteArrayList& items, const QString& next, qint64 seq);

template <class Row, class Json, class Position>
web::Response pageOf(const std::vector<Row>& rows, int limit, qint64 seq, Json json, Position position)
{
    QJsonArray items;
    for (const Row& row : rows) {
        if (items.size() < limit)
            items.append(json(row));
    }
    const bool more = rows.size() > std::size_t(limit);
    return listResponse(items, more ? opaque(position(rows[std::size_t(limit) - 1])) : QString(), seq);
}

}  // namespace refrain::service
