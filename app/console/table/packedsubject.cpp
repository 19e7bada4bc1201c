#include "console/table/packedsubject.h"

#include "console/table/fold.h"
#include "console/table/slacktext.h"
#include "console/table/textscan.h"

namespace refrain::console {

namespace {

constexpr size_t longestText = 4000;

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
    std::array<std::string_view, FieldCount> kept;
    qsizetype size = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        kept[i] = bounded({texts[i].constData(), static_cast<size_t>(texts[i].size())});
        size += texts[i].size();
    }
    packed.text.reserve(size);
    for (size_t i = 0; i < kept.size(); ++i) {
        packed.lengths[i] = static_cast<quint16>(kept[i].size());
        packed.text.append(kept[i].data(), static_cast<qsizetype>(kept[i].size()));
    }
    packed.folded.reserve(size + FieldCount);
    packed.nameHash = appendFolded(packed.folded, kept);
    packed.starts = startBits({packed.folded.constData(), static_cast<size_t>(packed.folded.size())});
    return packed;
}

std::string_view PackedSubject::bounded(std::string_view text)
{
    if (text.size() <= longestText)
        return text;
    // Continuation bytes are 10xxxxxx.
    size_t end = longestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

quint64 PackedSubject::appendFolded(QByteArray& folded, const std::array<std::string_view, FieldCount>& texts)
{
    const qsizetype begin = folded.size();
    fold(texts[Name], folded);
    const quint64 nameHash = qHashBits(folded.constData() + begin, static_cast<size_t>(folded.size() - begin));
    folded += separator;
    for (const Field field : {DisplayName, FormerNames, Email, Title, Topic, Id}) {
        if (texts[field].empty())
            continue;
        fold(texts[field], folded);
        folded += separator;
    }
    return nameHash;
}

PackedChoice PackedChoice::of(const Preference& preference)
{
    const bool isOwn = preference.actor && preference.actor->id == preference.subject.toString();
    const auto actor = preference.actor ? std::optional(preference.actor->kind) : std::nullopt;
    return {preference.subject, preference.category, StoredChoice::of(preference), preference.at.value_or(0),
            ChoiceOrigin::of(preference.source, actor, isOwn)};
}

}  // namespace refrain::console
