#pragma once

#include "service/playbooks/voice.h"
#include "service/sending/broadcasts.h"
#include "service/slackside/choicemessages.h"
#include "service/usecases/notificationdesk.h"
#include "service/usecases/preferencewriter.h"
#include "service/usecases/profiledesk.h"
#include "tests/service/sendingfakes.h"
#include "tests/service/workshop.h"

#include <QTest>

namespace refrain::test {

/// Notifications over people `U1` to `U20` and a channel `C1`; Slack takes every message as `D1`, `1.2`.
struct SenderShop : Workshop {
    using Answer = Result<QJsonObject>;

    SenderShop()
    {
        connectWorkspace();
        service::DirectoryWriter::Page page;
        for (int i = 1; i <= 20; ++i)
            page.subjects.push_back(subjectOf(QStringLiteral("U%1").arg(i), SubjectKind::User));
        page.subjects.push_back(subjectOf(QStringLiteral("C1"), SubjectKind::Channel));
        if (!directory.put(id, page))
            qFatal("no directory");
        require(service::CategoryWriter(writer).seed(id));
        slack.on(QStringLiteral("chat.postMessage"), posted());
        slack.on(QStringLiteral("auth.test"), QJsonObject{{QStringLiteral("ok"), true}});
        begin();
    }
    ~SenderShop() { waiter.stopped = true; }

    static QJsonObject posted()
    {
        return {{QStringLiteral("ok"), true},
                {QStringLiteral("channel"), QStringLiteral("D1")},
                {QStringLiteral("ts"), QStringLiteral("1.2")}};
    }

    void failOnce(const Error& error)
    {
        const auto failed = std::make_shared<std::atomic<bool>>(false);
        slack.on(QStringLiteral("chat.postMessage"),
                 [failed, error](const slack::Credential&, const slack::Call&) -> Answer {
                     if (!failed->exchange(true))
                         return error;
                     return posted();
                 });
    }

    void addWebhook(const QString& distinctId, const QByteArray& secret, const QString& aliasOf = {})
    {
        store::Profile profile;
        profile.distinctId = distinctId;
        profile.addressKind = QStringLiteral("incoming_webhook");
        profile.address = Secret("https://hooks.slack.com/services/T1/B1/" + secret);
        profile.aliasOf = SubjectId(aliasOf);
        require(writer.write<void>(id, [&](service::WorkspaceTransaction& transaction) {
            return service::keepProfile(transaction, vault, profile, {});
        }));
    }

    void optOut(const QString& user)
    {
        ChangeRequest request;
        request.subject = SubjectId(user);
        request.category = CategorySlug(QStringLiteral("reminders"));
        request.state = PreferenceState::OptedOut;
        request.source = Source::SlashCommand;
        if (!service::PreferenceWriter(writer).apply(id, request))
            qFatal("not opted out");
    }

    void begin()
    {
        const auto buttons = [this](const service::Broadcasts::Sent& sent) {
            return service::messageButtons(sent.category, voice.speechFor(sent.workspace, sent.reader),
                                           sent.notification, sent.channel);
        };
        broadcasts = std::make_unique<service::Broadcasts>(
            service::Broadcasts::Parts{pool, vault, decider, directory, poster, waiter, precedence, clock, buttons});
    }

    static service::EditContext byKey()
    {
        return {Source::Api, {ActorKind::ApiKey, QStringLiteral("k1"), QStringLiteral("Key")}, {}, {}};
    }
    static service::EditContext byPerson(const QString& user)
    {
        return {Source::Console, {ActorKind::ConsoleUser, user, QStringLiteral("Ann")}, {}, {}};
    }

    /// Takes one on, and remembers it as `key`.
    Result<service::NotificationView> ask(const QStringList& recipients, const service::EditContext& context,
                                          const QString& text = QStringLiteral("Hello"))
    {
        Notification wish;
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.text = text;
        std::vector<SubjectId> subjects;
        for (const QString& recipient : recipients)
            subjects.emplace_back(recipient);
        auto created = desk.create(id, wish, subjects, context);
        if (created)
            key = {id, created->notification.id};
        return created;
    }
    void send(const QStringList& recipients)
    {
        const auto created = ask(recipients, byKey());
        QVERIFY2(created, created ? "" : qPrintable(created.error().toString()));
    }

    service::NotificationView view() { return *desk.find(key); }
    QString state() { return toString(view().notification.state); }
    NotificationSummary summary() { return view().summary; }
    NotificationRecipient recipient(qint64 position) { return desk.recipients(key, position - 1, 1)->front(); }
    QString outcome(qint64 position) { return toString(recipient(position).outcome); }

    service::DirectoryWriter directory{writer};
    service::Decider decider{pool, clock};
    service::Phrasebook phrasebook;
    service::Voice voice{pool, phrasebook};
    NoWaiter waiter;
    service::Precedence precedence;
    NoNetwork network;
    slack::WebhookPoster webhooks{network, waiter, clock};
    service::Poster poster{keeper, slack, webhooks};
    std::unique_ptr<service::Broadcasts> broadcasts;
    service::NotificationDesk desk{pool, writer, random,
                                   [this](const store::NotificationKey& started) {
                                       if (broadcasts)
                                           broadcasts->start(started);
                                   },
                                   [this](const store::NotificationKey& acted) {
                                       if (broadcasts)
                                           broadcasts->waitUntilPosted(acted, std::chrono::seconds(5));
                                   }};
    store::NotificationKey key;
};

}  // namespace refrain::test
