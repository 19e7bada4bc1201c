#pragma once

#include "slack/api.h"
#include "slack/failure.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

#include <functional>
#include <mutex>

namespace refrain::test {

/// A Slack whose answers the test decides, by method; it remembers what it was asked.
class FakeSlack final : public slack::Api {
public:
    using Answer = std::function<Result<QJsonObject>(const slack::Credential&, const slack::Call&)>;

    void on(const QString& method, Answer answer) { m_answers[method] = std::move(answer); }
    void on(const QString& method, const QJsonObject& answer)
    {
        on(method, [answer](const slack::Credential&, const slack::Call&) { return Result<QJsonObject>(answer); });
    }
    void failWith(const QString& method, const QString& word)
    {
        on(method, [method, word](const slack::Credential&, const slack::Call&) -> Result<QJsonObject> {
            return slack::failure(method, {{QStringLiteral("error"), word}});
        });
    }
    void setKeys(const QJsonObject& keys) { m_keys = keys; }

    [[nodiscard]] QStringList asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    [[nodiscard]] qsizetype count(const QString& method) const { return asked().count(method); }

    [[nodiscard]] Result<QJsonObject> send(const slack::Credential& credential, const slack::Call& call) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_asked << call.method;
        }
        const Answer answer = m_answers.value(call.method);
        if (!answer)
            return slack::failure(call.method, {{QStringLiteral("error"), QStringLiteral("unknown_method")}});
        return answer(credential, call);
    }
    [[nodiscard]] Result<QJsonObject> openIdKeys() override { return m_keys; }

    /// The value of a field of a call; empty where it was not sent.
    [[nodiscard]] static QString field(const slack::Call& call, const QByteArray& name)
    {
        for (const auto& [key, value] : call.fields) {
            if (key == name)
                return value;
        }
        return {};
    }

private:
    QHash<QString, Answer> m_answers;
    QJsonObject m_keys;
    mutable std::mutex m_mutex;
    QStringList m_asked;
};

}  // namespace refrain::test
