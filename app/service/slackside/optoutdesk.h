#pragma once

#include "domain/spokenwish.h"
#include "service/installations/tokenkeeper.h"
#include "service/slackside/choices.h"
#include "service/slackside/dispatcher.h"

namespace refrain::service {

class Acknowledger;

/// Serves people in Slack: `/optout`, `/optin`, `/optstatus`, the opt-out buttons, and "stop" written to the app.
/// Whatever happens, they get a sentence that says what is in force. Called by the dispatcher's threads.
class OptOutDesk {
public:
    struct Parts {
        store::DatabasePool& pool;
        Visitors& visitors;
        Choices& choices;
        TokenKeeper& slack;
        Acknowledger& acknowledger;
        const Clock& clock;
    };

    explicit OptOutDesk(const Parts& parts) : m_parts(parts) {}

    /// Takes over its commands, actions and the `message` event.
    void attach(Dispatcher& dispatcher);

    /// Tells `answer` the message, now or once the choice is durable.
    void command(const slack::SlashCommand& command, const Dispatcher::Answer& answer) const;
    /// The same, and waits for it.
    [[nodiscard]] QJsonObject command(const slack::SlashCommand& command) const;
    [[nodiscard]] QJsonObject press(const slack::Interaction& pressed) const;
    /// A direct message to the app, answered in the same place.
    [[nodiscard]] Result<> message(const slack::Event& event) const;

private:
    struct Said;
    void serve(const slack::SlashCommand& command, const Choices::Done& done) const;
    [[nodiscard]] Result<Told> serve(const slack::Interaction& pressed) const;
    [[nodiscard]] Result<Told> answer(const Visitor& visitor, const Said& said) const;
    [[nodiscard]] Result<Told> everything(const Visitor& visitor, const Said& said) const;
    [[nodiscard]] Result<Told> undo(const Visitor& visitor, const QList<qint64>& changes,
                                    const Choices::Act& act) const;
    [[nodiscard]] Result<Told> stop(const Visitor& visitor, const Shown& shown, const slack::Interaction& pressed,
                                    const slack::ButtonValue& value) const;
    [[nodiscard]] Result<Told> stopInChannel(const Visitor& visitor, const Shown& shown,
                                             const slack::Interaction& pressed, const slack::ButtonValue& value) const;
    [[nodiscard]] Result<bool> mayDecideFor(const Visitor& visitor, const SubjectId& channel) const;
    [[nodiscard]] Result<> sayDirectly(const slack::Event& event, const Told& told) const;

    Parts m_parts;
};

}  // namespace refrain::service
