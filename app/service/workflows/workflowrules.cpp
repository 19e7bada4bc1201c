#include "service/workflows/workflowrunner.h"
#include "service/workflows/workspacezone.h"
#include "store/categorystore.h"

namespace refrain::service {
namespace {

Result<> checkCategory(store::Database& database, const WorkspaceId& workspace, const CategorySlug& slug)
{
    const auto category = store::CategoryStore(database).find(workspace, slug);
    if (!category)
        return category.error();
    if (!*category || slug == everyCategory())
        return Error::invalid(QStringLiteral("There is no category “%1”.").arg(slug.toString().left(80)),
                              QStringLiteral("/category"));
    if ((*category)->archived)
        return Error::invalid(QStringLiteral("The category “%1” is archived.").arg(slug.toString()),
                              QStringLiteral("/category"));
    return {};
}

/// What is due counts from the moment at which the workflow began to run by itself as it does now.
Result<QString> activeSince(store::Database& database, const WorkspaceId& workspace, const QString& slug,
                            const wire::Workflow& workflow, Millis now)
{
    const auto stored = store::DefinitionStore(database, workflowKind()).find(workspace, slug);
    if (!stored)
        return stored.error();
    const auto before = *stored ? wire::workflowFromJson((*stored)->body) : Result<wire::Workflow>(wire::Workflow());
    const bool goesOn = *stored && before && before->schedule == workflow.schedule &&
                        before->paused == workflow.paused && before->archived == workflow.archived;
    return goesOn ? (*stored)->body.value(QLatin1String("activeSince")).toString() : toRfc3339(now);
}

/// Data and template must go together now, so that nobody finds out at nine in the morning.
Result<> checkMessage(Templates& templates, const WorkspaceId& workspace, const wire::Workflow& workflow,
                      const QTimeZone& zone, Millis now)
{
    QJsonObject data = workflow.data;
    data.insert(QStringLiteral("run"), runData(RunCause::Schedule, now, zone));
    if (const QString fault = wire::dataFault(workflow.data, templateLimits); !fault.isEmpty())
        return Error::invalid(fault, QStringLiteral("/data"));
    // What only a trigger brings is not there yet.
    const bool isWhole = workflow.schedule.has_value();
    if (!isWhole) {
        const auto known = templates.find(workspace, workflow.templateSlug);
        return known ? Result<>() : Result<>(known.error());
    }
    const Result<Message> message = templates.render(workspace, workflow.templateSlug, data);
    return message ? Result<>() : Result<>(message.error());
}

}  // namespace

QJsonObject runData(RunCause cause, Millis at, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    return {{QStringLiteral("cause"), toString(cause)},
            {QStringLiteral("date"), local.date().toString(Qt::ISODate)},
            {QStringLiteral("time"), local.time().toString(QStringLiteral("HH:mm"))},
            {QStringLiteral("weekday"), weekdayName(local.date().dayOfWeek())}};
}

DefinitionDesk::Rules workflowRules(store::DatabasePool& pool, const store::Vault& vault, Templates& templates,
                                    const Clock& clock)
{
    const auto check = [&](const WorkspaceId& workspace, const QString& slug,
                           const QJsonObject& wish) -> Result<QJsonObject> {
        Result<wire::Workflow> read = wire::workflowFromJson(wish);
        if (!read)
            return read.error();
        const Result<store::Database*> database = pool.connection();
        if (!database)
            return database.error();
        if (Result<> known = checkCategory(**database, workspace, read->category); !known)
            return known.error();
        const Result<QTimeZone> zone = zoneOf(**database, vault, workspace);
        if (!zone)
            return zone.error().is(ErrorCode::Invalid)
                       ? Error::invalid(zone.error().message(), QStringLiteral("/schedule"))
                       : zone.error();
        if (Result<> made = checkMessage(templates, workspace, *read, *zone, clock.now()); !made)
            return made.error();
        const Result<QString> since = activeSince(**database, workspace, slug, *read, clock.now());
        if (!since)
            return since.error();
        read->activeSince = *since;
        return wire::toJson(*read);
    };
    return {workflowKind(), check, [](const QJsonObject& body) {
                QJsonObject kept = body;
                kept.remove(QStringLiteral("data"));
                return kept;
            }};
}

}  // namespace refrain::service
