#include "console/table/packedsubject.h"

#include "console/table/fold.h"
#include "console/table/slacktext.h"

namespace refrain::console {

namespace {

constexpr qsizetype longestText = 4000;

void bound(QByteArray& bytes)
{
    if (bytes.size() <= longestText)
        return;
    // Never cuts a character in two: continuation bytes are 10xxxxxx.
    qsizetype end = longestText;
    while (end > 0 && (bytes.at(end) & 0xC0) == 0x80)
        --end;
    bytes.truncate(end);
}

}  // namespace

PackedSubject PackedSubject::of(const Subject& subject)
{
    PackedSubject packed =
        of(Texts{subject.id.toString().toUtf8(), subject.name.toUtf8(), subject.displayName.toUtf8(),
                 subject.email.toUtf8(), subject.title.toUtf8(), plainText(subject.topic).toUtf8(), subject.tz.toUtf8(),
                 subject.formerNames.join(QLatin1Char(separator)).toUtf8(), subject.person.toString().toUtf8()});
    packed.kind = subject.kind;
    packed.role = subject.role;
    packed.flags = static_cast<quint8>((subject.deleted ? Deleted : 0) | (subject.bot ? Bot : 0) |
                                       (subject.archived ? Archived : 0) | (subject.isPrivate ? Private : 0) |
                                       (subject.addressDead ? AddressDead : 0));
    return packed;
}

PackedSubject PackedSubject::of(Texts texts)
{
    PackedSubject packed;
    qsizetype size = 0;
    for (QByteArray& text : texts) {
        bound(text);
        size += text.size();
    }
    packed.text.reserve(size);
    for (size_t i = 0; i < texts.size(); ++i) {
        packed.lengths[i] = static_cast<quint16>(texts[i].size());
        packed.text += texts[i];
    }
    const QByteArray name = fold(texts[Name]);
    packed.nameHash = qHash(name);
    packed.folded.reserve(size + FieldCount);
    packed.folded = name + separator;
    for (const Field field : {DisplayName, FormerNames, Email, Title, Topic, Id}) {
        if (!texts[field].isEmpty())
            packed.folded += fold(texts[field]) + separator;
    }
    return packed;
}

PackedChoice PackedChoice::of(const Preference& preference)
{
    const bool isOwn = preference.actor && preference.actor->id == preference.subject.toString();
    const auto actor = preference.actor ? std::optional(preference.actor->kind) : std::nullopt;
    return {preference.subject, preference.category, StoredChoice::of(preference), preference.at.value_or(0),
            ChoiceOrigin::of(preference.source, actor, isOwn)};
}

}  // namespace refrain::console
