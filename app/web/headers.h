#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace refrain::web {

/// HTTP header fields in the order of the message. Names compare without regard to case (RFC 9110,
/// 5.1) and may occur several times.
class Headers {
public:
    using Field = std::pair<QByteArray, QByteArray>;

    /// The first value of that name; empty where there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const;
    [[nodiscard]] const QList<Field>& fields() const { return m_fields; }

    void add(QByteArray name, QByteArray value);
    /// Replaces every value of that name.
    void set(QByteArray name, QByteArray value);
    void remove(QByteArrayView name);

private:
    QList<Field> m_fields;
};

}  // namespace refrain::web
