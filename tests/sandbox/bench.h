#pragma once

#include "sandbox/sandbox.h"
#include "tests/support/fixedrandom.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <memory>
#include <utility>

namespace refrain::test {

/// A practice Slack on the workbench: without a socket, with a clock that the test moves.
class Bench {
public:
    using Fields = QList<std::pair<QString, QString>>;

    explicit Bench(sandbox::Options options = {}, quint64 randomSeed = 1) : random(randomSeed)
    {
        if (options.world.users == 1000)
            options.world = {60, 30, 1};
        m_sandbox = std::move(sandbox::Sandbox::create(options, clock, random)).value();
    }

    web::Response send(web::Request request)
    {
        if (!request.headers.contains("Host"))
            request.headers.set("Host", "127.0.0.1:1");
        web::Response answer;
        m_sandbox->handle(std::move(request), web::Reply::capture([&](web::Response r) { answer = std::move(r); }));
        return answer;
    }

    web::Response get(const QByteArray& target) { return send(web::Request::make("GET", target)); }

    web::Response postForm(const QByteArray& target, const Fields& fields, const QByteArray& token = {})
    {
        web::Request request = web::Request::make("POST", target, encoded(fields));
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        if (!token.isEmpty())
            request.headers.set("Authorization", "Bearer " + token);
        return send(request);
    }

    web::Response postJson(const QByteArray& target, const QJsonObject& body, const QByteArray& token = {})
    {
        web::Request request = web::Request::make("POST", target, QJsonDocument(body).toJson(QJsonDocument::Compact));
        request.headers.set("Content-Type", "application/json; charset=utf-8");
        if (!token.isEmpty())
            request.headers.set("Authorization", "Bearer " + token);
        return send(request);
    }

    /// A Web API method by form, with the token in the header.
    QJsonObject call(const char* method, const QByteArray& token, const Fields& fields = {})
    {
        return json(postForm(QByteArray("/api/") + method, fields, token));
    }

    /// Opens an authorize page, allows as `user`, and returns the code.
    QString authorize(const QByteArray& target, const QString& user, const Fields& more = {})
    {
        const QString html = QString::fromUtf8(get(target).body);
        const qsizetype at = html.indexOf(QStringLiteral("name=\"request\" value=\""));
        const QString id = html.mid(at + 22).section(u'"', 0, 0);
        Fields fields{{QStringLiteral("request"), id},
                      {QStringLiteral("decision"), QStringLiteral("allow")},
                      {QStringLiteral("user"), user}};
        const web::Response answer = postForm("/practice/authorize", fields + more);
        return QUrlQuery(QUrl(QString::fromLatin1(answer.headers.value("Location"))))
            .queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded);
    }

    /// oauth.v2.access for that code.
    QJsonObject exchange(const QString& code)
    {
        return call("oauth.v2.access", {},
                    client({{QStringLiteral("code"), code}, {QStringLiteral("redirect_uri"), redirect()}}));
    }

    /// The whole way: the answer of oauth.v2.access for an installation with these bot scopes.
    QJsonObject install(const QByteArray& scopes, const Fields& more = {})
    {
        return exchange(authorize(authorizeTarget("scope=" + scopes), state(QStringLiteral("primaryOwner")), more));
    }

    QByteArray tokenFor(const QByteArray& scopes, const Fields& more = {})
    {
        return install(scopes, more).value(QStringLiteral("access_token")).toString().toLatin1();
    }

    QString state(const QString& field) { return json(get("/practice/api/state")).value(field).toString(); }

    static QString redirect() { return QStringLiteral("http://localhost:8470/slack/oauth/callback"); }
    static QByteArray authorizeTarget(const QByteArray& query)
    {
        return "/oauth/v2/authorize?client_id=1.1&state=s&redirect_uri=http://localhost:8470/slack/oauth/callback&" +
               query;
    }
    static Fields client(Fields fields)
    {
        return Fields{{QStringLiteral("client_id"), QStringLiteral("1.1")},
                      {QStringLiteral("client_secret"), QStringLiteral("practice-client-secret")}} +
               fields;
    }
    static QJsonObject json(const web::Response& response) { return QJsonDocument::fromJson(response.body).object(); }
    static QString error(const QJsonObject& answer) { return answer.value(QStringLiteral("error")).toString(); }

    ManualClock clock;
    FixedRandom random;

private:
    static QByteArray encoded(const Fields& fields)
    {
        QByteArray out;
        for (const auto& [name, value] : fields)
            out += (out.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        return out;
    }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

}  // namespace refrain::test
