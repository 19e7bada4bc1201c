#include "wire/notification.h"

#include "wire/actor.h"
#include "wire/fieldreader.h"

#include <QSet>

namespace refrain::wire {
namespace {

constexpr qsizetype longestId = 255;

/// Either a text, or a template with its data.
void readMessage(FieldReader& in, NotifyRequest& request)
{
    request.templateSlug = in.text("template");
    if (request.templateSlug.isEmpty()) {
        request.text = in.requiredText("text", NotifyRequest::longestText);
        if (in.done() && request.text.trimmed().isEmpty())
            in.fail("text", QStringLiteral("The message has no text."));
        if (in.has("data"))
            in.fail("data", QStringLiteral("Data goes with a template, and none is named."));
        return;
    }
    request.data = in.object("data");
    if (in.has("text"))
        in.fail("text", QStringLiteral("The template yields the text; send one of the two."));
}

QString errorOf(const Notification& notification, const NotificationSummary& summary)
{
    if (!notification.error.isEmpty() || summary.retrying == 0 || isOver(notification.state))
        return notification.error;
    return QStringLiteral("%1 of the recipients could not be reached so far (%2); Refrain tries again.")
        .arg(summary.retrying)
        .arg(summary.trouble);
}

}  // namespace

Result<NotifyRequest> notifyRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    NotifyRequest request;
    request.category = CategorySlug(in.requiredText("category"));
    readMessage(in, request);
    const QStringList named = in.texts("recipients");
    QSet<QString> seen;
    for (qsizetype i = 0; i < named.size(); ++i) {
        const QString& id = named.at(i);
        if (id.isEmpty() || id.size() > longestId)
            in.fail(QStringLiteral("recipients/%1").arg(i).toLatin1().constData(),
                    QStringLiteral("A recipient's id has 1 to %1 characters.").arg(longestId));
        if (!seen.contains(id))
            request.recipients.emplace_back(id);
        seen.insert(id);
    }
    if (named.isEmpty() || named.size() > NotifyRequest::mostRecipients)
        in.fail("recipients", QStringLiteral("Name 1 to %1 recipients.").arg(NotifyRequest::mostRecipients));
    if (const Result<> done = in.done(); !done)
        return done.error();
    return request;
}

QJsonObject toJson(const Notification& notification, const NotificationSummary& summary)
{
    return {{QStringLiteral("id"), notification.id},
            {QStringLiteral("state"), toString(notification.state)},
            {QStringLiteral("category"), notification.category.toString()},
            {QStringLiteral("text"), notification.text},
            {QStringLiteral("blocks"), notification.blocks},
            {QStringLiteral("template"), orNull(notification.templateSlug)},
            {QStringLiteral("workflow"), orNull(notification.workflow)},
            {QStringLiteral("source"), toString(notification.source)},
            {QStringLiteral("actor"), toJson(notification.actor)},
            {QStringLiteral("total"), notification.recipients},
            {QStringLiteral("underway"), summary.underway},
            {QStringLiteral("retrying"), summary.retrying},
            {QStringLiteral("createdAt"), toRfc3339(notification.createdAt)},
            {QStringLiteral("finishedAt"), orNull(notification.finishedAt)},
            {QStringLiteral("error"), orNull(errorOf(notification, summary))},
            {QStringLiteral("summary"), QJsonObject{{QStringLiteral("sent"), summary.sent},
                                                    {QStringLiteral("skipped"), summary.skipped},
                                                    {QStringLiteral("failed"), summary.failed},
                                                    {QStringLiteral("uncertain"), summary.uncertain},
                                                    {QStringLiteral("queued"), summary.queued}}}};
}

QJsonObject toJson(const NotificationRecipient& recipient)
{
    // What is underway is queued to whoever looks from outside.
    const bool waits = recipient.outcome == RecipientOutcome::Underway;
    QJsonObject json{{QStringLiteral("subject"), recipient.subject.toString()},
                     {QStringLiteral("outcome"), toString(waits ? RecipientOutcome::Queued : recipient.outcome)}};
    const std::pair<const char*, QString> given[] = {{"rule", recipient.rule},
                                                     {"error", recipient.error},
                                                     {"channel", recipient.channel},
                                                     {"ts", recipient.ts},
                                                     {"sameAs", recipient.sameAs.toString()}};
    for (const auto& [name, text] : given) {
        if (!text.isEmpty())
            json.insert(QLatin1String(name), text);
    }
    return json;
}

}  // namespace refrain::wire
