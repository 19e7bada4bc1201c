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

QString markOf(const ShownCategory& shown, const Speech& speech)
{
    if (shown.category.required)
        return speech("markRequired");
    if (shown.view.decision.rule == Rule::Snoozed)
        return speech("markPaused");
    return speech(shown.view.decision.deliver ? "markOn" : "markOff");
}

/// The mark goes first: a long title is cut, and the mark must not be.
QJsonArray menu(const Shown& shown)
{
    std::vector<slack::Option> options;
    for (const ShownCategory& category : shown.categories)
        options.push_back(
            {QStringLiteral("%1 (%2)").arg(titleOf(category.category).left(60), markOf(category, shown.speech)),
             category.category.slug.toString()});
    QJsonArray elements;
    if (!options.empty())
        elements.append(slack::select(shown.speech("chooseCategory"), action::choose, options));
    return elements;
}

bool allIsOff(const Shown& shown)
{
    return shown.everything.preference.state == PreferenceState::OptedOut;
}

QJsonObject allButton(const Shown& shown)
{
    const QString all = valueFor(everyCategory());
    return allIsOff(shown) ? slack::button(shown.speech("buttonAllOn"), action::start, all)
                           : slack::button(shown.speech("buttonAllOff"), action::all, all, ButtonStyle::Danger);
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

/// "Pause Reminders until 7 December 2026, 08:51": the time must not be cut off.
QString pauseLabel(const QString& title, Millis until, const Speech& speech)
{
    constexpr qsizetype roomForTitle = 30;
    return speech("buttonPauseUntil",
                  title.size() > roomForTitle ? title.left(roomForTitle - 1) + QChar(0x2026) : title,
                  speech.time(until));
}

/// What was chosen for all optional messages; empty where nothing was.
QString everythingWords(const Shown& shown)
{
    if (allIsOff(shown))
        return shown.speech("allAreOff");
    const std::optional<Millis> until = shown.everything.preference.snoozedUntil;
    return until && shown.everything.decision.rule == Rule::Snoozed
               ? shown.speech("allArePaused", shown.speech.moment(*until))
               : QString();
}

QString categoryLines(const Shown& shown)
{
    QStringList lines;
    for (const ShownCategory& category : shown.categories)
        lines << QStringLiteral("• %1: %2")
                     .arg(nameOf(category.category, shown.speech), stateWords(category, shown.speech));
    return lines.join(QLatin1Char('\n'));
}

QString stateLines(const Shown& shown)
{
    const QString all = everythingWords(shown);
    return all.isEmpty() ? categoryLines(shown) : all + QLatin1Char('\n') + categoryLines(shown);
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

QString allWords(const Shown& shown)
{
    const QString all = everythingWords(shown);
    return (all.isEmpty() ? shown.speech("allAreOn") : all) + QLatin1Char('\n') + categoryLines(shown);
}

Told picker(const Shown& shown)
{
    return withMenu(shown.speech("picker", stateLines(shown)), shown);
}

Told card(const Shown& shown, const ShownCategory& chosen)
{
    const Category& category = chosen.category;
    const Speech& speech = shown.speech;
    QStringList lines{QStringLiteral("%1: %2").arg(nameOf(category, speech), stateWords(chosen, speech))};
    if (!category.description.isEmpty())
        lines << slack::escaped(category.description);
    QJsonArray buttons;
    const QString value = valueFor(category.slug);
    if (!category.required && chosen.view.decision.deliver) {
        buttons.append(slack::button(speech("buttonStop", titleOf(category)), action::stop, value));
        buttons.append(slack::button(speech("buttonSnooze"), action::snooze, value));
    } else if (!category.required) {
        buttons.append(slack::button(speech("buttonStart", titleOf(category)), action::start, value));
    }
    buttons.append(settingsButton(speech));
    return told(lines.join(QLatin1Char('\n')), buttons);
}

Told statusMessage(const Shown& shown, const QString& lead)
{
    const QString status = shown.speech("status", stateLines(shown));
    return withMenu(lead.isEmpty() ? status : lead + QLatin1Char('\n') + status, shown);
}

Told helpMessage(const Shown& shown, const QString& lead)
{
    const QString help = helpWords(shown.categories, shown.speech);
    return withMenu(lead.isEmpty() ? help : lead + QLatin1Char('\n') + help, shown);
}

Told confirmation(const Shown& shown, std::optional<Millis> until)
{
    const Speech& speech = shown.speech;
    QStringList stopping;
    std::vector<ShownCategory> staying;
    for (const ShownCategory& category : shown.categories) {
        if (category.category.required)
            staying.push_back(category);
        else if (category.view.decision.deliver)
            stopping << nameOf(category.category, speech);
    }
    QStringList lines;
    lines << (until ? speech("askPauseAll", speech.moment(*until)) : speech("askStopAll"));
    if (!stopping.isEmpty())
        lines << speech("wouldStop", speech.list(stopping, 20));
    if (const QString still = stillComesWords(staying, speech); !still.isEmpty())
        lines << still;
    if (!until && shown.every.resubscribe == Resubscribe::Never)
        lines << speech("isFinal");
    lines << speech("nothingYet");
    return told(lines.join(QLatin1Char('\n')),
                {slack::button(speech(until ? "buttonPauseAll" : "buttonStopAll"), action::stop,
                               valueFor(everyCategory(), until), ButtonStyle::Danger),
                 slack::button(speech("buttonKeepAll"), action::cancel, QStringLiteral("{}"))});
}

QString notCalledWords(const Shown& shown, const QString& said, const std::vector<CategorySlug>& nearest,
                       std::optional<Millis> until)
{
    const Speech& speech = shown.speech;
    const ShownCategory* only = nearest.size() == 1 ? shown.find(nearest.front()) : nullptr;
    const QString end = until ? speech.moment(*until) : QString();
    QString question;
    if (only)
        question = until ? speech("didYouMeanPause", nameOf(only->category, speech), end)
                         : speech("didYouMean", nameOf(only->category, speech));
    else
        question = until ? speech("didYouMeanOnePause", end) : speech("didYouMeanOne");
    return speech("nothingCalled", slack::plainly(said.simplified().left(echoed))) + QLatin1Char(' ') + question;
}

Told didYouMean(const Shown& shown, const QString& said, const std::vector<CategorySlug>& nearest, Direction direction,
                std::optional<Millis> until)
{
    // What is archived, or cannot be stopped, is no offer.
    std::vector<CategorySlug> offered;
    for (const CategorySlug& slug : nearest) {
        const ShownCategory* category = shown.find(slug);
        if (category && (direction == Direction::In || !category->category.required))
            offered.push_back(slug);
        else if (category && nearest.size() == 1)
            return card(shown, *category);
    }
    if (offered.empty())
        return helpMessage(shown, shown.speech("notUnderstood", slack::plainly(said.simplified().left(echoed))));
    QJsonArray buttons;
    const QString act = direction == Direction::Out ? action::stop : action::start;
    for (const CategorySlug& slug : offered) {
        const QString title = titleOf(shown.find(slug)->category);
        const QString label = direction == Direction::In ? shown.speech("buttonStart", title)
                              : until                    ? pauseLabel(title, *until, shown.speech)
                                                         : shown.speech("buttonStop", title);
        buttons.append(slack::button(label, act + QStringLiteral(":%1").arg(buttons.size()), valueFor(slug, until)));
    }
    buttons.append(settingsButton(shown.speech));
    return told(notCalledWords(shown, said, offered, until), buttons);
}

Told snoozeQuestion(const Category& category, const ButtonValue& value, const Speech& speech)
{
    QJsonArray buttons;
    for (const QString& words : speech.durations()) {
        ButtonValue chosen = value;
        chosen.duration = words;
        buttons.append(slack::button(durationWords(words, speech), QString(action::stop) + QLatin1Char(':') + words,
                                     chosen.toString()));
    }
    buttons.append(slack::button(speech("buttonCancel"), action::cancel, QStringLiteral("{}")));
    return told(speech("howLong", nameOf(category, speech)), buttons);
}

QJsonArray messageButtons(const Category& category, const Speech& speech, const QString& reference,
                          const QString& channel)
{
    const slack::OptOutLabels labels{speech("buttonStop", titleOf(category)), speech("buttonSnooze"),
                                     speech("buttonSettings")};
    return slack::optOutButtons(category, labels, reference, channel);
}

QJsonObject settingsButton(const Speech& speech)
{
    return slack::button(speech("buttonSettings"), action::settings, QStringLiteral("{}"));
}

QJsonObject undoButton(const QList<qint64>& changes, const Speech& speech)
{
    ButtonValue value;
    value.changes = changes;
    return slack::button(speech("buttonUndo"), action::undo, value.toString());
}

}  // namespace refrain::service
