#pragma once

#include "service/background/precedence.h"
#include "service/background/taskpool.h"
#include "slack/payloads/event.h"
#include "slack/payloads/interaction.h"
#include "slack/payloads/slashcommand.h"
#include "slack/responseurls.h"
#include "store/databasepool.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

class QObject;

namespace refrain::service {

/// What Slack is told at once. Over HTTP `accepted` is 200 with `payload` as its body, else 503; in Socket Mode it is
/// the acknowledgement of the envelope, with `payload` where that is not empty and may be given, else none at all.
/// Slack repeats an event that was not accepted.
struct Acknowledgement {
    bool accepted = true;
    QJsonObject payload;
};

/// Takes whatever Slack says, from whichever transport, and has it answered within Slack's three seconds.
///
/// A transport verifies what came (HTTP: the signature; Socket Mode: the connection itself) and hands over the payload
/// as one JSON object: a command's fields, an interaction's payload, an event's envelope. `acknowledge` is called
/// exactly once, in any thread, at the latest after `patience`; what comes later is posted to the `response_url`.
///
///     slash_commands -> command(payload, ack)    interactive -> interaction(payload, ack)
///     events_api     -> event(payload, ack)
///
/// Handlers run on background threads, several at a time, and may block. They are added by name before the first
/// payload comes: one per command, event type, view (`callback_id`), and action (`action_id` up to a colon, so that
/// `optout.stop:3` goes to the handler of `optout.stop`).
class Dispatcher {
public:
    using Acknowledge = std::function<void(const Acknowledgement&)>;
    /// Takes the message that answers; empty: none. To be called exactly once, in any thread.
    using Answer = std::function<void(const QJsonObject& message)>;
    /// May answer once it has returned: no thread waits until what a person chose is durable.
    using CommandHandler = std::function<void(const slack::SlashCommand&, const Answer&)>;
    /// For an action the message for the `response_url`; for a view what Slack is answered, such as
    /// `{"response_action": …}`. Empty: nothing.
    using InteractionHandler = std::function<QJsonObject(const slack::Interaction&)>;
    /// Called again for an event that it failed on, or that a crash interrupted: it must not mind. A transient error
    /// makes Slack repeat the event; any other is logged, and the event counts as dealt with.
    using EventHandler = std::function<Result<>(const slack::Event&)>;

    struct Parts {
        store::DatabasePool& pool;
        const Clock& clock;
        slack::ResponseUrls& responseUrls;
        QObject& timers;  ///< Lives in a thread with an event loop.
        Precedence& precedence;
        std::chrono::milliseconds patience{2'500};
    };

    explicit Dispatcher(Parts parts);
    /// Commands that were begun are answered before it goes.
    ~Dispatcher();
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    void onCommand(const QString& name, CommandHandler handler) { m_commands.insert(name, std::move(handler)); }
    void onAction(const QString& actionId, InteractionHandler handler)
    {
        m_actions.insert(actionId, std::move(handler));
    }
    void onView(const QString& callbackId, InteractionHandler handler)
    {
        m_views.insert(callbackId, std::move(handler));
    }
    void onEvent(const QString& type, EventHandler handler) { m_events.insert(type, std::move(handler)); }

    void command(const QJsonObject& fields, Acknowledge acknowledge);
    void interaction(const QJsonObject& payload, Acknowledge acknowledge);
    void event(const QJsonObject& envelope, Acknowledge acknowledge);

    /// Forgets events that Slack no longer repeats.
    [[nodiscard]] Result<> forgetExpired();

private:
    class Pending;
    [[nodiscard]] std::shared_ptr<Pending> begin(Acknowledge acknowledge, const Acknowledgement& tooLate);
    void finish(Pending& pending, const QJsonObject& message, const Secret& responseUrl);
    void sendLate(const Secret& responseUrl, const QJsonObject& message);
    void view(const slack::Interaction& interaction, Acknowledge acknowledge);
    [[nodiscard]] Acknowledgement hear(const slack::Event& event);
    [[nodiscard]] Result<> handle(const slack::Event& event);

    Parts m_parts;
    QHash<QString, CommandHandler> m_commands;
    QHash<QString, InteractionHandler> m_actions;
    QHash<QString, InteractionHandler> m_views;
    QHash<QString, EventHandler> m_events;
    std::mutex m_mutex;  // guards m_underWay
    QSet<QString> m_underWay;
    Precedence m_typing;  // those whose commands have no answer yet
    TaskPool m_late;      // posts to response_urls
    TaskPool m_told;      // events: nobody waits
    TaskPool m_typed;     // commands: somebody waits, but for no thread
    TaskPool m_people;    // interactions: somebody waits. Last, so that its threads end first
};

}  // namespace refrain::service
