#pragma once

#include "service/playbooks/voice.h"
#include "service/slackside/choicemessages.h"
#include "service/slackside/choicequeue.h"
#include "service/slackside/visitors.h"
#include "store/changestore.h"
#include "store/vault.h"

namespace refrain::service {

/// A person's own choices, made in Slack, each with the sentence that acknowledges it. Any thread.
///
/// The answer is composed inside the change's own transaction, and kept in it under the act's key: a repeated delivery
/// changes nothing and says the same again.
class Choices {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        ChoiceQueue& queue;
        const Decider& decider;
        const Voice& voice;
        const Clock& clock;
    };

    /// What a person wants of one category, or of `*`.
    struct Wish {
        CategorySlug category;
        Direction direction = Direction::Out;
        std::optional<Millis> until;  ///< Out: a snooze until then, instead of an opt-out.
    };

    /// Writes what must stand or fall with an accepted change; `seq` is its number.
    using Alongside = std::function<Result<>(store::Database&, qint64 seq, const Told& answer)>;

    /// On which surface, by which very act.
    struct Act {
        Source source = Source::SlashCommand;
        QString key;     ///< Slack's name of the act (`trigger_id`, `event_id`); empty: cannot be told from another.
        QString reason;  ///< What caused it, such as the message whose button was pressed.
        Alongside alongside = {};
        std::optional<Millis> clickedAt = {};
    };

    explicit Choices(const Parts& parts) : m_parts(parts) {}

    [[nodiscard]] Result<Shown> show(const Visitor& visitor) const;
    /// In the person's language, and in the workspace's own words where playbooks are published.
    [[nodiscard]] Speech speechFor(const Visitor& visitor) const;

    /// Does it, unless it was so already or policy forbids it; says what is in force then. `shown`: as it stands.
    [[nodiscard]] Result<Told> make(const Visitor& visitor, const Shown& shown, const Wish& wish, const Act& act) const;

    using Done = std::function<void(const Result<Told>&)>;
    /// The same without waiting for the disk: `done` is told, from here or from the queue's thread.
    void makeSoon(const Visitor& visitor, const Shown& shown, const Wish& wish, const Act& act, const Done& done) const;

    /// More than one at once: all of them in one transaction, with one answer.
    [[nodiscard]] Result<Told> makeAll(const Visitor& visitor, const Shown& shown, const std::vector<Wish>& wishes,
                                       const Act& act) const;

    /// Whether the visitor may decide for that channel now; may ask Slack.
    using MayDecideFor = std::function<Result<bool>(const SubjectId& channel)>;
    /// Takes changes back, those that nobody changed since; without numbers the person's own latest act, for
    /// themselves or for a channel.
    [[nodiscard]] Result<Told> undo(const Visitor& visitor, const QList<qint64>& changes, const Act& act,
                                    const MayDecideFor& mayDecideFor) const;

    /// Opts a channel out, for everybody in it. Whether the visitor may is the caller's knowledge.
    [[nodiscard]] Result<Told> stopForChannel(const Visitor& visitor, const Shown& shown, const SubjectId& channel,
                                              const CategorySlug& category, const Act& act) const;

private:
    [[nodiscard]] Result<std::optional<Told>> kept(const Visitor& visitor, const Act& act) const;
    [[nodiscard]] Result<> keep(store::Database& database, const Visitor& visitor, const Act& act,
                                const Told& answer) const;
    using Compose = std::function<Result<Told>(store::Database&, const BatchOutcome&)>;
    [[nodiscard]] Result<Told> apply(const Visitor& visitor, const std::vector<ChangeRequest>& requests, const Act& act,
                                     const Compose& compose) const;
    void applySoon(const Visitor& visitor, std::vector<ChangeRequest> requests, const Act& act, Compose compose,
                   const Done& done) const;
    [[nodiscard]] Result<std::vector<store::ChangeRecord>> undoable(const Visitor& visitor,
                                                                    const QList<qint64>& changes) const;
    [[nodiscard]] Result<QList<qint64>> latest(const Visitor& visitor) const;

    Parts m_parts;
};

}  // namespace refrain::service
