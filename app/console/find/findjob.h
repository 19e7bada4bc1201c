#pragma once

#include "console/find/subjectfinder.h"
#include "domain/category.h"

#include <QFuture>
#include <QStringList>

#include <memory>

namespace refrain::console {

/// "bea rem": whom somebody means, and what of theirs. Empty: what was typed names no category.
struct SpokenChange {
    QString whom;
    std::vector<CategorySlug> categories;  ///< All that may be meant, by position; `*` for all optional messages.

    /// The last words of `text` against title and slug of the living categories; `all` are the words for all of them.
    [[nodiscard]] static SpokenChange of(const QString& text, const std::vector<Category>& categories,
                                         const QStringList& all);
};

/// Whom a typed text may mean.
struct FindAnswer {
    std::vector<FoundSubject> people;
    std::vector<FoundSubject> channels;
    std::vector<FoundSubject> whom;  ///< People who fit the first part of a SpokenChange, the best first; some only.
    int alsoWhom = 0;                ///< How many more fit it; counted to `mostCounted`.
    bool isSure = false;             ///< Only the first of `whom` can be meant.

    static constexpr int mostCounted = 100;
};

/// What is looked for; the tables as they are at this moment.
struct FindJob {
    TableSnapshot people;
    TableSnapshot channels;
    QString text;
    QString whom;
    int most = 8;
};

/// Off the calling thread, a million people too. Cancelled: no answer.
[[nodiscard]] QFuture<FindAnswer> find(FindJob job, std::shared_ptr<std::atomic_bool> cancelled);

/// Whether each of the typed words begins one of the title's, blind to case and accents: for actions and settings.
[[nodiscard]] bool fitsTitle(const QString& typed, const QString& title);

}  // namespace refrain::console
