#include "service/slackside/dispatcher.h"

#include "base/log.h"
#include "service/slackside/messages.h"
#include "store/slackeventstore.h"

#include <QTimer>

#include <utility>

namespace refrain::service {
namespace {

constexpr int threadsForPeople = 16;  // they wait for the disk together
constexpr int threadsForTyped = 3;    // they wait for nothing: more would only take turns
constexpr int threadsForEvents = 2;
constexpr int threadsForLate = 2;
constexpr int queueLimit = 10'000;

}  // namespace

/// One payload that Slack waits on: whoever comes first answers it, the work or the clock.
class Dispatcher::Pending {
public:
    explicit Pending(Acknowledge acknowledge) : m_acknowledge(std::move(acknowledge)) {}

    /// False where it was answered already.
    bool answer(const Acknowledgement& acknowledgement)
    {
        Acknowledge acknowledge;
        {
            const std::lock_guard lock(m_mutex);
            acknowledge = std::exchange(m_acknowledge, {});
        }
        if (!acknowledge)
            return false;
        acknowledge(acknowledgement);
        return true;
    }

private:
    std::mutex m_mutex;
    Acknowledge m_acknowledge;
};

Dispatcher::Dispatcher(Parts parts)
    : m_parts(parts),
      m_late(threadsForLate, queueLimit),
      m_told(threadsForEvents, queueLimit),
      m_typed(threadsForTyped, queueLimit),
      m_people(threadsForPeople, queueLimit)
{
}

Dispatcher::~Dispatcher()
{
    m_typing.giveWay(std::chrono::minutes(1));
}

std::shared_ptr<Dispatcher::Pending> Dispatcher::begin(Acknowledge acknowledge, const Acknowledgement& tooLate)
{
    const auto pending = std::make_shared<Pending>(std::move(acknowledge));
    QObject* timers = &m_parts.timers;
    QMetaObject::invokeMethod(timers, [pending, tooLate, timers, patience = m_parts.patience] {
        QTimer::singleShot(patience, timers, [pending, tooLate] { pending->answer(tooLate); });
    });
    return pending;
}

void Dispatcher::finish(Pending& pending, const QJsonObject& message, const Secret& responseUrl)
{
    if (!pending.answer({true, message}))
        sendLate(responseUrl, message);
}

void Dispatcher::sendLate(const Secret& responseUrl, const QJsonObject& message)
{
    if (message.isEmpty() || responseUrl.isEmpty())
        return;
    const bool queued = m_late.run([this, responseUrl, message] {
        if (Result<> done = m_parts.responseUrls.post(responseUrl, message); !done)
            qCWarning(log::slack) << "late answer:" << done.error().toString();
    });
    if (!queued)
        qCWarning(log::slack) << "late answer: too many wait already";
}

void Dispatcher::command(const QJsonObject& fields, Acknowledge acknowledge)
{
    const slack::SlashCommand command = slack::SlashCommand::parse(fields);
    const CommandHandler handler = m_commands.value(command.name);
    if (!handler) {
        acknowledge({true, ephemeral(QStringLiteral("Refrain does not know this command. Try /optout help."))});
        return;
    }
    const auto pending = begin(std::move(acknowledge), {true, ephemeral(oneMoment())});
    const auto answer = [this, pending, url = command.responseUrl, typing = m_typing.somebodyWaits(),
                         waits = m_parts.precedence.somebodyWaits()](const QJsonObject& message) {
        finish(*pending, message, url);
    };
    if (!m_typed.run([handler, command, answer] { handler(command, answer); }))
        pending->answer({true, ephemeral(tooBusy())});
}

void Dispatcher::interaction(const QJsonObject& payload, Acknowledge acknowledge)
{
    const slack::Interaction interaction = slack::Interaction::parse(payload);
    if (interaction.actions.empty()) {
        view(interaction, std::move(acknowledge));
        return;
    }
    const InteractionHandler handler =
        m_actions.value(interaction.actions.front().actionId.section(QLatin1Char(':'), 0, 0));
    if (!handler) {
        acknowledge({});
        return;
    }
    // Slack shows nothing of what an acknowledgement of a press says, so the message always goes to the response_url.
    const auto pending = begin(std::move(acknowledge), {});
    const bool queued = m_people.run([this, pending, handler, interaction, waits = m_parts.precedence.somebodyWaits()] {
        const QJsonObject message = handler(interaction);
        pending->answer({});
        sendLate(interaction.responseUrl, message);
    });
    if (!queued) {
        pending->answer({});
        sendLate(interaction.responseUrl, ephemeral(tooBusy()));
    }
}

void Dispatcher::view(const slack::Interaction& interaction, Acknowledge acknowledge)
{
    const InteractionHandler handler = m_views.value(interaction.callbackId);
    if (!handler) {
        acknowledge({});
        return;
    }
    const auto pending = begin(std::move(acknowledge), {});
    const bool queued = m_people.run([pending, handler, interaction, waits = m_parts.precedence.somebodyWaits()] {
        pending->answer({true, handler(interaction)});
    });
    if (!queued)
        pending->answer({});
}

void Dispatcher::event(const QJsonObject& envelope, Acknowledge acknowledge)
{
    if (envelope.value(QLatin1String("type")).toString() == QLatin1String("url_verification")) {
        acknowledge({true, {{QStringLiteral("challenge"), envelope.value(QLatin1String("challenge"))}}});
        return;
    }
    const slack::Event event = slack::Event::parse(envelope);
    if (event.id.isEmpty() || !m_events.contains(event.type)) {
        acknowledge({});
        return;
    }
    // Not accepted when the time is over: Slack then asks again, and finds it done.
    const auto pending = begin(std::move(acknowledge), {false, {}});
    if (!m_told.run([this, pending, event] { pending->answer(hear(event)); }))
        pending->answer({false, {}});
}

Acknowledgement Dispatcher::hear(const slack::Event& event)
{
    const QString key = event.workspace.toString() + QLatin1Char('/') + event.id;
    {
        const std::lock_guard lock(m_mutex);
        if (m_underWay.contains(key))
            return {false, {}};
        m_underWay.insert(key);
    }
    const Result<> done = handle(event);
    if (!done)
        qCWarning(log::slack) << event.type << event.id << done.error().toString();
    const std::lock_guard lock(m_mutex);
    m_underWay.remove(key);
    return {done || !done.error().isTransient(), {}};
}

Result<> Dispatcher::handle(const slack::Event& event)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const Result<bool> known = store::SlackEventStore(**database).isKnown(event.workspace, event.id);
    if (!known || *known)
        return known ? Result<>() : Result<>(known.error());
    Result<> done = m_events.value(event.type)(event);
    if (!done && done.error().isTransient())
        return done;
    const Result<> noted = m_parts.pool.write<void>([&](store::Database& open) {
        return store::SlackEventStore(open).note(event.workspace, event.id, m_parts.clock.now());
    });
    return noted ? done : noted;
}

Result<> Dispatcher::forgetExpired()
{
    return m_parts.pool.write<void>(
        [this](store::Database& open) { return store::SlackEventStore(open).forgetExpired(m_parts.clock.now()); });
}

}  // namespace refrain::service
