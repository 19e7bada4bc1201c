#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace refrain::wire {

/// What a template of messages is made of.
struct MessageTemplate {
    QString title;
    QString description;
    QString source;      ///< Jsonnet; finds its data under std.extVar("data").
    QJsonObject sample;  ///< Data with which it can be tried.
    bool archived = false;
};

/// `longestSource` in characters, `longestData` in bytes of JSON.
struct TemplateLimits {
    qsizetype longestSource = 0;
    qsizetype longestData = 0;
};

[[nodiscard]] QJsonObject toJson(const MessageTemplate& messageTemplate);
[[nodiscard]] Result<MessageTemplate> messageTemplateFromJson(const QJsonObject& object, const TemplateLimits& limits);

/// Whether data is short enough, else a sentence.
[[nodiscard]] QString dataFault(const QJsonObject& data, const TemplateLimits& limits);

}  // namespace refrain::wire
