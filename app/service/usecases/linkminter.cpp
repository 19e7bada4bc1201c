#include "service/usecases/linkminter.h"

#include "service/access/bearertokens.h"
#include "store/categorystore.h"
#include "store/notificationstore.h"
#include "store/subjectstore.h"
#include "wire/fieldreader.h"

namespace refrain::service {
namespace {

/// The id that the subject goes by now.
Result<SubjectId> knownAs(WorkspaceTransaction& transaction, const SubjectId& subject)
{
    store::SubjectStore subjects(transaction.database());
    const Result<SubjectId> current = subjects.current(transaction.workspace(), subject);
    if (!current)
        return current;
    const auto known = subjects.find(transaction.workspace(), *current);
    if (!known)
        return known.error();
    if (!*known)
        return Error::invalid(
            QStringLiteral("Nobody here has the id “%1”, so no link was made.").arg(subject.toString().left(80)),
            QStringLiteral("/subject"));
    return current;
}

Result<> checkCategory(WorkspaceTransaction& transaction, const CategorySlug& slug)
{
    if (slug.isEmpty())
        return {};
    const auto known = store::CategoryStore(transaction.database()).find(transaction.workspace(), slug);
    if (!known)
        return known.error();
    if (!*known)
        return Error::invalid(
            QStringLiteral("There is no category “%1”, so no link was made.").arg(slug.toString().left(80)),
            QStringLiteral("/category"));
    if ((*known)->archived)
        return Error::invalid(QStringLiteral("The category “%1” is archived and sends nothing any more, so no link was "
                                             "made.")
                                  .arg(slug.toString()),
                              QStringLiteral("/category"));
    if ((*known)->required)
        return Error::invalid(QStringLiteral("The category “%1” is required, so nobody can opt out of it and no link "
                                             "was made.")
                                  .arg(slug.toString()),
                              QStringLiteral("/category"));
    return {};
}

Result<> checkNotification(WorkspaceTransaction& transaction, const QString& id)
{
    if (id.isEmpty())
        return {};
    const auto known = store::NotificationStore(transaction.database()).find({transaction.workspace(), id});
    if (!known)
        return known.error();
    if (!*known)
        return Error::invalid(QStringLiteral("There is no notification “%1”, so no link was made.").arg(id.left(80)),
                              QStringLiteral("/notification"));
    return {};
}

/// Names the link without telling its token: the beginning of the stored hash.
AuditEntry entryFor(const store::Link& link, const EditContext& context)
{
    AuditEntry entry;
    entry.type = QStringLiteral("link");
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.subject = link.subject;
    entry.category = link.category;
    entry.after = {{QStringLiteral("id"), QString::fromLatin1(link.hash.toHex().left(16))},
                   {QStringLiteral("expiresAt"), wire::orNull(link.expiresAt)}};
    if (!link.notification.isEmpty())
        entry.after.insert(QStringLiteral("notification"), link.notification);
    return entry;
}

}  // namespace

Result<Secret> LinkMinter::mint(const store::Link& wish, const EditContext& context, const BeforeCommit& beforeCommit)
{
    const Secret token(m_random.token());
    return m_writer.write<Secret>(wish.workspace, [&](WorkspaceTransaction& transaction) -> Result<Secret> {
        const Result<SubjectId> subject = knownAs(transaction, wish.subject);
        if (!subject)
            return subject.error();
        if (Result<> known = checkCategory(transaction, wish.category); !known)
            return known.error();
        if (Result<> known = checkNotification(transaction, wish.notification); !known)
            return known.error();
        if (wish.expiresAt && *wish.expiresAt < transaction.now() + shortestLife)
            return Error::invalid(QStringLiteral("A link must work for at least 60 days: people read messages late. "
                                                 "Choose a later time, or none."),
                                  QStringLiteral("/expiresAt"));
        store::Link link = wish;
        link.subject = *subject;
        link.hash = tokenHash(token.reveal());
        link.createdBy = context.actor.id;
        link.createdAt = transaction.now();
        if (Result<> added = store::LinkStore(transaction.database()).add(link); !added)
            return added.error();
        if (Result<qint64> audited = transaction.audit(entryFor(link, context)); !audited)
            return audited.error();
        if (beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), token); !done)
                return done.error();
        }
        return token;
    });
}

}  // namespace refrain::service
