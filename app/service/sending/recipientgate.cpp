#include "service/sending/recipientgate.h"

#include "store/categorystore.h"
#include "store/profilestore.h"
#include "store/subjectstore.h"

#include <QCryptographicHash>

namespace refrain::service {
namespace {

using Claim = RecipientGate::Claim;

/// A webhook's address is a secret, so only its digest is kept; of an alias it is that of whom it stands for.
QString keyOf(const QByteArray& address)
{
    return QString::fromLatin1(QCryptographicHash::hash(address, QCryptographicHash::Sha256).left(16).toHex());
}

Claim claimFor(Address address, const SubjectId& aliasOf, const Subject& reader)
{
    const QString key = keyOf(aliasOf.isEmpty() ? address.value.reveal() : aliasOf.toString().toUtf8());
    return {Claim::Step::Post, std::move(address), key, {}, reader};
}

/// One address gets one message, and what became of it became of all who are reached there.
void shareMessage(const NotificationRecipient& other, NotificationRecipient& recipient)
{
    recipient.outcome = other.outcome;
    recipient.error = other.error;
    recipient.channel = other.channel;
    recipient.ts = other.ts;
    recipient.sameAs = other.subject;
}

}  // namespace

Result<Claim> RecipientGate::prepare(const WorkspaceId& workspace, const SubjectId& id)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto subject = store::SubjectStore(**database).find(workspace, id);
    if (!subject)
        return subject.error();
    if (!*subject)
        return Claim();
    if (!(*subject)->movedTo.isEmpty())
        return prepare(workspace, (*subject)->movedTo);
    if ((*subject)->kind != SubjectKind::Profile) {
        const AddressKind kind = (*subject)->kind == SubjectKind::User ? AddressKind::UserId : AddressKind::ChannelId;
        return claimFor({kind, Secret(id.toString().toUtf8()), {}}, {}, **subject);
    }
    const auto profile = store::ProfileStore(**database, m_parts.vault).find(workspace, id.toString());
    if (!profile)
        return profile.error();
    if (!*profile)
        return Claim();
    Address address{addressKindFromString((*profile)->addressKind).value_or(AddressKind::Email), (*profile)->address,
                    (*profile)->accessToken};
    if (address.kind == AddressKind::Email) {
        if ((*profile)->resolved.isEmpty())
            return Claim();
        address = {AddressKind::UserId, Secret((*profile)->resolved.toString().toUtf8()), address.accessToken};
    }
    const SubjectId& aliasOf = (*profile)->aliasOf;
    const auto reader = aliasOf.isEmpty() ? subject : store::SubjectStore(**database).find(workspace, aliasOf);
    if (!reader)
        return reader.error();
    return claimFor(std::move(address), aliasOf, reader->value_or(Subject()));
}

Result<Claim> RecipientGate::claim(const store::NotificationKey& key, const CategorySlug& category,
                                   NotificationRecipient recipient, Claim prepared)
{
    return m_parts.pool.write<Claim>([&](store::Database& database) -> Result<Claim> {
        const auto state = store::NotificationStore(database).state(key);
        if (!state)
            return state.error();
        if (*state != NotificationState::Sending)
            return Claim{Claim::Step::Stop, {}, {}, {}, {}};
        return decide(database, key, category, std::move(recipient), std::move(prepared));
    });
}

Result<Claim> RecipientGate::decide(store::Database& database, const store::NotificationKey& key,
                                    const CategorySlug& slug, NotificationRecipient recipient, Claim claim)
{
    const auto category = store::CategoryStore(database).find(key.workspace, slug);
    if (!category)
        return category.error();
    const Result<PreferenceView> view = m_parts.decider.view(database, key.workspace, recipient.subject, slug);
    if (!view && !view.error().is(ErrorCode::NotFound))
        return view.error();
    const Decision decision = view ? view->decision : Decision();
    recipient.at = m_parts.clock.now();
    recipient.error.clear();
    recipient.outcome = RecipientOutcome::Skipped;
    store::NotificationStore notifications(database);
    if (!*category || (*category)->archived) {
        recipient.outcome = RecipientOutcome::Failed;
        recipient.error = QStringLiteral("category_archived");
    } else if (!decision.deliver) {
        recipient.rule = toString(decision.rule);
    } else if (!claim.address) {
        recipient.rule = toString(Rule::Unreachable);
    } else {
        recipient.outcome = RecipientOutcome::Underway;
        recipient.address = claim.addressKey;
        const auto other = notifications.atSameAddress(key, recipient);
        if (!other)
            return other.error();
        if (*other && (*other)->outcome == RecipientOutcome::Underway)
            return Claim{Claim::Step::Later, {}, {}, {}, {}};
        if (*other)
            shareMessage(**other, recipient);
    }
    const Result<bool> moved = notifications.move(key, RecipientOutcome::Queued, recipient);
    if (!moved)
        return moved.error();
    const bool posts = *moved && recipient.outcome == RecipientOutcome::Underway;
    claim.step = posts ? Claim::Step::Post : Claim::Step::Next;
    claim.category = category->value_or(Category());
    return claim;
}

}  // namespace refrain::service
