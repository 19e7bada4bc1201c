#include "console/table/packedsubject.h"

#include "console/table/fold.h"
#include "console/table/slacktext.h"

namespace refrain::console {

namespace {

constexpr qsizetype longestText = 4000;

QByteArray bounded(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() <= longestText)
        return bytes;
    // Never cuts a character in two: continuation bytes are 10xxxxxx.
    qsizetype end = longestText;
    while (end > 0 && (bytes.at(end) & 0xC0) == 0x80)
        --end;
    bytes.truncate(end);
    return bytes;
}

}  // namespace

PackedSubject PackedSubject::of(const Subject& subject)
{
    PackedSubject packed;
    const QString topic = plainText(subject.topic);
    const QString former = subject.formerNames.join(QLatin1Char(separator));
    const std::array<const QString*, FieldCount> fields{&subject.id.toString(),
                                                        &subject.name,
                                                        &subject.displayName,
                                                        &subject.email,
                                                        &subject.title,
                                                        &topic,
                                                        &subject.tz,
                                                        &former,
                                                        &subject.person.toString()};
    for (size_t i = 0; i < fields.size(); ++i) {
        const QByteArray bytes = bounded(*fields[i]);
        packed.lengths[i] = static_cast<quint16>(bytes.size());
        packed.text += bytes;
    }
    const QByteArray name = fold(subject.name.left(longestText));
    packed.nameHash = qHash(name);
    packed.folded = name + separator;
    for (const QString* text :
         {&subject.displayName, &former, &subject.email, &subject.title, &topic, &subject.id.toString()}) {
        if (!text->isEmpty())
            packed.folded += fold(text->left(longestText)) + separator;
    }
    packed.kind = subject.kind;
    packed.role = subject.role;
    packed.flags = static_cast<quint8>((subject.deleted ? Deleted : 0) | (subject.bot ? Bot : 0) |
                                       (subject.archived ? Archived : 0) | (subject.isPrivate ? Private : 0) |
                                       (subject.addressDead ? AddressDead : 0));
    return packed;
}

PackedChoice PackedChoice::of(const Preference& preference)
{
    return {preference.subject, preference.category, StoredChoice::of(preference), preference.at.value_or(0)};
}

}  // namespace refrain::console
