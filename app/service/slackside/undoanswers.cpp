#include "service/slackside/undoanswers.h"

#include "service/usecases/recordjson.h"
#include "wire/preference.h"

namespace refrain::service {
namespace {

using Kind = ChangeOutcome::Kind;

constexpr QLatin1String undoWords("Undo of change ");
constexpr QLatin1String togetherWords("Asked together: ");

/// What an undo led to, for one choice.
QString undoneWords(const Shown& after, const Category& category)
{
    const Speech& speech = after.speech;
    if (category.slug == everyCategory())
        return speech("undoneAll", allWords(after));
    const ShownCategory* living = after.find(category.slug);
    return living ? speech("undone", nameOf(category, speech), stateWords(*living, speech))
                  : speech("undoneAsBefore", nameOf(category, speech));
}

}  // namespace

Preference preferenceOf(const store::ChangeRecord& change, const QByteArray& text)
{
    const QJsonObject object = fromText(text);
    const auto read = wire::preferenceFromJson(object);
    if (!object.isEmpty() && read)
        return read->preference;
    Preference never;
    never.subject = change.subject;
    never.category = change.category;
    return never;
}

bool isBy(const Visitor& visitor, const store::ChangeRecord& change)
{
    return change.type == QLatin1String("preference") && change.actor.kind == ActorKind::SlackUser &&
           change.actor.id == visitor.subject.id.toString();
}

bool mayUndo(const Visitor& visitor, const store::ChangeRecord& change)
{
    const bool isOwn = change.type == QLatin1String("preference") && change.subject == visitor.subject.id;
    return isOwn || isBy(visitor, change);
}

std::optional<ChangeRequest> undoRequest(const store::ChangeRecord& change, Source source, const Visitor& visitor,
                                         Millis now)
{
    std::optional<ChangeRequest> request =
        undoOf(preferenceOf(change, change.before), preferenceOf(change, change.after), source, visitor.actor(), now);
    if (request)
        request->reason = undoWords + QString::number(change.seq);
    return request;
}

bool isUndo(const QString& reason)
{
    return reason.startsWith(undoWords);
}

QString togetherReason(const std::vector<Choices::Wish>& wishes)
{
    QStringList names;
    for (const Choices::Wish& wish : wishes)
        names << wish.category.toString();
    return (togetherWords + names.join(QLatin1String(", "))).left(500);
}

bool isTogether(const QString& reason)
{
    return reason.startsWith(togetherWords);
}

Told undoAnswer(const Shown& after, const SubjectId& person, const BatchOutcome& batch)
{
    QStringList lines;
    for (const ChangeOutcome& outcome : batch.items) {
        const Category* category = after.category(outcome.preference.category);
        if (!category)
            continue;
        const bool isDone = outcome.kind == Kind::Changed || outcome.kind == Kind::Unchanged;
        if (!isDone)
            lines << refusalWords(*category, outcome.refusal.value_or(Refusal::Unprocessable), after.speech);
        else if (outcome.preference.subject != person)
            lines << after.speech("undoneChannel", nameOf(*category, after.speech),
                                  QStringLiteral("<#%1>").arg(outcome.preference.subject.toString()));
        else
            lines << undoneWords(after, *category);
    }
    return told(lines.join(QLatin1Char('\n')), {settingsButton(after.speech)});
}

Told nothingToUndo(const Speech& speech)
{
    return told(speech("nothingToUndo"), {settingsButton(speech)});
}

Told undoForbidden(const SubjectId& channel, const Speech& speech)
{
    return told(speech("undoForbidden", QStringLiteral("<#%1>").arg(channel.toString())), {settingsButton(speech)});
}

}  // namespace refrain::service
