#pragma once

#include "console/table/blockbuilder.h"
#include "domain/category.h"
#include "domain/preference.h"
#include "domain/subject.h"
#include "domain/syncrun.h"
#include "store/sql.h"

/// How the cache writes the domain's values into rows and reads them back; nothing else reads these forms.
namespace refrain::console {

[[nodiscard]] store::Values valuesOf(const Subject& subject, qint64 sweep);
[[nodiscard]] Subject subjectOf(const store::Row& row);
/// The same rows as the tables take them, without the way through a Subject: half of a start's time.
[[nodiscard]] PackedSubject packedSubjectOf(const store::Row& row);
/// Of a row (subject, category, state, snoozed_until, version, at, source, actor_kind, whether the actor is the
/// subject).
[[nodiscard]] PackedChoice packedChoiceOf(const store::Row& row);
/// The same two, without making a text of any of it.
void addTo(BlockBuilder& builder, const store::Row& subject);
void chooseIn(BlockBuilder& builder, const store::Row& choice);
[[nodiscard]] SubjectKind kindOf(const store::Row& subject);
[[nodiscard]] store::Values valuesOf(const Preference& preference, qint64 sweep);
[[nodiscard]] Preference preferenceOf(const store::Row& row);

[[nodiscard]] QString recordOf(const Category& category);
[[nodiscard]] Category categoryFromRecord(const QString& record);
[[nodiscard]] QString recordOf(const SyncCounts& counts);
[[nodiscard]] SyncCounts countsFromRecord(const QString& record);

}  // namespace refrain::console
