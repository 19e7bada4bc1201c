#pragma once

#include "web/request.h"

#include <QHash>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace refrain::sandbox {

/// The arguments of one API call, wherever they came from: query, form or JSON body. Slack takes all
/// three, and takes structured values as JSON text in forms.
class Arguments {
public:
    /// What reading a request gave: its arguments, or Slack's word for why they cannot be read.
    struct Read;
    [[nodiscard]] static Read from(const web::Request& request);

    void set(const QString& name, const QJsonValue& value) { m_values.insert(name, value); }
    [[nodiscard]] bool has(const QString& name) const { return m_values.contains(name); }
    /// Numbers and booleans as text; empty where absent.
    [[nodiscard]] QString text(const QString& name) const;
    /// True for true, "true" and "1".
    [[nodiscard]] bool flag(const QString& name, bool fallback = false) const;
    /// nullopt where it is there and no whole number.
    [[nodiscard]] std::optional<qint64> number(const QString& name, qint64 fallback) const;
    /// A structured value; JSON text is parsed. Undefined where absent or unreadable.
    [[nodiscard]] QJsonValue json(const QString& name) const;
    /// A comma-separated list, or a JSON array of strings.
    [[nodiscard]] QStringList list(const QString& name) const;

private:
    QHash<QString, QJsonValue> m_values;
};

struct Arguments::Read {
    Arguments arguments;
    QByteArray token;
    QString problem;
    bool missingCharset = false;
};

}  // namespace refrain::sandbox
