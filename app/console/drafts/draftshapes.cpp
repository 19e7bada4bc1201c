#include "console/drafts/draftshapes.h"

#include "wire/fieldreader.h"
#include "wire/workflow.h"

namespace refrain::console {

namespace {

QString textIn(const QJsonObject& draft, const char* key)
{
    return draft.value(QLatin1String(key)).toString();
}

bool flagIn(const QJsonObject& draft, const char* key)
{
    return draft.value(QLatin1String(key)).toBool();
}

qint64 versionIn(const QJsonObject& draft)
{
    return draft.value(QLatin1String("version")).toInteger();
}

/// Faults stay with the reader, which nobody asks: a draft may be anything.
RecipientQuery recipientsIn(const QJsonObject& draft)
{
    wire::FieldReader in(draft);
    return wire::readRecipientQuery(in, "recipients");
}

}  // namespace

QJsonObject draftOf(const StoredWorkflow& written)
{
    wire::Workflow workflow;
    workflow.title = written.title;
    workflow.description = written.description;
    workflow.category = written.category;
    workflow.templateSlug = written.templateSlug;
    workflow.data = written.data;
    workflow.recipients = written.recipients;
    workflow.schedule = written.schedule;
    workflow.paused = written.paused;
    workflow.archived = written.archived;
    QJsonObject draft = wire::toJson(workflow);
    draft.insert(QStringLiteral("slug"), written.slug);
    draft.insert(QStringLiteral("version"), written.version);
    return draft;
}

StoredWorkflow workflowFromDraft(const QJsonObject& draft)
{
    StoredWorkflow written;
    written.slug = textIn(draft, "slug");
    written.title = textIn(draft, "title");
    written.description = textIn(draft, "description");
    written.category = CategorySlug(textIn(draft, "category"));
    written.templateSlug = textIn(draft, "template");
    written.data = draft.value(QLatin1String("data")).toObject();
    written.recipients = recipientsIn(draft);
    if (const QJsonObject when = draft.value(QLatin1String("schedule")).toObject(); !when.isEmpty()) {
        written.schedule.emplace();
        written.schedule->time = QTime::fromString(textIn(when, "time"), QStringLiteral("HH:mm"));
        for (const QJsonValue day : when.value(QLatin1String("weekdays")).toArray()) {
            if (const std::optional<int> weekday = weekdayFromName(day.toString()))
                written.schedule->weekdays << *weekday;
        }
    }
    written.paused = flagIn(draft, "paused");
    written.archived = flagIn(draft, "archived");
    written.version = versionIn(draft);
    return written;
}

QJsonObject draftOf(const StoredTemplate& written)
{
    return {{QStringLiteral("slug"), written.slug},
            {QStringLiteral("title"), written.title},
            {QStringLiteral("description"), written.description},
            {QStringLiteral("source"), written.source},
            {QStringLiteral("sample"), written.sample},
            {QStringLiteral("archived"), written.archived},
            {QStringLiteral("version"), written.version}};
}

StoredTemplate templateFromDraft(const QJsonObject& draft)
{
    StoredTemplate written;
    written.slug = textIn(draft, "slug");
    written.title = textIn(draft, "title");
    written.description = textIn(draft, "description");
    written.source = textIn(draft, "source");
    written.sample = draft.value(QLatin1String("sample")).toObject();
    written.archived = flagIn(draft, "archived");
    written.version = versionIn(draft);
    return written;
}

QJsonObject draftOf(const PlaybookCopy& written)
{
    return {{QStringLiteral("slug"), written.slug},
            {QStringLiteral("playbook"), written.playbook},
            {QStringLiteral("title"), written.title},
            {QStringLiteral("texts"), written.texts},
            {QStringLiteral("durations"), QJsonArray::fromStringList(written.durations)},
            {QStringLiteral("about"), written.about.toString()},
            {QStringLiteral("recipients"), wire::toJson(written.recipients)},
            {QStringLiteral("language"), written.language},
            {QStringLiteral("published"), written.published},
            {QStringLiteral("version"), written.version}};
}

PlaybookCopy playbookFromDraft(const QJsonObject& draft)
{
    PlaybookCopy written;
    written.slug = textIn(draft, "slug");
    written.playbook = textIn(draft, "playbook");
    written.title = textIn(draft, "title");
    written.texts = draft.value(QLatin1String("texts")).toObject();
    for (const QJsonValue duration : draft.value(QLatin1String("durations")).toArray())
        written.durations << duration.toString();
    written.about = CategorySlug(textIn(draft, "about"));
    written.recipients = recipientsIn(draft);
    written.language = textIn(draft, "language");
    written.published = flagIn(draft, "published");
    written.version = versionIn(draft);
    return written;
}

}  // namespace refrain::console
