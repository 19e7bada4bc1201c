#include "service/slackside/homeview.h"

#include "service/slackside/choicewords.h"
#include "slack/payloads/installation.h"

#include <QJsonArray>

namespace refrain::service {
namespace {

constexpr qsizetype mostOptional = 60;  // of Slack's 100 blocks
constexpr qsizetype mostRequired = 20;
constexpr qsizetype longestText = 2'900;
constexpr qsizetype longestOption = 75;
constexpr qsizetype longestAskedTitle = 100;  // of the dialog that confirms
constexpr qsizetype longestAskedText = 300;
constexpr qsizetype longestAskedButton = 30;

QJsonObject plain(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("plain_text")}, {QStringLiteral("text"), text}};
}

QJsonObject mrkdwn(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("mrkdwn")}, {QStringLiteral("text"), text}};
}

QJsonObject block(const char* type, const char* field, const QJsonValue& value)
{
    return {{QStringLiteral("type"), QLatin1String(type)}, {QLatin1String(field), value}};
}

QJsonObject section(const QString& text)
{
    return block("section", "text", mrkdwn(text));
}

QJsonObject header(const QString& text)
{
    return block("header", "text", plain(text));
}

QString literal(const QString& text, qsizetype longest = longestText)
{
    QString out = slack::plainly(text);
    // Escaping makes up to five letters of one, and must not be cut in two.
    return out.size() <= longest ? out : slack::plainly(text.left(longest / 5 - 1)) + QStringLiteral("…");
}

QString cut(const QString& text, qsizetype longest)
{
    return text.size() <= longest ? text : text.left(longest - 1) + QStringLiteral("…");
}

QJsonObject option(const QString& text, const QString& value)
{
    return {{QStringLiteral("text"), plain(text.left(longestOption))}, {QStringLiteral("value"), value}};
}

QJsonObject button(const QString& text, QLatin1String action, const QString& value)
{
    return {{QStringLiteral("type"), QStringLiteral("button")},
            {QStringLiteral("text"), plain(cut(text, longestOption))},
            {QStringLiteral("action_id"), action + QLatin1Char(':') + value},
            {QStringLiteral("value"), value}};
}

QJsonObject asking(QJsonObject button, const QString& title, const QString& text, const QString& yes, const QString& no)
{
    button.insert(QStringLiteral("style"), QStringLiteral("danger"));
    button.insert(QStringLiteral("confirm"),
                  QJsonObject{{QStringLiteral("title"), plain(cut(title, longestAskedTitle))},
                              {QStringLiteral("text"), plain(cut(text, longestAskedText))},
                              {QStringLiteral("confirm"), plain(cut(yes, longestAskedButton))},
                              {QStringLiteral("deny"), plain(cut(no, longestAskedButton))}});
    return button;
}

const PreferenceView* viewOf(const HomeFacts& facts, const CategorySlug& slug)
{
    for (const PreferenceView& view : facts.views)
        if (view.preference.category == slug)
            return &view;
    return nullptr;
}

QString titleOf(const HomeFacts& facts, const CategorySlug& slug)
{
    for (const Category& category : facts.categories)
        if (category.slug == slug)
            return category.title;
    return slug.toString();
}

bool isSnoozed(const PreferenceView* view, Millis now)
{
    return view && view->preference.isSnoozedAt(now);
}

/// The pause that holds: the category's own, its parent's, or that of all.
Millis pauseEnd(const HomeFacts& facts, const Category& category)
{
    for (const CategorySlug& slug : {category.slug, category.parent, everyCategory()})
        if (const PreferenceView* view = viewOf(facts, slug); isSnoozed(view, facts.now))
            return *view->preference.snoozedUntil;
    return facts.now;
}

QString stateSentence(const HomeFacts& facts, const Category& category, const PreferenceView& view)
{
    const Speech& speech = facts.speech;
    const bool byStaff = view.preference.source && !isOwnSurface(*view.preference.source);
    switch (view.decision.rule) {
        case Rule::Paused: return speech("homePaused");
        case Rule::OptedOutOfEverything: return speech("homeOffWithAll");
        case Rule::Snoozed: return speech("homeSnoozed", speech.time(pauseEnd(facts, category)));
        case Rule::OptedOut:
            return speech(byStaff ? "homeOffByStaff" : "homeOff", speech.time(view.preference.at.value_or(facts.now)));
        case Rule::OptedOutOfParent: return speech("homeOffWithGroup", literal(titleOf(facts, category.parent), 200));
        case Rule::DefaultOut: return speech("homeOffByDefault");
        case Rule::Unreachable: return speech("homeUnreachable");
        case Rule::Required:
        case Rule::OptedIn:
        case Rule::DefaultIn: break;
    }
    return speech("homeOn");
}

/// Whether the switch stands on "On": the choice for this category itself, whatever lies over it.
bool standsOn(const Category& category, const PreferenceView& view)
{
    if (view.preference.state != PreferenceState::Default)
        return view.preference.state == PreferenceState::OptedIn;
    return category.defaultIn && view.decision.rule != Rule::OptedOutOfParent;
}

QString pauseWords(const QString& words, const Speech& speech)
{
    for (const auto& [written, key] :
         {std::pair{"1d", "homePauseDay"}, {"1w", "homePauseWeek"}, {"1mo", "homePauseMonth"}}) {
        if (words == QLatin1String(written))
            return speech(key);
    }
    return speech("homePauseFor", durationWords(words, speech));
}

/// All are paused for a week, or for the first that the workspace offers.
QJsonObject pauseAllButton(const Speech& speech)
{
    const QStringList offered = speech.durations();
    const QString week = QStringLiteral("1w");
    if (offered.contains(week))
        return button(speech("homePauseAll"), homeaction::all, week);
    return button(speech("homePauseAllFor", durationWords(offered.front(), speech)), homeaction::all, offered.front());
}

QJsonObject stopAllButton(const HomeFacts& facts)
{
    const Speech& speech = facts.speech;
    QString title = slack::withoutMarks(speech("askStopAll"));
    const bool isForGood = facts.every.resubscribe == Resubscribe::Never;
    QStringList text{speech("homeStopAllText") + QLatin1Char(' ') +
                     speech(isForGood ? "homeFinal" : "homeStopAllKept")};
    if (title.size() > longestAskedTitle) {
        text.prepend(title);
        title = speech("homeStopAll");
    }
    return asking(button(speech("homeStopAll"), homeaction::all, QStringLiteral("out")), title,
                  text.join(QLatin1Char('\n')), speech("buttonStopAll"), speech("buttonKeepAll"));
}

QJsonObject switchOf(const HomeFacts& facts, const Category& category, const PreferenceView& view)
{
    const QJsonObject on = option(facts.speech("homeSwitchOn"), QStringLiteral("in"));
    const QJsonObject off = option(facts.speech("homeSwitchOff"), QStringLiteral("out"));
    QJsonArray options{on, off};
    QJsonObject chosen = standsOn(category, view) ? on : off;
    if (isSnoozed(&view, facts.now)) {
        chosen = option(facts.speech("homeSwitchPaused"), QStringLiteral("keep"));
        options.prepend(chosen);
    }
    for (const QString& words : facts.speech.durations())
        options.append(option(pauseWords(words, facts.speech), words));
    return {{QStringLiteral("type"), QStringLiteral("static_select")},
            {QStringLiteral("action_id"), homeaction::choose + QLatin1Char(':') + category.slug.toString()},
            {QStringLiteral("initial_option"), chosen},
            {QStringLiteral("options"), options}};
}

QJsonObject categoryBlock(const HomeFacts& facts, const Category& category, const PreferenceView& view)
{
    QString text = QStringLiteral("*%1*").arg(literal(category.title, 500));
    if (!category.description.isEmpty())
        text += QLatin1Char('\n') + literal(category.description, 2'000);
    if (category.resubscribe == Resubscribe::Never && view.preference.state != PreferenceState::OptedOut)
        text += QLatin1Char('\n') + facts.speech("homeFinal");
    else if (isFinal(category, view.preference, facts.now))
        text += QLatin1Char('\n') + facts.speech("homeIsFinal");
    QJsonObject shown = section(text + QStringLiteral("\n_%1_").arg(stateSentence(facts, category, view)));
    const QString mark = QStringLiteral("%1|%2|%3|%4")
                             .arg(category.slug.toString(), toString(view.decision.rule))
                             .arg(view.preference.version)
                             .arg(pauseEnd(facts, category));
    shown.insert(QStringLiteral("block_id"), mark);
    shown.insert(QStringLiteral("accessory"), switchOf(facts, category, view));
    return shown;
}

QString summary(const HomeFacts& facts)
{
    const PreferenceView* all = viewOf(facts, everyCategory());
    if (all && all->preference.state == PreferenceState::OptedOut) {
        const QString off = facts.speech("homeAllOff", facts.speech.time(all->preference.at.value_or(facts.now)));
        return isFinal(facts.every, all->preference, facts.now) ? off + QLatin1Char('\n') + facts.speech("homeIsFinal")
                                                                : off;
    }
    if (isSnoozed(all, facts.now))
        return facts.speech("homeAllPaused", facts.speech.time(*all->preference.snoozedUntil));
    int optional = 0;
    int delivered = 0;
    for (const Category& category : facts.categories) {
        const PreferenceView* view = viewOf(facts, category.slug);
        if (!view || category.required)
            continue;
        ++optional;
        delivered += view->decision.deliver ? 1 : 0;
    }
    if (delivered == optional)
        return facts.speech("homeAllOn");
    return facts.speech("homeSomeOn", QString::number(delivered), QString::number(optional));
}

/// What can be done about all at once; nothing where that is final.
QJsonArray buttonsForAll(const HomeFacts& facts)
{
    const Speech& speech = facts.speech;
    const PreferenceView* all = viewOf(facts, everyCategory());
    if (all && isFinal(facts.every, all->preference, facts.now))
        return {};
    QJsonArray buttons;
    if (all && all->preference.state == PreferenceState::OptedOut) {
        buttons.append(button(speech.ownOr("buttonAllOn", "homeAllowAll"), homeaction::all, QStringLiteral("in")));
    } else {
        buttons.append(stopAllButton(facts));
        buttons.append(isSnoozed(all, facts.now)
                           ? button(speech("homeEndPause"), homeaction::all, QStringLiteral("resume"))
                           : pauseAllButton(speech));
    }
    return {block("actions", "elements", buttons)};
}

void addCategories(const HomeFacts& facts, QJsonArray& blocks)
{
    qsizetype shown = 0;
    qsizetype left = 0;
    for (const Category& category : facts.categories) {
        const PreferenceView* view = viewOf(facts, category.slug);
        if (!view || category.required)
            continue;
        if (++shown <= mostOptional)
            blocks.append(categoryBlock(facts, category, *view));
        else
            ++left;
    }
    if (shown == 0)
        blocks.append(section(facts.speech("homeNothing")));
    if (left > 0)
        blocks.append(section(facts.speech("homeMore", QString::number(left))));
}

void addRequired(const HomeFacts& facts, QJsonArray& blocks)
{
    QJsonArray required;
    for (const Category& category : facts.categories)
        if (category.required && required.size() < mostRequired)
            required.append(
                section(QStringLiteral("*%1*\n%2")
                            .arg(literal(category.title, 500), category.requiredReason.isEmpty()
                                                                   ? facts.speech("homeRequired")
                                                                   : literal(category.requiredReason, 2'000))));
    if (required.isEmpty())
        return;
    blocks.append(header(facts.speech("homeRequiredTitle")));
    for (const QJsonValue& one : required)
        blocks.append(one);
}

void addHistory(const HomeFacts& facts, QJsonArray& blocks)
{
    if (facts.history.empty())
        return;
    blocks.append(header(facts.speech("homeHistoryTitle")));
    for (const HomeEvent& event : facts.history)
        blocks.append(block("context", "elements",
                            QJsonArray{mrkdwn(QStringLiteral("%1 · %2").arg(literal(event.sentence, 2'000),
                                                                            facts.speech.time(event.at)))}));
}

QJsonObject dataButtons(const Speech& speech)
{
    QJsonArray buttons{button(speech("homeDataSend"), homeaction::data, QStringLiteral("download"))};
    buttons.append(asking(button(speech("homeDataErase"), homeaction::data, QStringLiteral("erase")),
                          speech("homeDataEraseTitle"), speech("homeDataEraseText"), speech("homeDataEraseYes"),
                          speech("homeDataEraseNo")));
    return block("actions", "elements", buttons);
}

}  // namespace

QJsonObject homeView(const HomeFacts& facts)
{
    QJsonArray blocks{header(facts.speech("homeTitle"))};
    if (!facts.notice.isEmpty())
        blocks.append(section(cut(facts.notice, longestText)));
    blocks.append(section(summary(facts)));
    for (const QJsonValue& row : buttonsForAll(facts))
        blocks.append(row);
    blocks.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("divider")}});
    addCategories(facts, blocks);
    addRequired(facts, blocks);
    addHistory(facts, blocks);
    blocks.append(header(facts.speech("homeDataTitle")));
    blocks.append(dataButtons(facts.speech));
    return {{QStringLiteral("type"), QStringLiteral("home")},
            {QStringLiteral("callback_id"), QStringLiteral("home")},
            {QStringLiteral("blocks"), blocks}};
}

}  // namespace refrain::service
