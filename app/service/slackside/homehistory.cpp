#include "service/slackside/homehistory.h"

#include "service/usecases/recordjson.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr std::size_t shown = 5;

QString titleOf(const CategorySlug& slug, const std::vector<Category>& categories, const Speech& speech)
{
    if (slug == everyCategory())
        return speech("all");
    const auto found = std::find_if(categories.begin(), categories.end(),
                                    [&](const Category& category) { return category.slug == slug; });
    return found == categories.end() ? slug.toString() : found->title;
}

/// The sentence that says what was done.
const char* deed(const QJsonObject& before, const QJsonObject& after)
{
    const auto text = [](const QJsonObject& object, const char* name) {
        return object.value(QLatin1String(name)).toString();
    };
    const QString state = text(after, "state");
    const QString stateBefore = before.isEmpty() ? QStringLiteral("default") : text(before, "state");
    const QString snooze = text(after, "snoozedUntil");
    if (state == stateBefore && snooze != text(before, "snoozedUntil"))
        return snooze.isEmpty() ? "didEndPause" : "didPause";
    if (state == QLatin1String("opted_out"))
        return "didStop";
    return state == QLatin1String("opted_in") ? "didStart" : "didAllow";
}

QString surface(Source source, const Speech& speech)
{
    switch (source) {
        case Source::SlashCommand: return speech("withCommand");
        case Source::DirectMessage: return speech("withMessage");
        case Source::AppHome: return speech("inHome");
        case Source::MessageButton: return speech("withButton");
        case Source::Link:
        case Source::OneClick: return speech("withLink");
        case Source::Console:
        case Source::Api:
        case Source::Import:
        case Source::Connector:
        case Source::Policy: break;
    }
    return {};
}

QString doer(const store::ChangeRecord& change, const SubjectId& person, const Speech& speech)
{
    if (change.actor.id == person.toString())
        return speech("you");
    if (change.source == Source::Link || change.source == Source::OneClick)
        return speech("somebodyWithLink");
    return change.actor.name.isEmpty() ? QStringLiteral("Refrain") : change.actor.name;
}

}  // namespace

std::vector<HomeEvent> homeHistory(const std::vector<store::ChangeRecord>& changes, const SubjectId& person,
                                   const std::vector<Category>& categories, const Speech& speech)
{
    std::vector<HomeEvent> events;
    for (const store::ChangeRecord& change : changes) {
        if (change.type != QLatin1String("preference") || events.size() == shown)
            continue;
        events.push_back({change.at, speech(deed(fromText(change.before), fromText(change.after)),
                                            doer(change, person, speech), titleOf(change.category, categories, speech),
                                            change.source ? surface(*change.source, speech) : QString())});
    }
    return events;
}

}  // namespace refrain::service
