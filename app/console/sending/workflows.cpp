#include "console/sending/workflows.h"

#include "console/engine/backendcalls.h"
#include "wire/actor.h"
#include "wire/fieldreader.h"
#include "wire/workflow.h"

namespace refrain::console {

namespace {

Result<StoredWorkflow> readWorkflow(const QJsonObject& object)
{
    const Result<wire::Workflow> read = wire::workflowFromJson(object);
    if (!read)
        return read.error();
    wire::FieldReader in(object);
    StoredWorkflow stored;
    stored.slug = in.requiredText("slug");
    stored.title = read->title;
    stored.description = read->description;
    stored.category = read->category;
    stored.templateSlug = read->templateSlug;
    stored.data = read->data;
    stored.recipients = read->recipients;
    stored.schedule = read->schedule;
    stored.paused = read->paused;
    stored.archived = read->archived;
    stored.version = in.number("version", 0);
    stored.updatedAt = in.time("updatedAt").value_or(0);
    stored.updatedBy = wire::readActor(in, "updatedBy").value_or(Actor());
    stored.timeZone = in.text("timeZone").toLatin1();
    stored.nextRunAt = in.time("nextRunAt");
    if (Result<> done = in.done(); !done)
        return done.error();
    return stored;
}

QJsonObject bodyOf(const StoredWorkflow& wish)
{
    wire::Workflow workflow;
    workflow.title = wish.title;
    workflow.description = wish.description;
    workflow.category = wish.category;
    workflow.templateSlug = wish.templateSlug;
    workflow.data = wish.data;
    workflow.recipients = wish.recipients;
    workflow.schedule = wish.schedule;
    workflow.paused = wish.paused;
    workflow.archived = wish.archived;
    QJsonObject body = wire::toJson(workflow);
    body.remove(QStringLiteral("activeSince"));  // the backend's own
    return body;
}

Result<WorkflowRun> readRun(const QJsonObject& object)
{
    wire::FieldReader in(object);
    WorkflowRun run;
    run.id = in.requiredText("id");
    run.workflow = in.text("workflow");
    run.cause = in.word("cause", runCauseFromString, RunCause::Trigger);
    run.scheduledFor = in.time("scheduledFor");
    run.startedAt = in.time("startedAt").value_or(0);
    run.outcome = in.word("outcome", runOutcomeFromString, RunOutcome::Started);
    run.recipients = in.number("recipients", 0);
    run.notification = in.text("notification");
    run.error = in.text("error");
    run.waits = in.has("approval");
    if (Result<> done = in.done(); !done)
        return done.error();
    return run;
}

Result<RunPreview> readPreview(const QJsonObject& object)
{
    wire::FieldReader in(object);
    RunPreview preview;
    preview.text = in.text("text");
    preview.blocks = in.array("blocks");
    wire::FieldReader recipients = in.child("recipients");
    preview.total = recipients.number("total", 0);
    preview.deliver = recipients.number("deliver", 0);
    for (const QJsonValue& item : recipients.array("items")) {
        const QJsonObject answer = item.toObject();
        preview.first.answers.push_back(
            {SubjectId(answer.value(QLatin1String("subject")).toString()),
             answer.value(QLatin1String("decision")).toString() == QLatin1String("deliver"),
             ruleFromString(answer.value(QLatin1String("rule")).toString()).value_or(Rule::Unreachable)});
    }
    if (Result<> done = in.done(); !done)
        return done.error();
    return preview;
}

ApiRequest requestFor(const QByteArray& method, const QString& slug, const QString& verb = {})
{
    ApiRequest request;
    request.method = method;
    request.path = QStringLiteral("workflows");
    if (!slug.isEmpty())
        request.path += u'/' + ApiRequest::segment(slug) + verb;
    return request;
}

}  // namespace

QFuture<Result<std::vector<StoredWorkflow>>> Workflows::list()
{
    return m_calls.list(QStringLiteral("workflows"), readWorkflow);
}

QFuture<Result<StoredWorkflow>> Workflows::create(const StoredWorkflow& wish)
{
    ApiRequest request = requestFor("POST", {});
    request.body = bodyOf(wish);
    request.body.insert(QStringLiteral("slug"), wish.slug);
    return m_calls.ask<StoredWorkflow>(std::move(request), readWorkflow);
}

QFuture<Result<StoredWorkflow>> Workflows::save(const StoredWorkflow& wish)
{
    ApiRequest request = requestFor("PATCH", wish.slug);
    request.ifMatch = QByteArray::number(wish.version);
    request.body = bodyOf(wish);
    return m_calls.ask<StoredWorkflow>(std::move(request), readWorkflow);
}

QFuture<Result<std::vector<WorkflowRun>>> Workflows::runs(const QString& slug, int limit)
{
    ApiRequest request = requestFor("GET", slug, QStringLiteral("/runs"));
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    return m_calls.ask<std::vector<WorkflowRun>>(std::move(request), [](const QJsonObject& json) {
        return readItems(json.value(QLatin1String("items")).toArray(), readRun);
    });
}

QFuture<Result<RunPreview>> Workflows::preview(const QString& slug)
{
    return m_calls.ask<RunPreview>(requestFor("POST", slug, QStringLiteral(":preview")), readPreview);
}

QFuture<Result<WorkflowRun>> Workflows::run(const QString& slug, const std::vector<SubjectId>& recipients,
                                            const QByteArray& key)
{
    ApiRequest request = requestFor("POST", slug, QStringLiteral(":trigger"));
    request.idempotencyKey = key;
    QJsonArray ids;
    for (const SubjectId& id : recipients)
        ids.append(id.toString());
    if (!ids.isEmpty())
        request.body.insert(QStringLiteral("recipients"), ids);
    return m_calls.ask<WorkflowRun>(std::move(request), readRun);
}

}  // namespace refrain::console
