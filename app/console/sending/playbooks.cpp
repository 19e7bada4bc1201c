#include "console/sending/playbooks.h"

#include "console/engine/backendcalls.h"
#include "wire/actor.h"
#include "wire/fieldreader.h"
#include "wire/workflow.h"

#include <algorithm>

namespace refrain::console {

namespace {

const QString english = QStringLiteral("en");

Result<PlaybookText> readText(const QJsonObject& object)
{
    wire::FieldReader in(object);
    PlaybookText text;
    text.key = in.requiredText("key");
    text.title = in.text("title");
    text.samples = in.texts("samples");
    text.longest = int(in.number("longest", 500));
    text.defaults = in.object("defaults");
    if (Result<> done = in.done(); !done)
        return done.error();
    return text;
}

Result<Playbook> readPlaybook(const QJsonObject& object)
{
    wire::FieldReader in(object);
    Playbook playbook;
    playbook.slug = in.requiredText("slug");
    playbook.title = in.text("title");
    playbook.description = in.text("description");
    playbook.tags = in.texts("tags");
    playbook.announces = in.text("kind") == QLatin1String("announcement");
    playbook.durations = in.texts("durations");
    playbook.resubscribe = in.word("resubscribe", resubscribeFromString);
    auto texts = readItems(in.array("texts"), readText);
    if (!texts)
        return texts.error();
    playbook.texts = *std::move(texts);
    if (Result<> done = in.done(); !done)
        return done.error();
    return playbook;
}

Result<PlaybookCopy> readCopy(const QJsonObject& object)
{
    wire::FieldReader in(object);
    PlaybookCopy copy;
    copy.slug = in.requiredText("slug");
    copy.playbook = in.text("playbook");
    copy.title = in.text("title");
    copy.texts = in.object("texts");
    copy.durations = in.texts("durations");
    copy.about = CategorySlug(in.text("about"));
    copy.recipients = wire::readRecipientQuery(in, "recipients");
    copy.language = in.text("language");
    copy.published = in.flag("published", false);
    copy.publishedAt = in.time("publishedAt");
    copy.publishedBy = wire::readActor(in, "publishedBy").value_or(Actor());
    copy.notification = in.text("notification");
    copy.version = in.number("version", 0);
    copy.updatedAt = in.time("updatedAt").value_or(0);
    copy.updatedBy = wire::readActor(in, "updatedBy").value_or(Actor());
    if (Result<> done = in.done(); !done)
        return done.error();
    return copy;
}

Result<AnnouncementReach> readReach(const QJsonObject& object)
{
    wire::FieldReader in(object);
    wire::FieldReader recipients = in.child("recipients");
    const AnnouncementReach reach{recipients.number("total", 0), recipients.number("deliver", 0)};
    if (Result<> done = in.done(); !done)
        return done.error();
    return reach;
}

QJsonObject bodyOf(const PlaybookCopy& copy)
{
    QJsonObject body{{QStringLiteral("playbook"), copy.playbook},
                     {QStringLiteral("title"), copy.title},
                     {QStringLiteral("texts"), copy.texts}};
    if (!copy.durations.isEmpty())
        body.insert(QStringLiteral("durations"), QJsonArray::fromStringList(copy.durations));
    if (!copy.about.isEmpty()) {
        body.insert(QStringLiteral("about"), copy.about.toString());
        body.insert(QStringLiteral("language"), copy.language);
        body.insert(QStringLiteral("recipients"), wire::toJson(copy.recipients));
    }
    return body;
}

/// What leads from the one to the other: null for what goes (RFC 7396).
QJsonObject patchOf(const QJsonObject& before, const QJsonObject& after)
{
    QJsonObject patch = after;
    for (const QString& key : before.keys()) {
        if (!after.contains(key))
            patch.insert(key, QJsonValue::Null);
        else if (before.value(key).isObject() && after.value(key).isObject())
            patch.insert(key, patchOf(before.value(key).toObject(), after.value(key).toObject()));
    }
    return patch;
}

ApiRequest requestFor(const QByteArray& method, const QString& slug, const QString& verb = {})
{
    ApiRequest request;
    request.method = method;
    request.path = QStringLiteral("playbooks");
    if (!slug.isEmpty())
        request.path += u'/' + ApiRequest::segment(slug) + verb;
    return request;
}

}  // namespace

QStringList Playbook::languages() const
{
    QStringList all = texts.empty() ? QStringList() : texts.front().defaults.keys();
    std::stable_partition(all.begin(), all.end(), [](const QString& language) { return language == english; });
    return all;
}

QString PlaybookCopy::textOf(const PlaybookText& text, const QString& inLanguage) const
{
    const QString own = texts.value(text.key).toObject().value(inLanguage).toString();
    return own.isEmpty() ? text.defaults.value(inLanguage).toString() : own;
}

void PlaybookCopy::setText(const PlaybookText& text, const QString& inLanguage, const QString& words)
{
    QJsonObject own = texts.value(text.key).toObject();
    if (words.trimmed().isEmpty() || words == text.defaults.value(inLanguage).toString())
        own.remove(inLanguage);
    else
        own.insert(inLanguage, words);
    if (own.isEmpty())
        texts.remove(text.key);
    else
        texts.insert(text.key, own);
}

QString withSamples(const QString& text, const QStringList& samples)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int mark = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (mark <= 0) {
            out += text.at(i);
            continue;
        }
        out += samples.value(mark - 1);
        ++i;
    }
    return out;
}

QFuture<Result<std::vector<Playbook>>> Playbooks::library()
{
    return m_calls.list(QStringLiteral("playbooks/library"), readPlaybook);
}

QFuture<Result<std::vector<PlaybookCopy>>> Playbooks::copies()
{
    return m_calls.list(QStringLiteral("playbooks"), readCopy);
}

QFuture<Result<PlaybookCopy>> Playbooks::create(const PlaybookCopy& copy)
{
    ApiRequest request = requestFor("POST", {});
    request.body = bodyOf(copy);
    request.body.insert(QStringLiteral("slug"), copy.slug);
    return m_calls.ask<PlaybookCopy>(std::move(request), readCopy);
}

QFuture<Result<PlaybookCopy>> Playbooks::save(const PlaybookCopy& copy, const PlaybookCopy& stored)
{
    ApiRequest request = requestFor("PATCH", copy.slug);
    request.ifMatch = QByteArray::number(copy.version);
    request.body = bodyOf(copy);
    request.body.insert(QStringLiteral("texts"), patchOf(stored.texts, copy.texts));
    return m_calls.ask<PlaybookCopy>(std::move(request), readCopy);
}

QFuture<Result<PlaybookCopy>> Playbooks::publish(const QString& slug)
{
    return m_calls.ask<PlaybookCopy>(requestFor("POST", slug, QStringLiteral(":publish")), readCopy);
}

QFuture<Result<AnnouncementReach>> Playbooks::reach(const QString& slug)
{
    return m_calls.ask<AnnouncementReach>(requestFor("POST", slug, QStringLiteral(":preview")), readReach);
}

QFuture<Result<PlaybookCopy>> Playbooks::unpublish(const QString& slug)
{
    return m_calls.ask<PlaybookCopy>(requestFor("POST", slug, QStringLiteral(":unpublish")), readCopy);
}

}  // namespace refrain::console
