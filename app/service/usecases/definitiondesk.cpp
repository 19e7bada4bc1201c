#include "service/usecases/definitiondesk.h"

namespace refrain::service {
namespace {

using Kind = DefinitionOutcome::Kind;
using Outcome = std::optional<DefinitionOutcome>;

constexpr int mostTries = 3;

Result<Outcome> finished(store::Database& database, DefinitionOutcome outcome,
                         const DefinitionDesk::BeforeCommit& beforeCommit)
{
    if (beforeCommit) {
        if (Result<> done = beforeCommit(database, outcome); !done)
            return done.error();
    }
    return Outcome(std::move(outcome));
}

/// RFC 7396.
QJsonValue merged(const QJsonValue& value, const QJsonValue& patch)
{
    if (!patch.isObject())
        return patch;
    QJsonObject object = value.toObject();
    const QJsonObject parts = patch.toObject();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (part.value().isNull())
            object.remove(part.key());
        else
            object.insert(part.key(), merged(object.value(part.key()), part.value()));
    }
    return object;
}

QJsonObject patched(QJsonObject body, const QJsonObject& patch, const DefinitionDesk::Rules& rules)
{
    for (auto field = patch.begin(); field != patch.end(); ++field)
        body.insert(field.key(), rules.merged.contains(field.key()) ? merged(body.value(field.key()), field.value())
                                                                    : field.value());
    return body;
}

}  // namespace

Result<store::Definition> DefinitionDesk::find(const WorkspaceId& workspace, const QString& slug)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    auto found = store::DefinitionStore(**database, m_rules.kind).find(workspace, slug);
    if (!found)
        return found.error();
    if (!*found)
        return Error::notFound(QStringLiteral("There is no %1 “%2”.").arg(m_rules.kind, slug.left(80)));
    return **std::move(found);
}

Result<QJsonObject> DefinitionDesk::checked(const WorkspaceId& workspace, const QString& slug, const QJsonObject& patch)
{
    const Result<store::Definition> known = find(workspace, slug);
    if (!known)
        return known.error();
    return m_rules.check(workspace, slug, patched(known->body, patch, m_rules));
}

Result<std::vector<store::Definition>> DefinitionDesk::list(const WorkspaceId& workspace, const QString& after,
                                                            int limit)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::DefinitionStore(**database, m_rules.kind).page(workspace, after, limit);
}

Result<DefinitionOutcome> DefinitionDesk::create(const WorkspaceId& workspace, const QString& slug,
                                                 const QJsonObject& wish, const EditContext& context,
                                                 const BeforeCommit& beforeCommit)
{
    const Error taken = Error::conflict(
        QStringLiteral("There is a %1 “%2” already. Edit it, or choose another slug.").arg(m_rules.kind, slug));
    const auto known = find(workspace, slug);
    if (known || !known.error().is(ErrorCode::NotFound))
        return known ? taken : known.error();
    const Result<QJsonObject> body = m_rules.check(workspace, slug, wish);
    if (!body)
        return body.error();
    store::Definition none;
    none.slug = slug;
    Result<Outcome> kept = keep(workspace, none, *body, context, beforeCommit);
    if (!kept)
        return kept.error();
    return *kept ? Result<DefinitionOutcome>(**std::move(kept)) : taken;
}

Result<DefinitionOutcome> DefinitionDesk::edit(const WorkspaceId& workspace, const QString& slug,
                                               const QJsonObject& patch, const EditContext& context,
                                               const BeforeCommit& beforeCommit)
{
    for (int i = 0; i < mostTries; ++i) {
        const Result<store::Definition> before = find(workspace, slug);
        if (!before)
            return before.error();
        if (context.ifMatch && *context.ifMatch != before->version)
            return DefinitionOutcome{Kind::Mismatch, *before};
        const Result<QJsonObject> body = m_rules.check(workspace, slug, patched(before->body, patch, m_rules));
        if (!body)
            return body.error();
        Result<Outcome> kept = keep(workspace, *before, *body, context, beforeCommit);
        if (!kept)
            return kept.error();
        if (*kept)
            return **std::move(kept);
    }
    return Error::unavailable(QStringLiteral("Others edit it at the same time. Nothing was changed; try again."));
}

Result<Outcome> DefinitionDesk::keep(const WorkspaceId& workspace, const store::Definition& before,
                                     const QJsonObject& body, const EditContext& context,
                                     const BeforeCommit& beforeCommit)
{
    return m_writer.write<Outcome>(workspace, [&](WorkspaceTransaction& transaction) -> Result<Outcome> {
        store::DefinitionStore definitions(transaction.database(), m_rules.kind);
        const auto now = definitions.find(workspace, before.slug);
        if (!now)
            return now.error();
        if ((*now ? (*now)->version : 0) != before.version)
            return Outcome();
        if (before.version > 0 && body == before.body)
            return finished(transaction.database(), {Kind::Unchanged, before}, beforeCommit);
        const store::Definition after{before.slug, body, before.version + 1, transaction.now(), context.actor};
        if (Result<> done = definitions.put(workspace, after); !done)
            return done.error();
        if (Result<> done = record(transaction, before, after, context); !done)
            return done.error();
        return finished(transaction.database(), {Kind::Changed, after}, beforeCommit);
    });
}

Result<> DefinitionDesk::record(WorkspaceTransaction& transaction, const store::Definition& before,
                                const store::Definition& after, const EditContext& context) const
{
    const auto texts = [this](const store::Definition& definition) {
        QJsonObject all = m_rules.forLog(definition.body);
        all.insert(QStringLiteral("slug"), definition.slug);
        all.insert(QStringLiteral("version"), definition.version);
        return all;
    };
    AuditEntry entry;
    entry.type = m_rules.kind;
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.reason = context.reason;
    if (before.version > 0)
        entry.before = texts(before);
    entry.after = texts(after);
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

}  // namespace refrain::service
