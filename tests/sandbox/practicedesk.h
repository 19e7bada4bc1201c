#pragma once

#include "practiceapp.h"

#include "base/random.h"
#include "sandbox/sandbox.h"
#include "tests/support/manualclock.h"
#include "web/server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <future>
#include <memory>

namespace refrain::test {

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
    bool install()
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
        const QJsonObject answer = QJsonDocument::fromJson(ask(std::move(exchange)).body).object();
        m_token = answer.value(QStringLiteral("access_token")).toString().toLatin1();
        return answer.value(QStringLiteral("ok")).toBool();
    }

    /// A Web API method with the token of install().
    QJsonObject call(const char* method, const QJsonObject& arguments) const
    {
        web::Request request = web::Request::make("POST", QByteArray("/api/") + method,
                                                  QJsonDocument(arguments).toJson(QJsonDocument::Compact));
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.headers.add("Authorization", "Bearer " + m_token);
        return QJsonDocument::fromJson(ask(std::move(request)).body).object();
    }

    test::ManualClock clock;
    PracticeApp app;
    std::unique_ptr<sandbox::Sandbox> slack;

private:
    SystemRandom m_random;
    QByteArray m_token;
};

}  // namespace refrain::test
