#include "service/playbooks/playbookcopy.h"

#include "domain/snoozeend.h"
#include "service/pages/words.h"
#include "store/categorystore.h"
#include "wire/fieldreader.h"
#include "wire/workflow.h"

#include <QRegularExpression>

namespace refrain::service {
namespace {

constexpr qsizetype longestTitle = 100;
constexpr qsizetype mostDurations = 5;

QSet<QString> marksOf(const QString& text)
{
    static const QRegularExpression mark(QStringLiteral("%\\d+"));
    QSet<QString> marks;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        marks.insert(it.next().captured());
    return marks;
}

QString faultOf(const PlaybookText& text, const QString& language, const QJsonValue& written)
{
    if (!languages().contains(language))
        return QStringLiteral("“%1” is no language that Refrain speaks.").arg(language.left(20));
    const QString own = written.toString();
    if (!written.isString() || own.trimmed().isEmpty())
        return QStringLiteral("This must be a text; leave it out to keep Refrain's own.");
    if (own.size() > text.longest)
        return QStringLiteral("This text has %1 characters; at most %2 are allowed.").arg(own.size()).arg(text.longest);
    const QSet<QString> marks = marksOf(text.defaults.value(language));
    if (marksOf(own) == marks)
        return {};
    QStringList names(marks.begin(), marks.end());
    names.sort();
    return names.isEmpty() ? QStringLiteral("Nothing can stand for %1 here; write the text without it.")
                                 .arg(marksOf(own).values().join(QLatin1Char(' ')))
                           : QStringLiteral("The text must hold %1, and no other marks: what stands there is needed.")
                                 .arg(names.join(QStringLiteral(" and ")));
}

/// A patch may have taken the last language of a text.
QJsonObject withoutEmpty(QJsonObject texts)
{
    for (const QString& key : texts.keys()) {
        const QJsonValue text = texts.value(key);
        if (text.isObject() && text.toObject().isEmpty())
            texts.remove(key);
    }
    return texts;
}

void checkTexts(wire::FieldReader& in, const Playbook& playbook, const QJsonObject& texts)
{
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        const PlaybookText* known = playbook.text(text.key());
        const QByteArray at = "texts/" + text.key().left(80).toUtf8();
        if (!known)
            in.fail(at.constData(), QStringLiteral("This playbook has no such text."));
        const QJsonObject written = text.value().toObject();
        if (known && !text.value().isObject())
            in.fail(at.constData(), QStringLiteral("This must be an object with a text for a language."));
        for (auto one = written.begin(); known && one != written.end(); ++one) {
            const QString fault = faultOf(*known, one.key(), one.value());
            if (!fault.isEmpty())
                in.fail((at + '/' + one.key().left(20).toUtf8()).constData(), fault);
        }
    }
}

void checkDurations(wire::FieldReader& in, const Playbook& playbook, const QStringList& durations)
{
    if (durations == playbook.durations)
        return;
    if (playbook.durations.isEmpty())
        in.fail("durations", QStringLiteral("This playbook offers no pauses."));
    if (durations.isEmpty() || durations.size() > mostDurations)
        in.fail("durations", QStringLiteral("Offer 1 to %1 pauses.").arg(mostDurations));
    constexpr Millis someDay = 1'777'795'920'000;
    for (const QString& words : durations) {
        static const QRegularExpression length(QStringLiteral("^[1-9][0-9]{0,2} ?[a-z]+$"));
        if (!length.match(words).hasMatch() || !parseSnoozeEnd(words, someDay, QTimeZone::utc()).end)
            in.fail("durations", QStringLiteral("“%1” is no pause; one reads 4h, 1d, 2w or 1mo.").arg(words.left(40)));
    }
}

Result<> checkAbout(store::DatabasePool& pool, const WorkspaceId& workspace, const CategorySlug& slug)
{
    const Result<store::Database*> database = pool.connection();
    if (!database)
        return database.error();
    const auto category = store::CategoryStore(**database).find(workspace, slug);
    if (!category)
        return category.error();
    if (!*category || slug == everyCategory() || (*category)->archived)
        return Error::invalid(QStringLiteral("There is no category “%1” to announce.").arg(slug.toString().left(80)),
                              QStringLiteral("/about"));
    return {};
}

/// What publishing noted stays as it is.
Result<> keepNotes(store::DatabasePool& pool, const WorkspaceId& workspace, const QString& slug, PlaybookCopy& copy)
{
    const Result<store::Database*> database = pool.connection();
    if (!database)
        return database.error();
    const auto stored = store::DefinitionStore(**database, playbookKind()).find(workspace, slug);
    if (!stored)
        return stored.error();
    const PlaybookCopy before = *stored ? copyFromJson((*stored)->body) : PlaybookCopy();
    if (*stored && before.playbook != copy.playbook)
        return Error::invalid(QStringLiteral("A copy stays one of its playbook; use the other one anew."),
                              QStringLiteral("/playbook"));
    copy.published = before.published;
    copy.publishedAt = before.publishedAt;
    copy.publishedBy = before.publishedBy;
    copy.restores = before.restores;
    copy.notification = before.notification;
    return {};
}

Result<PlaybookCopy> readCopy(const QJsonObject& wish, const PlaybookLibrary& library)
{
    wire::FieldReader in(wish);
    PlaybookCopy copy;
    copy.playbook = in.requiredText("playbook");
    const Playbook* playbook = library.find(copy.playbook);
    if (!playbook)
        return Error::invalid(QStringLiteral("The library has no playbook “%1”.").arg(copy.playbook.left(80)),
                              QStringLiteral("/playbook"));
    copy.title = in.words("title", longestTitle);
    if (copy.title.isEmpty())
        copy.title = playbook->title;
    copy.texts = withoutEmpty(in.object("texts"));
    checkTexts(in, *playbook, copy.texts);
    copy.durations = in.has("durations") && !in.isNull("durations") ? in.texts("durations") : playbook->durations;
    checkDurations(in, *playbook, copy.durations);
    if (playbook->kind == Playbook::Kind::Announcement) {
        copy.about = CategorySlug(in.requiredText("about"));
        copy.language = in.text("language");
        if (copy.language.isEmpty())
            copy.language = languages().first();
        if (!languages().contains(copy.language))
            in.fail("language", QStringLiteral("“%1” is no language that Refrain speaks.").arg(copy.language.left(20)));
        copy.recipients = wire::readRecipientQuery(in, "recipients");
        if (copy.recipients.include.empty())
            in.fail("recipients/include", QStringLiteral("Say whom the announcement is for."));
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return copy;
}

}  // namespace

QJsonObject toJson(const PlaybookCopy& copy)
{
    QJsonObject json{
        {QStringLiteral("playbook"), copy.playbook},
        {QStringLiteral("title"), copy.title},
        {QStringLiteral("texts"), copy.texts},
        {QStringLiteral("durations"), QJsonArray::fromStringList(copy.durations)},
        {QStringLiteral("published"), copy.published},
        {QStringLiteral("publishedAt"), wire::orNull(copy.publishedAt)},
        {QStringLiteral("publishedBy"), copy.publishedBy.isEmpty() ? QJsonValue() : QJsonValue(copy.publishedBy)},
        {QStringLiteral("restores"), wire::orNull(copy.restores)},
        {QStringLiteral("notification"), wire::orNull(copy.notification)}};
    if (!copy.about.isEmpty()) {
        json.insert(QStringLiteral("about"), copy.about.toString());
        json.insert(QStringLiteral("language"), copy.language);
        json.insert(QStringLiteral("recipients"), wire::toJson(copy.recipients));
    }
    return json;
}

PlaybookCopy copyFromJson(const QJsonObject& body)
{
    wire::FieldReader in(body);
    PlaybookCopy copy;
    copy.playbook = in.text("playbook");
    copy.title = in.text("title");
    copy.texts = in.object("texts");
    copy.durations = in.texts("durations");
    copy.about = CategorySlug(in.text("about"));
    copy.language = in.text("language");
    copy.recipients = wire::readRecipientQuery(in, "recipients");
    copy.published = in.flag("published", false);
    copy.publishedAt = in.text("publishedAt");
    copy.publishedBy = in.object("publishedBy");
    copy.restores = in.text("restores");
    copy.notification = in.text("notification");
    return copy;
}

DefinitionDesk::Rules playbookRules(store::DatabasePool& pool, const PlaybookLibrary& library)
{
    const auto check = [&pool, &library](const WorkspaceId& workspace, const QString& slug,
                                         const QJsonObject& wish) -> Result<QJsonObject> {
        if (slug == QLatin1String("library"))
            return Error::invalid(QStringLiteral("The library itself is called so; choose another slug."),
                                  QStringLiteral("/slug"));
        Result<PlaybookCopy> copy = readCopy(wish, library);
        if (!copy)
            return copy.error();
        if (!copy->about.isEmpty()) {
            if (Result<> known = checkAbout(pool, workspace, copy->about); !known)
                return known.error();
        }
        if (Result<> kept = keepNotes(pool, workspace, slug, *copy); !kept)
            return kept.error();
        return toJson(*copy);
    };
    return {playbookKind(), check, [](const QJsonObject& body) { return body; }, {QStringLiteral("texts")}};
}

QString textOf(const PlaybookCopy& copy, const PlaybookText& text, const QString& language)
{
    const QString own = copy.texts.value(text.key).toObject().value(language).toString();
    return own.isEmpty() ? text.defaults.value(language) : own;
}

QString filled(const QString& text, const QStringList& values)
{
    static const QRegularExpression mark(QStringLiteral("%(\\d)"));
    QString out;
    qsizetype from = 0;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += text.mid(from, match.capturedStart() - from) + values.value(match.captured(1).toInt() - 1);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

}  // namespace refrain::service
