#include "service/slackside/acknowledgement.h"

#include "slack/blocks/blocks.h"
#include "slack/failure.h"
#include "slack/payloads/installation.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr Millis firstPause = 30'000;
constexpr Millis longestPause = 60LL * 60 * 1000;

std::optional<Millis> snoozeInForce(const Preference& preference, Millis now)
{
    return preference.isSnoozedAt(now) ? preference.snoozedUntil : std::nullopt;
}

QString makerOf(const Preference& preference, const Speech& speech)
{
    const QString name = preference.actor ? slack::plainly(preference.actor->name) : QString();
    switch (preference.source.value_or(Source::Policy)) {
        case Source::Link:
        case Source::OneClick: return speech("byLink");
        case Source::Api: return name.isEmpty() ? speech("byService") : speech("byServiceNamed", name);
        default: break;
    }
    return name.isEmpty() ? speech("byStaff") : speech("byStaffNamed", name);
}

QString whatChanged(const ChangedChoice& choice, const Speech& speech, Millis now)
{
    const Preference& current = choice.now.preference;
    const bool wentOut = current.state == PreferenceState::OptedOut && choice.before.state != current.state;
    if (wentOut)
        return stopsWords(choice.category, std::nullopt, speech);
    if (const std::optional<Millis> until = snoozeInForce(current, now);
        until && until != snoozeInForce(choice.before, now))
        return stopsWords(choice.category, until, speech, afterPauseWords({choice.category, choice.now}, speech));
    if (choice.now.decision.deliver)
        return startsWords(choice.category, speech);
    return QStringLiteral("%1: %2.").arg(nameOf(choice.category, speech),
                                         stateWords({choice.category, choice.now}, speech));
}

}  // namespace

bool isTakenBack(const ChangedChoice& choice, const SubjectId& person, Millis now)
{
    const Preference& current = choice.now.preference;
    // Anybody may have pressed a link, for a person as who they are.
    const bool isLink = current.source == Source::Link || current.source == Source::OneClick;
    const bool isOwnWord = !isLink && current.actor && current.actor->kind == ActorKind::SlackUser &&
                           current.actor->id == person.toString();
    return isOwnWord ||
           (current.state == choice.before.state && snoozeInForce(current, now) == snoozeInForce(choice.before, now));
}

Told acknowledgement(const std::vector<ChangedChoice>& choices, const Shown& shown, Millis now)
{
    const Speech& speech = shown.speech;
    QStringList lines;
    QList<qint64> numbers;
    const Category* closing = nullptr;
    bool canUndo = true;
    for (const ChangedChoice& choice : choices) {
        lines << whatChanged(choice, speech, now) + QLatin1Char(' ') + makerOf(choice.now.preference, speech);
        numbers << choice.now.preference.version;
        const Preference& current = choice.now.preference;
        const bool isOwn = current.state == PreferenceState::OptedOut && current.stateIsOwnWord;
        if (isOwn && choice.category.resubscribe == Resubscribe::Never)
            closing = &choice.category;
        canUndo = canUndo && !isFinal(choice.category, current, now);
    }
    if (const QString still = stillComesWords(shown.categories, speech); !still.isEmpty())
        lines << still;
    if (closing)
        lines << (canUndo ? wayBackWords(*closing, speech) : speech("isFinal"));
    else
        lines << speech("notWanted");
    QJsonArray buttons;
    if (canUndo)
        buttons.append(undoButton(numbers, speech));
    buttons.append(slack::button(speech("buttonSettings"), slack::action::settings, QStringLiteral("{}")));
    return told(lines.join(QLatin1Char('\n')), buttons);
}

PostFailure classify(const Error& error)
{
    const QString word = slack::errorWord(error);
    static const QStringList later{QStringLiteral("ratelimited"), QStringLiteral("rate_limited"),
                                   QStringLiteral("messages_tab_disabled"), QStringLiteral("message_limit_exceeded")};
    if (slack::wasNotAsked(error) || later.contains(word) || error.is(ErrorCode::Unauthorized) ||
        error.is(ErrorCode::Forbidden))
        return PostFailure::NotPosted;
    const bool reachedNobody = error.context().startsWith(QLatin1String("refused")) ||
                               error.context().startsWith(QLatin1String("dns")) ||
                               error.context().startsWith(QLatin1String("tls"));
    if (word.isEmpty() && reachedNobody)
        return PostFailure::NotPosted;
    // An answer that names the fault was given instead of posting; a server's own failure says nothing.
    if (word.isEmpty() || error.isTransient())
        return PostFailure::Unknown;
    return PostFailure::Hopeless;
}

Millis pauseAfter(int attempts)
{
    return std::min(longestPause, firstPause << std::clamp(attempts - 1, 0, 20));
}

}  // namespace refrain::service
