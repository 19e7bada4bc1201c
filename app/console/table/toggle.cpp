#include "console/table/toggle.h"

#include "console/table/builtinwords.h"

namespace refrain::console {

StoredChoice Wish::appliedTo(StoredChoice choice) const
{
    if (state)
        choice.state = *state;
    if (snoozedUntil)
        choice.snoozedUntil = *snoozedUntil;
    return choice;
}

Toggle Toggle::of(const Category& category, const Cell& cell)
{
    Toggle toggle;
    const bool isEverything = category.slug == everyCategory();
    if (cell.unreachable) {
        toggle.m_explanation =
            tr("Nothing is sent here, so there is nothing to switch. What was chosen before is kept.");
        return toggle;
    }
    switch (cell.state) {
        case CellState::Required:
            toggle.m_explanation =
                category.requiredReason.isEmpty()
                    ? tr("Nobody can leave %1: it is required.").arg(category.title)
                    : tr("Nobody can leave %1. %2").arg(category.title, builtInWords(category.requiredReason));
            return toggle;
        case CellState::Paused:
            toggle.m_explanation =
                tr("%1 is paused for the whole workspace: nobody gets it until an admin lets it go on.")
                    .arg(category.title);
            return toggle;
        case CellState::Snoozed:
            if (cell.fromLinked)
                break;
            if (cell.fromParent) {
                toggle.m_explanation =
                    tr("The snooze lies on the group that %1 belongs to. End it there.").arg(category.title);
                return toggle;
            }
            toggle.m_wish = Wish::endSnooze();
            return toggle;
        default: break;
    }
    if (cell.fromLinked) {
        toggle.m_explanation =
            isEverything ? tr("All optional messages are off through another account of this person. Turn them on "
                              "again there: the details lead to it.")
                         : tr("%1 is off through another account of this person. Turn it on again there: the details "
                              "lead to it.")
                               .arg(category.title);
        return toggle;
    }
    if (cell.allOptionalOff && !isEverything) {
        toggle.m_explanation = tr("All optional messages are off here. Turn those back on first.");
        return toggle;
    }
    if (cell.delivers)
        toggle.m_wish = Wish::toState(PreferenceState::OptedOut);
    else if (isEverything || (category.defaultIn && !cell.fromParent))
        toggle.m_wish = Wish::toState(PreferenceState::Default);
    else
        toggle.m_wish = Wish::toState(PreferenceState::OptedIn);
    return toggle;
}

}  // namespace refrain::console
