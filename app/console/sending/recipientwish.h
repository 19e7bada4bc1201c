#pragma once

#include "domain/recipientquery.h"

namespace refrain::console {

/// Whom a workflow or an announcement is for, as people choose it: one way, some of them left out.
struct RecipientWish {
    enum class To {
        Everybody,  ///< All people who are active.
        Staff,      ///< Owners, admins and full members: no guests.
        Admins,     ///< Owners and admins.
        Guests,
        ChannelMembers,
        Channels,  ///< All channels that are in use.
        Listed,
        Asked,  ///< Nobody is named: whoever triggers it says whom.
        Other,  ///< A query that was made elsewhere; it stays as it is.
    };
    To to = To::Everybody;
    SubjectId channel;
    std::vector<SubjectId> listed;
    bool withoutGuests = false;
    RecipientQuery other;

    /// Other where the query says what cannot be chosen here.
    [[nodiscard]] static RecipientWish of(const RecipientQuery& query);
    [[nodiscard]] RecipientQuery query() const;
    /// Somebody is meant: a channel is picked, a list has entries.
    [[nodiscard]] bool isComplete() const;
};

/// Two queries that ask for the same.
[[nodiscard]] bool isSame(const RecipientQuery& one, const RecipientQuery& other);

}  // namespace refrain::console
