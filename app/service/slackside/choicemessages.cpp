#include "service/slackside/choicemessages.h"

#include "slack/blocks/blocks.h"
#include "slack/payloads/installation.h"

#include <algorithm>

namespace refrain::service {
namespace {

using slack::ButtonStyle;
using slack::ButtonValue;
namespace action = slack::action;

constexpr qsizetype echoed = 60;

QString titleOf(const Category& category)
{
    return category.title.isEmpty() ? category.slug.toString() : category.title;
}

QString valueFor(const CategorySlug& slug, std::optional<Millis> until = std::nullopt)
{
    ButtonValue value;
    value.category = slug;
    value.until = until;
    return value.toString();
}

QString markOf(const ShownCategory& shown)
{
    if (shown.category.required)
        return QStringLiteral("always on");
    if (shown.view.decision.rule == Rule::Snoozed)
        return QStringLiteral("paused");
    return shown.view.decision.deliver ? QStringLiteral("on") : QStringLiteral("off");
}

/// The mark goes first: a long title is cut, and the mark must not be.
QJsonArray menu(const Shown& shown)
{
    std::vector<slack::Option> options;
    for (const ShownCategory& category : shown.categories)
        options.push_back({QStringLiteral("%1 (%2)").arg(titleOf(category.category).left(60), markOf(category)),
                           category.category.slug.toString()});
    QJsonArray elements;
    if (!options.empty())
        elements.append(slack::select(QStringLiteral("Choose a category"), action::choose, options));
    return elements;
}

bool allIsOff(const Shown& shown)
{
    return shown.everything.preference.state == PreferenceState::OptedOut;
}

QJsonObject allButton(const Shown& shown)
{
    const QString all = valueFor(everyCategory());
    return allIsOff(shown)
               ? slack::button(QStringLiteral("Turn optional messages on again"), action::start, all)
               : slack::button(QStringLiteral("Stop all optional messages"), action::all, all, ButtonStyle::Danger);
}

QJsonArray chooseBlocks(const Shown& shown)
{
    QJsonArray elements = menu(shown);
    elements.append(allButton(shown));
    return {slack::actions(elements)};
}

Told withMenu(const QString& text, const Shown& shown)
{
    Told message{text, {slack::section(text)}};
    for (const QJsonValue& block : chooseBlocks(shown))
        message.blocks.append(block);
    return message;
}

QString stateLines(const Shown& shown)
{
    QStringList lines;
    if (allIsOff(shown))
        lines << QStringLiteral("All optional messages are off for you.");
    else if (shown.everything.decision.rule == Rule::Snoozed || shown.everything.preference.snoozedUntil)
        lines << QStringLiteral("All optional messages are paused until %1.")
                     .arg(momentWords(*shown.everything.preference.snoozedUntil, shown.zone));
    for (const ShownCategory& category : shown.categories)
        lines << QStringLiteral("• %1: %2").arg(nameOf(category.category), stateWords(category, shown.zone));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

QJsonObject Told::toJson() const
{
    return {{QStringLiteral("text"), text}, {QStringLiteral("blocks"), blocks}};
}

Told Told::fromJson(const QJsonObject& object)
{
    return {object.value(QLatin1String("text")).toString(), object.value(QLatin1String("blocks")).toArray()};
}

Told told(const QString& text, const QJsonArray& buttons)
{
    Told message{text, {slack::section(text)}};
    if (!buttons.isEmpty())
        message.blocks.append(slack::actions(buttons));
    return message;
}

const ShownCategory* Shown::find(const CategorySlug& slug) const
{
    for (const ShownCategory& category : categories) {
        if (category.category.slug == slug)
            return &category;
    }
    return nullptr;
}

const Category* Shown::category(const CategorySlug& slug) const
{
    if (slug == everyCategory())
        return &every;
    if (const ShownCategory* living = find(slug))
        return &living->category;
    const auto old = std::find_if(archived.begin(), archived.end(),
                                  [&slug](const Category& category) { return category.slug == slug; });
    return old == archived.end() ? nullptr : &*old;
}

std::vector<Category> Shown::named() const
{
    std::vector<Category> all;
    for (const ShownCategory& living : categories)
        all.push_back(living.category);
    all.insert(all.end(), archived.begin(), archived.end());
    return all;
}

Told picker(const Shown& shown)
{
    return withMenu(QStringLiteral("*Your messages*\n%1\nChoose one to stop it, to pause it or to get it again.")
                        .arg(stateLines(shown)),
                    shown);
}

Told card(const Shown& shown, const ShownCategory& chosen)
{
    const Category& category = chosen.category;
    QStringList lines{QStringLiteral("%1: %2").arg(nameOf(category), stateWords(chosen, shown.zone))};
    if (!category.description.isEmpty())
        lines << slack::escaped(category.description);
    QJsonArray buttons;
    const QString value = valueFor(category.slug);
    if (!category.required && chosen.view.decision.deliver) {
        buttons.append(slack::button(QStringLiteral("Stop %1").arg(titleOf(category)), action::stop, value));
        buttons.append(slack::button(QStringLiteral("Snooze"), action::snooze, value));
    } else if (!category.required) {
        buttons.append(slack::button(QStringLiteral("Get %1 again").arg(titleOf(category)), action::start, value));
    }
    buttons.append(slack::button(QStringLiteral("All settings"), action::settings, value));
    return told(lines.join(QLatin1Char('\n')), buttons);
}

Told statusMessage(const Shown& shown)
{
    return withMenu(QStringLiteral("*What you get*\n%1").arg(stateLines(shown)), shown);
}

Told helpMessage(const Shown& shown, const QString& lead)
{
    const QString help = helpWords(shown.categories);
    return withMenu(lead.isEmpty() ? help : lead + QLatin1Char('\n') + help, shown);
}

Told confirmation(const Shown& shown, std::optional<Millis> until)
{
    QStringList stopping;
    std::vector<ShownCategory> staying;
    for (const ShownCategory& category : shown.categories) {
        if (category.category.required)
            staying.push_back(category);
        else if (category.view.decision.deliver)
            stopping << nameOf(category.category);
    }
    QStringList lines;
    lines << (until ? QStringLiteral("Pause all optional messages until %1?").arg(momentWords(*until, shown.zone))
                    : QStringLiteral("Stop all optional messages?"));
    if (!stopping.isEmpty())
        lines << QStringLiteral("You would no longer get %1.").arg(stopping.mid(0, 20).join(QStringLiteral(", ")));
    if (const QString still = stillComesWords(staying); !still.isEmpty())
        lines << still;
    lines << QStringLiteral("Nothing has been changed yet.");
    return told(lines.join(QLatin1Char('\n')),
                {slack::button(until ? QStringLiteral("Yes, pause them") : QStringLiteral("Yes, stop them"),
                               action::stop, valueFor(everyCategory(), until), ButtonStyle::Danger),
                 slack::button(QStringLiteral("No, change nothing"), action::cancel, QStringLiteral("{}"))});
}

Told didYouMean(const Shown& shown, const QString& said, const std::vector<CategorySlug>& nearest, Direction direction,
                std::optional<Millis> until)
{
    QJsonArray buttons;
    const QString act = direction == Direction::Out ? action::stop : action::start;
    for (const CategorySlug& slug : nearest) {
        const ShownCategory* category = shown.find(slug);
        const QString title = category ? titleOf(category->category) : slug.toString();
        const QString label = direction == Direction::In ? QStringLiteral("Get %1 again")
                              : until                    ? QStringLiteral("Pause %1")
                                                         : QStringLiteral("Stop %1");
        buttons.append(
            slack::button(label.arg(title), act + QStringLiteral(":%1").arg(buttons.size()), valueFor(slug, until)));
    }
    buttons.append(slack::button(QStringLiteral("All settings"), action::settings, QStringLiteral("{}")));
    const QString first = nearest.size() == 1 && shown.find(nearest.front())
                              ? QStringLiteral(" Did you mean %1?").arg(nameOf(shown.find(nearest.front())->category))
                              : QStringLiteral(" Did you mean one of these?");
    return told(QStringLiteral("There is nothing called “%1”, so nothing was changed.%2")
                    .arg(slack::escaped(said.simplified().left(echoed)), first),
                buttons);
}

Told snoozeQuestion(const Category& category, const ButtonValue& value)
{
    struct Length {
        const char* label;
        const char* words;
    };
    QJsonArray buttons;
    for (const Length& length : {Length{"1 day", "1d"}, Length{"1 week", "1w"}, Length{"1 month", "1mo"}}) {
        ButtonValue chosen = value;
        chosen.duration = QString::fromLatin1(length.words);
        buttons.append(slack::button(QString::fromLatin1(length.label),
                                     QString(action::stop) + QLatin1Char(':') + chosen.duration, chosen.toString()));
    }
    buttons.append(slack::button(QStringLiteral("Cancel"), action::cancel, QStringLiteral("{}")));
    return told(QStringLiteral("For how long do you want no %1?").arg(nameOf(category)), buttons);
}

QJsonObject undoButton(const QList<qint64>& changes)
{
    ButtonValue value;
    value.changes = changes;
    return slack::button(QStringLiteral("Undo"), action::undo, value.toString());
}

}  // namespace refrain::service
