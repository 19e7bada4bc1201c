#include "console/bulk/bulkact.h"

#include "wire/batch.h"

namespace refrain::console {

namespace {

/// A snooze that has ended is none, and may not be asked for.
std::optional<Millis> lasting(std::optional<Millis> snooze, Millis now)
{
    return snooze && *snooze > now ? snooze : std::nullopt;
}

bool turnsBackOwnWord(const BulkAct& act, const Preference& before, Millis now)
{
    const bool ownOut = before.state == PreferenceState::OptedOut && before.stateIsOwnWord;
    const bool ownSnooze = before.isSnoozedAt(now) && before.snoozeIsOwnWord;
    switch (act.kind) {
        case BulkKind::BackToDefault: return ownOut || ownSnooze;
        case BulkKind::Snooze: return ownSnooze && act.until < *before.snoozedUntil;
        case BulkKind::OptOut:
        case BulkKind::TakeBack: return false;
    }
    return false;
}

BulkFate refusalOf(const wire::BatchItem& answer)
{
    const std::pair<QLatin1String, BulkFate> codes[] = {{QLatin1String("precondition_failed"), BulkFate::Moved},
                                                        {QLatin1String("conflict"), BulkFate::OwnWord},
                                                        {QLatin1String("category_required"), BulkFate::Required},
                                                        {QLatin1String("category_archived"), BulkFate::Archived}};
    for (const auto& [code, fate] : codes) {
        if (answer.code == code)
            return fate;
    }
    return answer.before ? BulkFate::Refused : BulkFate::Unknown;
}

}  // namespace

BulkTally::From fromOf(const StoredChoice& choice, Millis now)
{
    if (choice.state == PreferenceState::OptedOut)
        return BulkTally::From::OptedOut;
    if (choice.isSnoozedAt(now))
        return BulkTally::From::Snoozed;
    return choice.state == PreferenceState::OptedIn ? BulkTally::From::OptedIn : BulkTally::From::Default;
}

BulkTally BulkTally::of(const std::vector<BulkItem>& items, Millis now)
{
    BulkTally tally;
    for (const BulkItem& item : items) {
        ++tally.fates[size_t(item.fate)];
        if (item.fate == BulkFate::Changes || item.fate == BulkFate::Changed)
            ++tally.from[fromOf(item.choice, now)];
    }
    return tally;
}

qint64 BulkTally::leftOut() const
{
    qint64 count = 0;
    for (const BulkFate fate : {BulkFate::OwnWord, BulkFate::Required, BulkFate::Archived, BulkFate::Unknown,
                                BulkFate::Refused, BulkFate::Moved})
        count += (*this)[fate];
    return count;
}

Wish wishOf(const BulkAct& act, const BulkItem& item, Millis now)
{
    switch (act.kind) {
        case BulkKind::OptOut: return Wish::toState(PreferenceState::OptedOut);
        case BulkKind::BackToDefault: return {PreferenceState::Default, std::optional<Millis>()};
        case BulkKind::Snooze: return Wish::snoozeUntil(act.until);
        case BulkKind::TakeBack: break;
    }
    Wish wish;
    if (act.takesBack != BulkKind::Snooze)
        wish.state = item.choice.state;
    if (act.takesBack != BulkKind::OptOut)
        wish.snoozedUntil = lasting(item.choice.snoozedUntil, now);
    return wish;
}

BulkFate fateOf(const BulkAct& act, const wire::BatchItem& answer, bool isDry, Millis now)
{
    switch (answer.outcome) {
        case Judgement::Outcome::Unchanged: return BulkFate::Same;
        case Judgement::Outcome::Refused: return refusalOf(answer);
        case Judgement::Outcome::Changed: break;
    }
    if (!isDry)
        return BulkFate::Changed;
    return answer.before && turnsBackOwnWord(act, *answer.before, now) ? BulkFate::OwnWord : BulkFate::Changes;
}

BulkAct takingBack(const BulkAct& act, const QString& reason)
{
    BulkAct back = act;
    back.kind = BulkKind::TakeBack;
    back.takesBack = act.kind;
    back.reason = reason.left(500);
    return back;
}

std::vector<BulkItem> takenBack(const std::vector<BulkItem>& items)
{
    std::vector<BulkItem> back;
    for (const BulkItem& item : items) {
        if (item.fate != BulkFate::Changed)
            continue;
        back.push_back({item.subject, item.choice, 0, BulkFate::Changes});
        back.back().choice.version = item.written;
    }
    return back;
}

}  // namespace refrain::console
