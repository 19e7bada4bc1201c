#pragma once

#include "service/pages/linkpage.h"
#include "service/slackside/apphome.h"
#include "service/slackside/mydata.h"
#include "service/usecases/linkminter.h"
#include "tests/service/playbookshop.h"
#include "tests/service/sendingfakes.h"

namespace refrain::test {

/// Every surface that people meet: a SlackDesk with playbooks, the App Home, and the pages of opt-out links.
struct Surfaces : PlaybookShop {
    Surfaces()
    {
        slack.on(QStringLiteral("views.publish"), [this](const slack::Credential&, const slack::Call& call) {
            home = fromJson(FakeSlack::field(call, "view").toUtf8().constData());
            return Result<QJsonObject>(QJsonObject{{QStringLiteral("ok"), true}});
        });
        appHome.addTo(dispatcher);
    }
    void published(const char* slug, const char* body)
    {
        if (!use(slug, body) || !publish(slug))
            qFatal("not published: %s", slug);
    }
    /// What U1 sees after choosing `value` of that element of the Home.
    QString useHome(const QString& action, const QString& value)
    {
        const QJsonObject used{{QStringLiteral("action_id"), action},
                               {QStringLiteral("type"), QStringLiteral("button")},
                               {QStringLiteral("value"), value}};
        const QJsonObject payload{{QStringLiteral("type"), QStringLiteral("block_actions")},
                                  {QStringLiteral("team"), QJsonObject{{QStringLiteral("id"), id.toString()}}},
                                  {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), QStringLiteral("U1")}}},
                                  {QStringLiteral("actions"), QJsonArray{used}}};
        home = {};
        dispatcher.interaction(payload, [](const service::Acknowledgement&) {});
        (void)QTest::qWaitFor([this] { return !home.isEmpty(); });
        return homeText();
    }
    /// Writes that to the app in a direct message.
    void write(const QString& user, const QString& text)
    {
        slack::Event event;
        event.workspace = id;
        event.type = QStringLiteral("message");
        event.id = QStringLiteral("Ev%1").arg(++acts);
        event.body = {{QStringLiteral("channel_type"), QStringLiteral("im")},
                      {QStringLiteral("channel"), QStringLiteral("D1")},
                      {QStringLiteral("user"), user},
                      {QStringLiteral("text"), text}};
        require(desk.message(event));
    }
    QString homeText() const { return QString::fromUtf8(QJsonDocument(home).toJson(QJsonDocument::Compact)); }

    service::LinkView linkOf(const char* category)
    {
        store::Link wish;
        wish.workspace = id;
        wish.subject = SubjectId(QStringLiteral("U1"));
        wish.category = CategorySlug(QString::fromLatin1(category));
        const Result<Secret> made = service::LinkMinter(writer, random).mint(wish, {});
        if (!made)
            qFatal("%s", qPrintable(made.error().toString()));
        token = made->reveal();
        return *links.open(token);
    }
    service::LinkPage page(const char* language)
    {
        words = std::make_unique<service::Words>(QString::fromLatin1(language));
        return service::LinkPage(*words, voice.ownWords(id, words->language()));
    }

    QJsonObject home;
    QByteArray token;
    std::unique_ptr<service::Words> words;
    service::LinkDesk links{pool, vault, decider, preferences, clock};
    service::MyData data{{pool, writer, keeper, voice, clock}};
    service::AppHome appHome{{pool, decider, preferences, directory, visitors, keeper, data, voice, clock, {}}};
    NoWaiter waiter;
    NoNetwork network;
    QObject timers;
    service::Precedence precedence;
    slack::ResponseUrls responseUrls{{network, waiter, clock, random, QUrl()}};
    service::Dispatcher dispatcher{{pool, clock, responseUrls, timers, precedence}};
};

}  // namespace refrain::test
