#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace refrain::sandbox {

/// What a method answers, in Slack's shape: HTTP 200 with `ok`, whatever came of it.
struct Answer {
    QJsonObject fields;  ///< With `ok`.
    QByteArray raw;      ///< The JSON text itself, where that was written directly; then `fields` is empty.

    [[nodiscard]] static Answer ok(QJsonObject fields = {});
    [[nodiscard]] static Answer written(QByteArray json);
    /// `{"ok": false, "error": word, …}`.
    [[nodiscard]] static Answer fault(const QString& word, QJsonObject extra = {});
    /// invalid_arguments with a sentence for each in response_metadata.messages.
    [[nodiscard]] static Answer badArguments(const QStringList& messages);
    [[nodiscard]] static Answer missingArgument(const QString& name);

    [[nodiscard]] QByteArray bytes() const;
};

}  // namespace refrain::sandbox
