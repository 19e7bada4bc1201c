#pragma once

#include "domain/undo.h"
#include "service/slackside/choices.h"
#include "store/changestore.h"

/// How wishes become changes, and what is said of what came of them. Pure.
namespace refrain::service {

/// What to say where nothing needs to be written for the wish; none where the rules must be asked.
[[nodiscard]] std::optional<Told> alreadySo(const Shown& shown, const Category& category, const Choices::Wish& wish,
                                            Millis now);

/// State and snooze that the wish asks for.
void fill(ChangeRequest& request, const Shown& shown, const Category& category, const Choices::Wish& wish, Millis now);

/// The categories with the wish in force, which leads out; as they were where it changed nothing.
[[nodiscard]] Shown withStopped(Shown shown, const Choices::Wish& wish, const ChangeOutcome& outcome);

/// `after`: the person's categories with the change in force.
[[nodiscard]] Told answerTo(const Shown& after, const Category& category, const Choices::Wish& wish,
                            const ChangeOutcome& outcome);
/// To more wishes than one, in their order; `already`: what is said of those that changed nothing.
[[nodiscard]] Told answerToSeveral(const Shown& after, const std::vector<Choices::Wish>& wishes,
                                   const BatchOutcome& batch, const QStringList& already);
[[nodiscard]] Told channelAnswer(const Category& category, const SubjectId& channel, const ChangeOutcome& outcome,
                                 const Speech& speech);
[[nodiscard]] Told unknownCategory(const Shown& shown, const CategorySlug& slug);

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
