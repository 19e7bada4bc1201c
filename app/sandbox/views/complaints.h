#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace refrain::sandbox {

/// Gathers what is wrong with a view or a message's blocks, in Slack's manner: a sentence and the JSON
/// pointer of the value, "must be less than 25 characters [json-pointer:/view/title/text]".
class Complaints {
public:
    void add(const QString& pointer, const QString& sentence)
    {
        m_list << QStringLiteral("%1 [json-pointer:%2]").arg(sentence, pointer);
    }
    [[nodiscard]] bool none() const { return m_list.isEmpty(); }
    [[nodiscard]] const QStringList& list() const { return m_list; }

    /// A text that may be absent; `most` in characters.
    void checkLength(const QJsonValue& value, const QString& pointer, qsizetype most);
    /// A list that has to be there, with `least` to `most` entries.
    [[nodiscard]] bool checkCount(const QJsonValue& value, const QString& pointer, qsizetype least, qsizetype most);
    /// A text object; where `mrkdwn` is false it has to be plain_text.
    void checkText(const QJsonValue& value, const QString& pointer, qsizetype most, bool mrkdwn);

private:
    QStringList m_list;
};

}  // namespace refrain::sandbox
