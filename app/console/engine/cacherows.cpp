#include "console/engine/cacherows.h"

#include "console/table/slacktext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace refrain::console {

namespace {

enum Flag : int { Deleted = 1, Bot = 2, Archived = 4, Private = 8, AddressDead = 16 };
constexpr QLatin1Char listSeparator('\x1f');

template <class E>
std::optional<int> numberOf(std::optional<E> value)
{
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

template <class E>
std::optional<E> enumOf(std::optional<qint64> number)
{
    return number ? std::optional<E>(static_cast<E>(*number)) : std::nullopt;
}

/// Where a row has the texts that a table holds; but for the topic, which is not stored as it is read.
constexpr std::array textColumns{std::pair(PackedSubject::Id, 0),          std::pair(PackedSubject::Name, 2),
                                 std::pair(PackedSubject::DisplayName, 3), std::pair(PackedSubject::Email, 4),
                                 std::pair(PackedSubject::Title, 5),       std::pair(PackedSubject::Tz, 6),
                                 std::pair(PackedSubject::Person, 11),     std::pair(PackedSubject::FormerNames, 12)};

QByteArray topicOf(const store::Row& row)
{
    const QString topic = row.text(8);
    return topic.isEmpty() ? QByteArray() : plainText(topic).toUtf8();
}

StoredChoice choiceOf(const store::Row& row)
{
    return {static_cast<PreferenceState>(row.integer(2)), row.maybeInteger(3), row.integer(4)};
}

ChoiceOrigin originOf(const store::Row& row)
{
    return ChoiceOrigin::of(enumOf<Source>(row.maybeInteger(6)), enumOf<ActorKind>(row.maybeInteger(7)), row.flag(8));
}

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString& record)
{
    return QJsonDocument::fromJson(record.toUtf8()).object();
}

}  // namespace

store::Values valuesOf(const Subject& subject, qint64 sweep)
{
    const int flags = (subject.deleted ? Deleted : 0) | (subject.bot ? Bot : 0) | (subject.archived ? Archived : 0) |
                      (subject.isPrivate ? Private : 0) | (subject.addressDead ? AddressDead : 0);
    return {subject.id,
            static_cast<int>(subject.kind),
            subject.name,
            subject.displayName,
            subject.email,
            subject.title,
            subject.tz,
            subject.locale,
            subject.topic,
            static_cast<int>(subject.role),
            flags,
            subject.person,
            subject.formerNames.join(listSeparator),
            subject.updatedAt,
            sweep};
}

Subject subjectOf(const store::Row& row)
{
    Subject subject;
    subject.id = row.id<SubjectId>(0);
    subject.kind = static_cast<SubjectKind>(row.integer(1));
    subject.name = row.text(2);
    subject.displayName = row.text(3);
    subject.email = row.text(4);
    subject.title = row.text(5);
    subject.tz = row.text(6);
    subject.locale = row.text(7);
    subject.topic = row.text(8);
    subject.role = static_cast<SubjectRole>(row.integer(9));
    const qint64 flags = row.integer(10);
    subject.deleted = flags & Deleted;
    subject.bot = flags & Bot;
    subject.archived = flags & Archived;
    subject.isPrivate = flags & Private;
    subject.addressDead = flags & AddressDead;
    subject.person = row.id<PersonId>(11);
    subject.formerNames = row.text(12).split(listSeparator, Qt::SkipEmptyParts);
    subject.updatedAt = row.integer(13);
    return subject;
}

PackedSubject packedSubjectOf(const store::Row& row)
{
    static_assert(int(Deleted) == int(PackedSubject::Deleted) && int(AddressDead) == int(PackedSubject::AddressDead));
    PackedSubject::Texts texts;
    for (const auto& [field, column] : textColumns)
        texts[field] = row.bytes(column);
    texts[PackedSubject::Topic] = topicOf(row);
    PackedSubject packed = PackedSubject::of(std::move(texts));
    packed.kind = kindOf(row);
    packed.role = static_cast<SubjectRole>(row.integer(9));
    packed.flags = static_cast<quint8>(row.integer(10));
    return packed;
}

PackedChoice packedChoiceOf(const store::Row& row)
{
    return {row.id<SubjectId>(0), row.id<CategorySlug>(1), choiceOf(row), row.integer(5), originOf(row)};
}

void addTo(BlockBuilder& builder, const store::Row& subject)
{
    BlockBuilder::Texts texts;
    for (const auto& [field, column] : textColumns)
        texts[field] = subject.utf8(column);
    const QByteArray topic = topicOf(subject);
    texts[PackedSubject::Topic] = {topic.constData(), static_cast<size_t>(topic.size())};
    builder.add(texts, kindOf(subject), static_cast<SubjectRole>(subject.integer(9)),
                static_cast<quint8>(subject.integer(10)));
}

void chooseIn(BlockBuilder& builder, const store::Row& choice)
{
    builder.choose(choice.utf8(0), choice.utf8(1), choiceOf(choice), choice.integer(5), originOf(choice));
}

SubjectKind kindOf(const store::Row& subject)
{
    return static_cast<SubjectKind>(subject.integer(1));
}

store::Values valuesOf(const Preference& preference, qint64 sweep)
{
    const Actor actor = preference.actor.value_or(Actor{});
    const std::optional<ActorKind> kind =
        preference.actor ? std::optional<ActorKind>(preference.actor->kind) : std::nullopt;
    return {preference.subject,
            preference.category,
            static_cast<int>(preference.state),
            preference.snoozedUntil,
            preference.version,
            numberOf(preference.source),
            numberOf(kind),
            actor.id,
            actor.name,
            numberOf(preference.requestedBy),
            preference.reason,
            preference.ticket,
            preference.at,
            sweep};
}

Preference preferenceOf(const store::Row& row)
{
    Preference preference;
    preference.subject = row.id<SubjectId>(0);
    preference.category = row.id<CategorySlug>(1);
    preference.state = static_cast<PreferenceState>(row.integer(2));
    preference.snoozedUntil = row.maybeInteger(3);
    preference.version = row.integer(4);
    preference.source = enumOf<Source>(row.maybeInteger(5));
    if (const auto kind = enumOf<ActorKind>(row.maybeInteger(6)))
        preference.actor = Actor{*kind, row.text(7), row.text(8)};
    preference.requestedBy = enumOf<RequestedBy>(row.maybeInteger(9));
    preference.reason = row.text(10);
    preference.ticket = row.text(11);
    preference.at = row.maybeInteger(12);
    return preference;
}

QString recordOf(const Category& category)
{
    return compact({{QStringLiteral("slug"), category.slug.toString()},
                    {QStringLiteral("title"), category.title},
                    {QStringLiteral("description"), category.description},
                    {QStringLiteral("kind"), toString(category.kind)},
                    {QStringLiteral("parent"), category.parent.toString()},
                    {QStringLiteral("defaultIn"), category.defaultIn},
                    {QStringLiteral("required"), category.required},
                    {QStringLiteral("requiredReason"), category.requiredReason},
                    {QStringLiteral("paused"), category.paused},
                    {QStringLiteral("resubscribe"), toString(category.resubscribe)},
                    {QStringLiteral("onFailure"), toString(category.onFailure)},
                    {QStringLiteral("position"), category.position},
                    {QStringLiteral("archived"), category.archived},
                    {QStringLiteral("version"), category.version}});
}

Category categoryFromRecord(const QString& record)
{
    const QJsonObject object = objectOf(record);
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    const auto flag = [&](const char* key) { return object.value(QLatin1String(key)).toBool(); };
    Category category;
    category.slug = CategorySlug(text("slug"));
    category.title = text("title");
    category.description = text("description");
    category.kind = categoryKindFromString(text("kind")).value_or(CategoryKind::Message);
    category.parent = CategorySlug(text("parent"));
    category.defaultIn = flag("defaultIn");
    category.required = flag("required");
    category.requiredReason = text("requiredReason");
    category.paused = flag("paused");
    category.resubscribe = resubscribeFromString(text("resubscribe")).value_or(Resubscribe::UserOnly);
    category.onFailure = onFailureFromString(text("onFailure")).value_or(OnFailure::Skip);
    category.position = object.value(QLatin1String("position")).toInt();
    category.archived = flag("archived");
    category.version = object.value(QLatin1String("version")).toInteger();
    return category;
}

QString recordOf(const SyncCounts& counts)
{
    return compact({{QStringLiteral("read"), counts.read},
                    {QStringLiteral("added"), counts.added},
                    {QStringLiteral("changed"), counts.changed},
                    {QStringLiteral("removed"), counts.removed},
                    {QStringLiteral("sent"), counts.sent},
                    {QStringLiteral("failed"), counts.failed}});
}

SyncCounts countsFromRecord(const QString& record)
{
    const QJsonObject object = objectOf(record);
    const auto number = [&](const char* key) { return object.value(QLatin1String(key)).toInteger(); };
    return {number("read"), number("added"), number("changed"), number("removed"), number("sent"), number("failed")};
}

}  // namespace refrain::console
