#include "domain/notification.h"

#include "base/enumnames.h"

namespace refrain {
namespace {

constexpr EnumNames<NotificationState, 5> stateNames{{{
    {NotificationState::Queued, "queued"},
    {NotificationState::Sending, "sending"},
    {NotificationState::Paused, "paused"},
    {NotificationState::Done, "done"},
    {NotificationState::Cancelled, "cancelled"},
}}};

constexpr EnumNames<RecipientOutcome, 6> outcomeNames{{{
    {RecipientOutcome::Queued, "queued"},
    {RecipientOutcome::Underway, "underway"},
    {RecipientOutcome::Sent, "sent"},
    {RecipientOutcome::Skipped, "skipped"},
    {RecipientOutcome::Failed, "failed"},
    {RecipientOutcome::Uncertain, "uncertain"},
}}};

}  // namespace

QString toString(NotificationState state)
{
    return stateNames.name(state);
}

std::optional<NotificationState> notificationStateFromString(const QString& name)
{
    return stateNames.value(name);
}

bool isOver(NotificationState state)
{
    return state == NotificationState::Done || state == NotificationState::Cancelled;
}

QString toString(RecipientOutcome outcome)
{
    return outcomeNames.name(outcome);
}

std::optional<RecipientOutcome> recipientOutcomeFromString(const QString& name)
{
    return outcomeNames.value(name);
}

}  // namespace refrain
