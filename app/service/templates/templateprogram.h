#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace refrain::service {

/// Evaluates templates in `refrain-template`, a program of its own with limits on memory and time, which gets the
/// template and the data and nothing else. Any thread, several at a time; returns after some seconds at the latest.
class TemplateProgram {
public:
    /// Characters that a template may have.
    static constexpr qsizetype longestSource = 32LL * 1024;
    /// Bytes of JSON that its data may have.
    static constexpr qsizetype longestData = 64LL * 1024;

    explicit TemplateProgram(QString path) : m_path(std::move(path)) {}

    /// Where the program lies: beside this one, in libexec, or on PATH.
    [[nodiscard]] static QString find();

    /// The object that the template yields for `data`. Invalid with a sentence that names the line where the template
    /// cannot be read, fails, or costs too much; Unavailable where the program cannot be run.
    [[nodiscard]] Result<QJsonObject> evaluate(const QString& source, const QJsonObject& data) const;

private:
    QString m_path;
};

}  // namespace refrain::service
