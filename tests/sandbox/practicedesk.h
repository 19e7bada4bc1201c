#pragma once

#include "base/random.h"
#include "sandbox/sandbox.h"
#include "tests/support/manualclock.h"
#include "web/router.h"
#include "web/server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <future>
#include <memory>
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
                    reply.send(request.path == "/slack/commands" ? m_answer : web::Response::empty(200));
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

    QUrl url;

private:
    std::mutex m_mutex;
    std::vector<web::Request> m_requests;
    std::vector<web::Reply> m_kept;
    web::Response m_answer = web::Response::empty(200);
    bool m_silent = false;
    web::Router m_router;
    web::Server m_server;
};

/// A practice Slack of 200 people that delivers to a PracticeApp or by Socket Mode, asked in process.
class PracticeDesk {
public:
    enum class Way { Http, SocketMode };

    explicit PracticeDesk(Way way = Way::Http)
    {
        sandbox::Options options;
        options.world.users = 200;
        options.world.channels = 20;
        options.autoApprove = true;
        if (way == Way::Http)
            options.deliverTo = app.url;
        slack = std::move(sandbox::Sandbox::create(options, clock, m_random)).value();
    }

    web::Response ask(web::Request request) const
    {
        if (!request.headers.contains("Host"))
            request.headers.set("Host", "127.0.0.1:1");
        std::promise<web::Response> answer;
        slack->handle(std::move(request), web::Reply::capture([&answer](web::Response response) {
                          answer.set_value(std::move(response));
                      }));
        return answer.get_future().get();
    }
    QJsonObject get(const QString& target) const
    {
        return QJsonDocument::fromJson(ask(web::Request::make("GET", target.toUtf8())).body).object();
    }
    web::Response post(const QByteArray& path, const QJsonObject& body) const
    {
        web::Request request = web::Request::make("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
        request.headers.add("Content-Type", "application/json");
        return ask(std::move(request));
    }

    /// Installs the app as the primary owner; true where Slack said yes.
    bool install() const
    {
        const web::Response asked = ask(web::Request::make(
            "GET",
            "/oauth/v2/authorize?client_id=1.1&scope=commands,chat:write,im:history&state=s&redirect_uri="
            "http%3A%2F%2Flocalhost%3A8470%2Fslack%2Foauth%2Fcallback"));
        const QUrl back(QString::fromLatin1(asked.headers.value("Location")));
        const QByteArray code = QUrlQuery(back).queryItemValue(QStringLiteral("code")).toLatin1();
        web::Request exchange = web::Request::make("POST", "/api/oauth.v2.access",
                                                   "client_id=1.1&client_secret=practice-client-secret&redirect_uri="
                                                   "http%3A%2F%2Flocalhost%3A8470%2Fslack%2Foauth%2Fcallback&code=" +
                                                       code);
        exchange.headers.add("Content-Type", "application/x-www-form-urlencoded");
        return QJsonDocument::fromJson(ask(std::move(exchange)).body).object().value(QStringLiteral("ok")).toBool();
    }

    test::ManualClock clock;
    PracticeApp app;
    std::unique_ptr<sandbox::Sandbox> slack;

private:
    SystemRandom m_random;
};

}  // namespace refrain::test
