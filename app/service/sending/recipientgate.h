#pragma once

#include "domain/address.h"
#include "service/usecases/decider.h"
#include "store/notificationstore.h"
#include "store/vault.h"

namespace refrain::service {

/// Decides about one recipient when its turn comes, and writes down what follows before anything goes out. Any thread.
class RecipientGate {
public:
    struct Parts {
        store::DatabasePool& pool;
        const store::Vault& vault;
        Decider& decider;
        const Clock& clock;
    };

    /// What is to be done for one recipient.
    struct Claim {
        enum class Step {
            Post,   ///< It is written down as underway.
            Next,   ///< It is over: skipped, failed, or reached by another one's message.
            Later,  ///< Another one's message is on its way to the same address, with an outcome still to come.
            Stop,   ///< The notification is no longer to be sent.
        };
        Step step = Step::Post;
        std::optional<Address> address;
        QString addressKey;  ///< The same for all who are reached there; no secret.
        Category category = {};
        Subject reader = {};  ///< Who reads what is sent there; of a channel the channel.
    };

    explicit RecipientGate(const Parts& parts) : m_parts(parts) {}

    /// Where the message would go; no address where there is none to be had, which the decision knows to judge.
    [[nodiscard]] Result<Claim> prepare(const WorkspaceId& workspace, const SubjectId& subject);
    /// The decision, and the note that a message goes out, in one transaction.
    [[nodiscard]] Result<Claim> claim(const store::NotificationKey& key, const CategorySlug& category,
                                      NotificationRecipient recipient, Claim prepared);

private:
    [[nodiscard]] Result<Claim> decide(store::Database& database, const store::NotificationKey& key,
                                       const CategorySlug& slug, NotificationRecipient recipient, Claim claim);

    Parts m_parts;
};

}  // namespace refrain::service
