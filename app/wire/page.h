#pragma once

#include "wire/fieldreader.h"

#include <vector>

namespace refrain::wire {

/// One page of a list: `{"items", "next", "seq"}`.
struct Page {
    QJsonArray items;
    QString next;    ///< Opaque; empty: this is the last page.
    qint64 seq = 0;  ///< The workspace's sequence at or before the read.

    friend bool operator==(const Page&, const Page&) = default;
};

[[nodiscard]] QJsonObject toJson(const Page& page);
[[nodiscard]] Result<Page> pageFromJson(const QJsonObject& object);

/// Every item by the given reader; the first fault ends it.
///
///     auto subjects = itemsOf(page, subjectFromJson);
template <class T>
[[nodiscard]] Result<std::vector<T>> itemsOf(const Page& page, Result<T> (*fromJson)(const QJsonObject&))
{
    std::vector<T> out;
    out.reserve(size_t(page.items.size()));
    for (const QJsonValue& item : page.items) {
        Result<T> value = fromJson(item.toObject());
        if (!value)
            return value.error();
        out.push_back(*std::move(value));
    }
    return out;
}

}  // namespace refrain::wire
