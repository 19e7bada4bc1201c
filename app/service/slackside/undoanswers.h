#pragma once

#include "domain/undo.h"
#include "service/slackside/choices.h"

/// How what people chose is taken back, and what is said of that. Pure.
namespace refrain::service {

/// A preference as a change record tells it.
[[nodiscard]] Preference preferenceOf(const store::ChangeRecord& change, const QByteArray& text);
/// Whether the person made that choice, for whomever.
[[nodiscard]] bool isBy(const Visitor& visitor, const store::ChangeRecord& change);
/// Of the person's own choices everything, of others only what the person did.
[[nodiscard]] bool mayUndo(const Visitor& visitor, const store::ChangeRecord& change);
/// None where nothing would change.
[[nodiscard]] std::optional<ChangeRequest> undoRequest(const store::ChangeRecord& change, Source source,
                                                       const Visitor& visitor, Millis now);
[[nodiscard]] bool isUndo(const QString& reason);
/// Which were asked for at once, so that an undo takes all of them back.
[[nodiscard]] QString togetherReason(const std::vector<Choices::Wish>& wishes);
[[nodiscard]] bool isTogether(const QString& reason);
[[nodiscard]] Told undoAnswer(const Shown& after, const SubjectId& person, const BatchOutcome& batch);
[[nodiscard]] Told nothingToUndo(const Speech& speech);
/// To somebody who may no longer decide for the channel.
[[nodiscard]] Told undoForbidden(const SubjectId& channel, const Speech& speech);

}  // namespace refrain::service
