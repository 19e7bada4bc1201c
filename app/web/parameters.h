#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringView>

#include <utility>

namespace refrain::web {

/// Names and values of a query string or of an application/x-www-form-urlencoded body, decoded, in
/// the order they were sent. A name may occur several times.
class Parameters {
public:
    using Entry = std::pair<QString, QString>;

    /// Reads `a=1&b=two+words%21` (WHATWG URL, 5.1). Never fails: what cannot be decoded stays as it is.
    [[nodiscard]] static Parameters parse(const QByteArray& encoded);

    /// The first value of that name; empty where there is none.
    [[nodiscard]] QString value(QStringView name) const;
    [[nodiscard]] QStringList values(QStringView name) const;
    [[nodiscard]] bool contains(QStringView name) const;
    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }

private:
    QList<Entry> m_entries;
};

}  // namespace refrain::web
