#pragma once

#include "service/slackside/acknowledger.h"
#include "service/slackside/optoutdesk.h"
#include "service/usecases/changefeed.h"
#include "store/preferencestore.h"
#include "tests/service/slackmessage.h"
#include "tests/service/workshop.h"

#include <QJsonDocument>
#include <QTest>

namespace refrain::test {

/// The opt-out desk over a workspace `T1` with its first categories, people `U0` to `U10` (U0 an admin, U10 German) and
/// a channel `C1` that U1 made; Slack takes what is posted and remembers it.
struct SlackDesk : Workshop {
    SlackDesk()
    {
        connectWorkspace();
        require(categories.seed(id));
        service::DirectoryWriter::Page page;
        for (int i = 0; i <= 10; ++i)
            page.subjects.push_back(person(i));
        Subject channel;
        channel.id = SubjectId(QStringLiteral("C1"));
        channel.kind = SubjectKind::Channel;
        channel.name = QStringLiteral("general");
        page.subjects.push_back(channel);
        if (!directory.put(id, page))
            qFatal("no directory");
        slack.on(QStringLiteral("conversations.info"),
                 {{QStringLiteral("channel"), QJsonObject{{QStringLiteral("id"), QStringLiteral("C1")},
                                                          {QStringLiteral("creator"), QStringLiteral("U1")}}}});
        slack.on(QStringLiteral("chat.postMessage"), [this](const slack::Credential&, const slack::Call& call) {
            posted << QJsonObject{{QStringLiteral("channel"), FakeSlack::field(call, "channel")},
                                  {QStringLiteral("text"), FakeSlack::field(call, "text")},
                                  {QStringLiteral("blocks"), FakeSlack::field(call, "blocks")}};
            return Result<QJsonObject>(QJsonObject{{QStringLiteral("channel"), QStringLiteral("D1")},
                                                   {QStringLiteral("ts"), QStringLiteral("1.1")}});
        });
    }

    static Subject person(int number)
    {
        Subject subject;
        subject.id = SubjectId(QStringLiteral("U%1").arg(number));
        subject.name = QStringLiteral("Person %1").arg(number);
        subject.tz = QStringLiteral("Europe/Berlin");
        subject.locale = number == 10 ? QStringLiteral("de-DE") : QStringLiteral("en-US");
        subject.role = number == 0 ? SubjectRole::Admin : SubjectRole::Member;
        subject.updatedAt = 1;
        return subject;
    }

    /// What a person is told who types it. Each time another act, unless `trigger` says which.
    QJsonObject type(const QString& user, const QString& name, const QString& text, const QString& trigger = {})
    {
        slack::SlashCommand command;
        command.workspace = id;
        command.team = id.toString();
        command.user = SubjectId(user);
        command.userName = QStringLiteral("nick");
        command.name = name;
        command.text = text;
        command.triggerId = trigger.isEmpty() ? QString::number(++acts) : trigger;
        return desk.command(command);
    }
    QString say(const QString& user, const QString& name, const QString& text, const QString& trigger = {})
    {
        return type(user, name, text, trigger).value(QLatin1String("text")).toString();
    }

    /// Presses the button of that label in a message; nothing where there is none.
    QJsonObject press(const QString& user, const QJsonObject& message, const QString& label, bool isEphemeral = true)
    {
        for (const QJsonValue& block : message.value(QLatin1String("blocks")).toArray()) {
            for (const QJsonValue& element : block[QLatin1String("elements")].toArray()) {
                if (element[QLatin1String("text")][QLatin1String("text")].toString() == label)
                    return pressed(user, element.toObject(), isEphemeral);
            }
        }
        return {};
    }
    QJsonObject pressed(const QString& user, const QJsonObject& element, bool isEphemeral, const QString& team = {})
    {
        slack::Interaction press;
        press.type = QStringLiteral("block_actions");
        press.workspace = id;
        press.team = id.toString();
        press.userTeam = team.isEmpty() ? id.toString() : team;
        press.user = SubjectId(user);
        press.userName = QStringLiteral("nick");
        press.channel = QStringLiteral("C1");
        press.messageTs = QStringLiteral("1700.1");
        press.isEphemeral = isEphemeral;
        press.triggerId = QString::number(++acts);
        press.actions = {{element.value(QLatin1String("action_id")).toString(),
                          {},
                          {element.value(QLatin1String("value")).toString()}}};
        return desk.press(press);
    }

    /// Below a message about that category, in English.
    static QJsonArray buttons(const Category& category, const QString& reference, const QString& channel = {})
    {
        return service::messageButtons(category, service::Phrasebook().speechFor({}), reference, channel);
    }

    Preference choice(const QString& subject, const QString& category)
    {
        return *store::PreferenceStore(database()).find(id, SubjectId(subject), CategorySlug(category));
    }
    QString state(const QString& subject, const QString& category) { return toString(choice(subject, category).state); }
    qint64 seq() { return *store::ChangeStore(database()).lastSeq(id); }

    /// Staff changes it in the console.
    service::ChangeOutcome byStaff(const QString& subject, const QString& category, PreferenceState state)
    {
        ChangeRequest request;
        request.subject = SubjectId(subject);
        request.category = CategorySlug(category);
        request.state = state;
        request.actor = {ActorKind::ConsoleUser, QStringLiteral("U0"), QStringLiteral("Ann")};
        request.reason = QStringLiteral("asked by phone");
        return *preferences.apply(id, request);
    }

    int acts = 0;
    QList<QJsonObject> posted;
    service::CategoryWriter categories{writer};
    service::DirectoryWriter directory{writer};
    service::PreferenceWriter preferences{writer, &service::Acknowledger::followersOf};
    service::Decider decider{pool, clock};
    service::Visitors visitors{pool, directory};
    service::ChoiceQueue queue{preferences};
    service::Phrasebook phrasebook;
    service::Voice voice{pool, phrasebook};
    service::Choices choices{{pool, vault, queue, decider, voice, clock}};
    service::Acknowledger acknowledger{{pool, keeper, decider, voice, clock}};
    service::OptOutDesk desk{{pool, visitors, choices, keeper, acknowledger, clock}};
};

}  // namespace refrain::test
