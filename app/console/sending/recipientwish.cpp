#include "console/sending/recipientwish.h"

#include "wire/workflow.h"

namespace refrain::console {

namespace {

const QList<SubjectRole> guests{SubjectRole::Guest, SubjectRole::SingleChannelGuest};

RecipientSelector byRoles(const QList<SubjectRole>& roles)
{
    RecipientSelector selector;
    selector.roles = roles;
    return selector;
}

RecipientSelector byKind(SubjectKind kind)
{
    RecipientSelector selector;
    selector.kind = kind;
    return selector;
}

}  // namespace

bool isSame(const RecipientQuery& one, const RecipientQuery& other)
{
    return wire::toJson(one) == wire::toJson(other);
}

RecipientQuery RecipientWish::query() const
{
    RecipientQuery made;
    switch (to) {
        case To::Everybody: made.include.push_back(byKind(SubjectKind::User)); break;
        case To::Staff:
            made.include.push_back(byRoles({SubjectRole::Owner, SubjectRole::Admin, SubjectRole::Member}));
            break;
        case To::Admins: made.include.push_back(byRoles({SubjectRole::Owner, SubjectRole::Admin})); break;
        case To::Guests: made.include.push_back(byRoles(guests)); break;
        case To::Channels: made.include.push_back(byKind(SubjectKind::Channel)); break;
        case To::ChannelMembers: {
            RecipientSelector members;
            members.membersOf = channel;
            made.include.push_back(members);
            if (withoutGuests)
                made.exclude.push_back(byRoles(guests));
            break;
        }
        case To::Listed: {
            RecipientSelector list;
            list.subjects = listed;
            made.include.push_back(list);
            break;
        }
        case To::Asked: break;
        case To::Other: return other;
    }
    return made;
}

RecipientWish RecipientWish::of(const RecipientQuery& query)
{
    RecipientWish wish;
    if (query.include.size() == 1) {
        wish.channel = query.include.front().membersOf;
        wish.listed = query.include.front().subjects;
    }
    wish.withoutGuests = !query.exclude.empty();
    for (const To to :
         {To::Everybody, To::Staff, To::Admins, To::Guests, To::ChannelMembers, To::Channels, To::Listed, To::Asked}) {
        wish.to = to;
        if (isSame(wish.query(), query))
            return wish;
    }
    wish = {};
    wish.to = To::Other;
    wish.other = query;
    return wish;
}

bool RecipientWish::isComplete() const
{
    switch (to) {
        case To::ChannelMembers: return !channel.isEmpty();
        case To::Listed: return !listed.empty();
        default: return true;
    }
}

}  // namespace refrain::console
