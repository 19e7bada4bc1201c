#include "service/slackside/homehistory.h"

#include "service/usecases/recordjson.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr std::size_t shown = 5;

QString titleOf(const CategorySlug& slug, const std::vector<Category>& categories)
{
    if (slug == everyCategory())
        return QStringLiteral("all optional messages");
    const auto found = std::find_if(categories.begin(), categories.end(),
                                    [&](const Category& category) { return category.slug == slug; });
    return found == categories.end() ? slug.toString() : found->title;
}

QString deed(const QJsonObject& before, const QJsonObject& after, const QString& what)
{
    const auto text = [](const QJsonObject& object, const char* name) {
        return object.value(QLatin1String(name)).toString();
    };
    const QString state = text(after, "state");
    const QString stateBefore = before.isEmpty() ? QStringLiteral("default") : text(before, "state");
    const QString snooze = text(after, "snoozedUntil");
    if (state == stateBefore && snooze != text(before, "snoozedUntil"))
        return (snooze.isEmpty() ? QStringLiteral("ended the pause of %1") : QStringLiteral("paused %1")).arg(what);
    if (state == QLatin1String("opted_out"))
        return QStringLiteral("stopped %1").arg(what);
    return state == QLatin1String("opted_in") ? QStringLiteral("turned on %1").arg(what)
                                              : QStringLiteral("allowed %1 again").arg(what);
}

QString surface(Source source)
{
    switch (source) {
        case Source::SlashCommand: return QStringLiteral(" with a command");
        case Source::AppHome: return QStringLiteral(" in the App Home");
        case Source::MessageButton: return QStringLiteral(" with a button");
        case Source::Link:
        case Source::OneClick: return QStringLiteral(" by a link");
        case Source::Console:
        case Source::Api:
        case Source::Import:
        case Source::Connector:
        case Source::Policy: break;
    }
    return {};
}

QString doer(const store::ChangeRecord& change, const SubjectId& person)
{
    if (change.actor.id == person.toString())
        return QStringLiteral("You");
    if (change.source == Source::Link || change.source == Source::OneClick)
        return QStringLiteral("Somebody with your link");
    return change.actor.name.isEmpty() ? QStringLiteral("Refrain") : change.actor.name;
}

}  // namespace

std::vector<HomeEvent> homeHistory(const std::vector<store::ChangeRecord>& changes, const SubjectId& person,
                                   const std::vector<Category>& categories)
{
    std::vector<HomeEvent> events;
    for (const store::ChangeRecord& change : changes) {
        if (change.type != QLatin1String("preference") || events.size() == shown)
            continue;
        const QString what =
            deed(fromText(change.before), fromText(change.after), titleOf(change.category, categories));
        events.push_back(
            {change.at, QStringLiteral("%1 %2%3").arg(doer(change, person), what,
                                                      change.source ? surface(*change.source) : QString())});
    }
    return events;
}

}  // namespace refrain::service
