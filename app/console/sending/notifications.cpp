#include "console/sending/notifications.h"

#include "console/engine/backendcalls.h"
#include "wire/actor.h"
#include "wire/decisions.h"
#include "wire/fieldreader.h"

#include <QJsonArray>

namespace refrain::console {

namespace {

Result<SentNotification> readNotification(const QJsonObject& object)
{
    wire::FieldReader in(object);
    SentNotification sent;
    Notification& notification = sent.notification;
    notification.id = in.requiredText("id");
    notification.category = CategorySlug(in.text("category"));
    notification.text = in.text("text");
    notification.state = in.word("state", notificationStateFromString, NotificationState::Queued);
    notification.error = in.text("error");
    notification.createdAt = in.time("createdAt").value_or(0);
    notification.finishedAt = in.time("finishedAt");
    notification.actor = wire::readActor(in, "actor").value_or(Actor());
    wire::FieldReader summary = in.child("summary");
    sent.summary.queued = summary.number("queued", 0);
    sent.summary.sent = summary.number("sent", 0);
    sent.summary.skipped = summary.number("skipped", 0);
    sent.summary.failed = summary.number("failed", 0);
    sent.summary.uncertain = summary.number("uncertain", 0);
    if (Result<> done = in.done(); !done)
        return done.error();
    return sent;
}

Result<RecipientFate> readFate(const QJsonObject& object)
{
    wire::FieldReader in(object);
    RecipientFate fate;
    fate.subject = SubjectId(in.requiredText("subject"));
    fate.outcome = in.word("outcome", recipientOutcomeFromString, RecipientOutcome::Queued);
    fate.rule = in.text("rule");
    fate.error = in.text("error");
    fate.sameAs = SubjectId(in.text("sameAs"));
    if (Result<> done = in.done(); !done)
        return done.error();
    return fate;
}

Result<MessageTemplate> readTemplate(const QJsonObject& object)
{
    wire::FieldReader in(object);
    MessageTemplate known;
    known.slug = in.requiredText("slug");
    known.title = in.text("title");
    known.sample = in.object("sample");
    known.archived = in.flag("archived", false);
    if (Result<> done = in.done(); !done)
        return done.error();
    return known;
}

Result<NotificationPage> readPage(const QJsonObject& json)
{
    auto items = readItems(json.value(QLatin1String("items")).toArray(), readNotification);
    if (!items)
        return items.error();
    return NotificationPage{*std::move(items), json.value(QLatin1String("next")).toString()};
}

Result<NotificationDetail> readDetail(const QJsonObject& json)
{
    const auto sent = readNotification(json);
    const QJsonObject page = json.value(QLatin1String("recipients")).toObject();
    auto fates = readItems(page.value(QLatin1String("items")).toArray(), readFate);
    if (!sent || !fates)
        return !sent ? sent.error() : fates.error();
    return NotificationDetail{*sent, *std::move(fates), page.value(QLatin1String("next")).toString()};
}

Result<Preview> readPreview(const QJsonObject& json)
{
    const auto reply = wire::decisionsReplyFromJson(json);
    if (!reply)
        return reply.error();
    Preview preview;
    preview.answers.reserve(reply->items.size());
    for (const wire::DecisionItem& item : reply->items)
        preview.answers.push_back({item.subject, item.decision.deliver, item.decision.rule});
    return preview;
}

ApiRequest post(const QString& path)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = path;
    return request;
}

QString pathOf(const QString& id)
{
    return QStringLiteral("notifications/") + ApiRequest::segment(id);
}

void addQuery(ApiRequest& request, const char* key, const QString& value)
{
    if (!value.isEmpty())
        request.query.addQueryItem(QLatin1String(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

}  // namespace

QFuture<Result<NotificationPage>> Notifications::list(const QString& after)
{
    ApiRequest request;
    request.path = QStringLiteral("notifications");
    addQuery(request, "limit", QStringLiteral("200"));
    addQuery(request, "after", after);
    return m_calls.ask<NotificationPage>(std::move(request), readPage);
}

QFuture<Result<NotificationDetail>> Notifications::read(const QString& id, const QString& after, int limit)
{
    ApiRequest request;
    request.path = pathOf(id);
    addQuery(request, "limit", QString::number(limit));
    addQuery(request, "after", after);
    return m_calls.ask<NotificationDetail>(std::move(request), readDetail);
}

QFuture<Result<QString>> Notifications::send(const NotificationDraft& draft)
{
    // Tens of thousands of ids become JSON on the engine's thread.
    const auto make = [draft] {
        ApiRequest request = post(QStringLiteral("notifications"));
        request.idempotencyKey = draft.key;
        QJsonArray recipients;
        for (const SubjectId& id : draft.recipients)
            recipients.append(id.toString());
        request.body = {{QStringLiteral("category"), draft.category.toString()},
                        {QStringLiteral("recipients"), recipients}};
        if (draft.templateSlug.isEmpty()) {
            request.body.insert(QStringLiteral("text"), draft.text);
        } else {
            request.body.insert(QStringLiteral("template"), draft.templateSlug);
            request.body.insert(QStringLiteral("data"), draft.data);
        }
        return request;
    };
    return m_calls.ask<QString>(
        make, [](const QJsonObject& json) -> Result<QString> { return json.value(QLatin1String("id")).toString(); });
}

QFuture<Result<>> Notifications::act(const QString& id, Act act)
{
    const char* verb = act == Act::Pause ? ":pause" : act == Act::Resume ? ":resume" : ":cancel";
    return m_calls.order(post(pathOf(id) + QLatin1String(verb)));
}

QFuture<Result<std::vector<MessageTemplate>>> Notifications::templates()
{
    return m_calls.list(QStringLiteral("templates"), readTemplate);
}

QFuture<Result<QString>> Notifications::render(const QString& templateSlug, const QJsonObject& data)
{
    ApiRequest request =
        post(QStringLiteral("templates/") + ApiRequest::segment(templateSlug) + QStringLiteral(":preview"));
    request.body = {{QStringLiteral("data"), data}};
    return m_calls.ask<QString>(std::move(request), [](const QJsonObject& json) -> Result<QString> {
        return json.value(QLatin1String("text")).toString();
    });
}

QFuture<Result<Preview>> Notifications::preview(const CategorySlug& category, std::vector<SubjectId> recipients)
{
    const auto make = [category, recipients = std::move(recipients)] {
        ApiRequest request = post(QStringLiteral("decisions"));
        wire::DecisionsRequest question;
        question.category = category;
        question.subjects = recipients;
        question.preview = true;
        request.body = wire::toJson(question);
        return request;
    };
    return m_calls.ask<Preview>(make, readPreview);
}

}  // namespace refrain::console
