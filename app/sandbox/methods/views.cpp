#include "sandbox/methods/methods.h"
#include "sandbox/views/blockrules.h"
#include "sandbox/views/triggers.h"
#include "sandbox/views/viewbook.h"

#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

constexpr qsizetype largestView = 250'000;

/// The view that a call brought, or the refusal.
struct GivenView {
    QJsonObject view;
    std::optional<Answer> refusal;
};

/// `type` is what it has to be; empty for what it says itself.
GivenView readView(const Call& call, const QString& type)
{
    const QString name = QStringLiteral("view");
    if (!call.arguments.has(name))
        return {{}, Answer::missingArgument(name)};
    const QJsonValue given = call.arguments.json(name);
    if (!given.isObject())
        return {{}, Answer::badArguments({QStringLiteral("must be a valid view object [json-pointer:/view]")})};
    const QJsonObject view = given.toObject();
    if (QJsonDocument(view).toJson(QJsonDocument::Compact).size() > largestView)
        return {{}, Answer::fault(QStringLiteral("view_too_large"))};
    Complaints complaints;
    checkView(view, type.isEmpty() ? view.value(QStringLiteral("type")).toString() : type, complaints);
    if (!complaints.none())
        return {{}, Answer::badArguments(complaints.list())};
    return {view, {}};
}

Answer answer(const ViewBook::Outcome& outcome)
{
    if (!outcome.problem.isEmpty())
        return Answer::fault(outcome.problem);
    return Answer::ok({{QStringLiteral("view"), outcome.view}});
}

Answer publish(const World& world, ViewBook& views, const Call& call)
{
    const QString user = call.arguments.text(QStringLiteral("user_id"));
    if (user.isEmpty())
        return Answer::missingArgument(QStringLiteral("user_id"));
    const std::optional<Person> person = world.findPerson(user);
    if (!person || isBot(person->kind))
        return Answer::badArguments({QStringLiteral("invalid user_id [json-pointer:/user_id]")});
    const GivenView given = readView(call, QStringLiteral("home"));
    if (given.refusal)
        return *given.refusal;
    return answer(views.publish(person->index, given.view, call.arguments.text(QStringLiteral("hash"))));
}

/// views.open and views.push: a modal for whoever acted.
Answer show(ViewBook& views, Triggers& triggers, bool onTop, const Call& call)
{
    const QString trigger = call.arguments.text(QStringLiteral("trigger_id"));
    if (trigger.isEmpty())
        return Answer::missingArgument(QStringLiteral("trigger_id"));
    const GivenView given = readView(call, QStringLiteral("modal"));
    if (given.refusal)
        return *given.refusal;
    const Triggers::Redeemed redeemed = triggers.redeem(trigger);
    if (!redeemed.person)
        return Answer::fault(redeemed.problem);
    return answer(onTop ? views.push(*redeemed.person, given.view) : views.open(*redeemed.person, given.view));
}

Answer update(ViewBook& views, const Call& call)
{
    const QString external = call.arguments.text(QStringLiteral("external_id"));
    const QString id = external.isEmpty() ? call.arguments.text(QStringLiteral("view_id")) : views.idOf(external);
    const QJsonObject old = views.find(id);
    if (external.isEmpty() && id.isEmpty())
        return Answer::missingArgument(QStringLiteral("view_id"));
    if (old.isEmpty())
        return Answer::fault(QStringLiteral("not_found"));
    const GivenView given = readView(call, old.value(QStringLiteral("type")).toString());
    if (given.refusal)
        return *given.refusal;
    return answer(views.update(id, given.view, call.arguments.text(QStringLiteral("hash"))));
}

}  // namespace

void addViewMethods(MethodTable& table, const World& world, ViewBook& views, Triggers& triggers)
{
    const auto add = [&table](const char* name, std::function<Answer(const Call&)> run) {
        table.add({QLatin1String(name), Tier::Four, Method::Needs::Token, {}, std::move(run)});
    };
    add("views.publish", [&world, &views](const Call& call) { return publish(world, views, call); });
    add("views.open", [&views, &triggers](const Call& call) { return show(views, triggers, false, call); });
    add("views.push", [&views, &triggers](const Call& call) { return show(views, triggers, true, call); });
    add("views.update", [&views](const Call& call) { return update(views, call); });
}

}  // namespace refrain::sandbox
