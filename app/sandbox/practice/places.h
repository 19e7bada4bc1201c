#pragma once

#include "sandbox/delivery/mailbox.h"
#include "sandbox/world/world.h"

#include <optional>
#include <vector>

namespace refrain::sandbox {

/// A conversation as one member sees it in their list.
struct Place {
    QString id;
    QString name;
    bool isDirect = false;  ///< The direct message with the app.
    bool isPrivate = false;
};

/// What a member of the practice workspace can open and read. Call with the sandbox's lock held.
class Places {
public:
    Places(const World& world, const Mailbox& mailbox) : m_world(world), m_mailbox(mailbox) {}

    /// The direct message with the app first, where there is one, then the member's channels: at most 100 of the first
    /// 2,000.
    [[nodiscard]] std::vector<Place> of(const Person& member) const;
    /// Nothing where the member cannot see it.
    [[nodiscard]] std::optional<Place> find(const Person& member, const QString& id) const;
    /// Oldest first, without what is for others alone.
    [[nodiscard]] std::vector<Message> messages(const Person& member, const Place& place) const;
    /// "Refrain", or a person's display name.
    [[nodiscard]] QString authorName(const QString& id) const;

private:
    [[nodiscard]] Place direct(const Person& member) const;
    [[nodiscard]] bool hasDirect(const Person& member) const;

    const World& m_world;
    const Mailbox& m_mailbox;
};

}  // namespace refrain::sandbox
