#pragma once

#include "service/slackside/choices.h"

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

}  // namespace refrain::service
