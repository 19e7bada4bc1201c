#pragma once

#include "console/table/tablesnapshot.h"

#include <QString>

#include <atomic>
#include <vector>

namespace refrain::console {

/// A row that somebody may have meant, and how well what was typed fits it: lower is better.
struct FoundSubject {
    quint32 row = 0;
    int rank = 0;

    /// Everything typed occurs there as it was typed. Others are guesses: a slip of the fingers was overlooked.
    static constexpr int guess = 32;
    [[nodiscard]] bool isGuess() const { return rank >= guess; }
    /// Has left, or is no human.
    static constexpr int gone = 16;
    [[nodiscard]] bool isGone() const { return rank % guess >= gone; }
    /// What was typed is all of a name, handle, address or id.
    [[nodiscard]] bool isWhole() const { return rank == 0; }
};

/// What somebody typed or pasted to name a subject, without what Slack and mail programs put around it: `@bea`,
/// `<@U02AB3CD4|bea>`, `mailto:bea@acme.test`, `#design`, a link to a profile.
[[nodiscard]] QString bareName(const QString& text);

/// Up to `most` rows, the best first: a whole name, handle, address or id before the beginning of one, that before a
/// word inside, then initials ("bebo" for Bea Bobson), and one wrong letter in a word last, where little else fits.
/// Who has left and apps come after all others. Any thread, all cores; gives up with an empty answer once `cancelled`.
[[nodiscard]] std::vector<FoundSubject> findSubjects(const TableSnapshot& table, const QString& text, int most,
                                                     const std::atomic_bool& cancelled);

}  // namespace refrain::console
