#include "sandbox/practice/acts.h"

#include "sandbox/delivery/events.h"
#include "sandbox/methods/conversations.h"
#include "sandbox/views/triggers.h"

#include <QJsonDocument>
#include <QMutex>

namespace refrain::sandbox {

namespace {

bool isCommand(const QString& text)
{
    return text.size() > 1 && text.startsWith(QLatin1Char('/')) && text[1].isLetter();
}

/// Slack hands on what people type with its three control characters escaped.
QString controlEscaped(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&amp;"))
        .replace(QLatin1Char('<'), QStringLiteral("&lt;"))
        .replace(QLatin1Char('>'), QStringLiteral("&gt;"));
}

}  // namespace

Acts::Acts(const Surroundings& around)
    : m_around(around),
      m_responseUrls(around.mailbox, around.clock, around.random, around.world.teamId(), around.world.botUserId())
{
}

void Acts::say(const Person& member, const Place& place, const QString& text, const QString& origin)
{
    const QString sent = controlEscaped(text);
    if (isCommand(sent)) {
        command(member, place, sent, origin);
        return;
    }
    if (place.isDirect && !m_around.ledger.has(dmTable, place.id))
        m_around.ledger.put(dmTable, place.id, {{QStringLiteral("created"), m_around.clock.now() / 1000}});
    const Message message =
        m_around.mailbox.post({place.id, {}, member.id, {}, {{QStringLiteral("text"), sent}}, false});
    if (place.isDirect)
        m_around.events.emitEvent(directMessageEvent(m_around.world, message), QStringLiteral("im:history"));
}

void Acts::command(const Person& member, const Place& place, const QString& text, const QString& origin)
{
    const QString name = text.section(QLatin1Char(' '), 0, 0);
    const Prompt prompt{place.id, member.id, text, {}, false};
    const QString workspace = installedWorkspace(m_around.grants);
    if (workspace.isEmpty()) {
        tell(prompt, QStringLiteral("%1 is not a valid command here: the app is not installed.").arg(name));
        return;
    }
    // Commands are for the workspace that has the app, and for nobody else in a shared channel.
    if (member.kind == PersonKind::Stranger) {
        tell(prompt, QStringLiteral("%1 is not a valid command here: your own workspace has no such app.").arg(name));
        return;
    }
    const QString rest = text.mid(name.size()).trimmed();
    const Occasion now = occasion(member, place, prompt, workspace, origin);
    m_around.deliveries.deliver({Delivery::Kind::Command, commandPayload(now, name, rest)},
                                [this, prompt](const DeliveryOutcome& outcome) { settle(prompt, outcome); });
}

bool Acts::press(const Person& member, const Place& place, const QString& ts, const Press& press, const QString& origin)
{
    const std::optional<Message> message = m_around.mailbox.find(place.id, ts);
    if (!message || (!message->onlyFor.isEmpty() && message->onlyFor != member.id))
        return false;
    const Prompt prompt{place.id, member.id, {}, ts, !message->onlyFor.isEmpty()};
    const Occasion now = occasion(member, place, prompt, installedWorkspace(m_around.grants), origin);
    const std::optional<QJsonObject> payload = blockActionsPayload(now, *message, press);
    if (!payload)
        return false;
    m_around.deliveries.deliver({Delivery::Kind::Interaction, *payload},
                                [this, prompt](const DeliveryOutcome& outcome) { settle(prompt, outcome); });
    return true;
}

Occasion Acts::occasion(const Person& member, const Place& place, const Prompt& prompt, const QString& workspace,
                        const QString& origin)
{
    return {m_around.world,
            member,
            place,
            workspace,
            origin + m_responseUrls.issue(prompt),
            m_around.triggers.issue(member.index),
            m_around.clock.now()};
}

QString installedWorkspace(const Grants& grants)
{
    for (const Installation& installation : grants.installations())
        if (installation.active)
            return installation.workspace;
    return {};
}

void Acts::settle(const Prompt& prompt, const DeliveryOutcome& outcome)
{
    const QMutexLocker guard(&m_around.lock);
    if (!outcome.acknowledged) {
        const QString what =
            prompt.typed.isEmpty() ? QStringLiteral("That") : prompt.typed.section(QLatin1Char(' '), 0, 0);
        const QString word = outcome.problem == QStringLiteral("http_timeout") ? QStringLiteral("operation_timeout")
                                                                               : QStringLiteral("dispatch_failed");
        tell(prompt, QStringLiteral("%1 failed with the error “%2”.").arg(what, word));
        return;
    }
    const QJsonDocument json = QJsonDocument::fromJson(outcome.answer);
    const bool isCommandAnswer = !prompt.typed.isEmpty();
    if (json.isObject())
        applyAnswer(m_around.mailbox, m_around.world.botUserId(), prompt, json.object());
    else if (isCommandAnswer)
        applyAnswer(m_around.mailbox, m_around.world.botUserId(), prompt,
                    {{QStringLiteral("text"), QString::fromUtf8(outcome.answer)}});
}

void Acts::tell(const Prompt& prompt, const QString& sentence)
{
    const QString slackbot = m_around.world.person(People::slackbot).id;
    m_around.mailbox.post({prompt.channel, {}, slackbot, prompt.user, {{QStringLiteral("text"), sentence}}, false});
}

}  // namespace refrain::sandbox
