#pragma once

#include "base/result.h"
#include "web/router.h"
#include "web/server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <mutex>
#include <vector>

namespace refrain::test {

/// An app with request URLs: keeps what it is sent and answers what the test wants.
class PracticeApp {
public:
    PracticeApp() : m_server(m_router)
    {
        for (const char* path : {"/slack/events", "/slack/commands", "/slack/interactions"})
            m_router.add("POST", QLatin1String(path), [this](const web::Request& request, web::Reply reply) {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
                if (m_silent)
                    m_kept.push_back(std::move(reply));
                else
                    reply.send(answerTo(request));
            });
        const Result<quint16> port = m_server.listen(QStringLiteral("127.0.0.1"), 0);
        url.setUrl(QStringLiteral("http://127.0.0.1:%1").arg(port ? *port : 0));
    }

    void setAnswer(const web::Response& answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = answer;
    }
    void setSilent(bool silent)
    {
        const std::lock_guard lock(m_mutex);
        m_silent = silent;
    }
    size_t count()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests.size();
    }
    web::Request last()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests.back();
    }
    QJsonObject lastInteraction() { return QJsonDocument::fromJson(last().form().value(u"payload").toUtf8()).object(); }

    /// Answers submissions of modals, instead of a bare 200.
    void setSubmissionAnswer(const QByteArray& json)
    {
        const std::lock_guard lock(m_mutex);
        m_submissionAnswer = json;
    }

    QUrl url;

private:
    [[nodiscard]] web::Response answerTo(const web::Request& request) const
    {
        if (request.path == "/slack/commands")
            return m_answer;
        if (!m_submissionAnswer.isEmpty() && request.form().value(u"payload").contains(u"\"view_submission\""))
            return web::Response::text(m_submissionAnswer).set("Content-Type", "application/json");
        return web::Response::empty(200);
    }

    QByteArray m_submissionAnswer;
    std::mutex m_mutex;
    std::vector<web::Request> m_requests;
    std::vector<web::Reply> m_kept;
    web::Response m_answer = web::Response::empty(200);
    bool m_silent = false;
    web::Router m_router;
    web::Server m_server;
};

}  // namespace refrain::test
