#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/actor.h"
#include "domain/category.h"
#include "domain/recipientquery.h"

#include <QFuture>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace refrain::console {

class BackendCalls;

/// One sentence that a playbook lets an admin write anew.
struct PlaybookText {
    QString key;
    QString title;        ///< Where people read it.
    QStringList samples;  ///< What may stand for %1, %2.
    int longest = 500;
    QJsonObject defaults;  ///< Refrain's own words, by language.

    /// People press it instead of reading it.
    [[nodiscard]] bool isButton() const { return key.startsWith(QLatin1String("button")); }
};

/// A ready-made flow of the library.
struct Playbook {
    QString slug;
    QString title;
    QString description;
    QStringList tags;
    bool announces = false;  ///< Publishing sends a message.
    std::vector<PlaybookText> texts;
    QStringList durations;                   ///< Pauses that are offered; empty: it offers none.
    std::optional<Resubscribe> resubscribe;  ///< The policy of all optional messages while it is published.

    /// The languages in which its texts are there, English first.
    [[nodiscard]] QStringList languages() const;
};

/// A playbook as this workspace uses it.
struct PlaybookCopy {
    QString slug;
    QString playbook;  ///< Its slug in the library.
    QString title;
    QJsonObject texts;  ///< {key: {language: text}}; what is not there is said in Refrain's own words.
    QStringList durations;
    CategorySlug about;         ///< Announcements: the category they tell about.
    RecipientQuery recipients;  ///< Announcements: to whom.
    QString language;           ///< Announcements: in which language.

    bool published = false;
    std::optional<Millis> publishedAt;
    Actor publishedBy;
    QString notification;  ///< That announced it.
    qint64 version = 0;    ///< 0: nobody has stored it yet.
    Millis updatedAt = 0;
    Actor updatedBy;

    /// The words that stand for a text: the copy's own, or Refrain's.
    [[nodiscard]] QString textOf(const PlaybookText& text, const QString& language) const;
    /// Refrain's own words, or nothing, take the copy's away.
    void setText(const PlaybookText& text, const QString& language, const QString& words);
};

/// How many an announcement would reach, were it sent now.
struct AnnouncementReach {
    qint64 total = 0;
    qint64 deliver = 0;
};

/// A text with what stands for its marks, %1 to %9; a mark without a value goes.
[[nodiscard]] QString withSamples(const QString& text, const QStringList& samples);

/// The library, and what a workspace made of it. Writing is for admins; the backend audits it. UI thread.
class Playbooks {
public:
    /// REQUIRES: the calls outlive this.
    explicit Playbooks(BackendCalls& calls) : m_calls(calls) {}

    [[nodiscard]] QFuture<Result<std::vector<Playbook>>> library();
    [[nodiscard]] QFuture<Result<std::vector<PlaybookCopy>>> copies();
    /// Conflict where the slug is taken. The error's context is the pointer of the field at fault.
    [[nodiscard]] QFuture<Result<PlaybookCopy>> create(const PlaybookCopy& copy);
    /// Precondition where somebody changed it meanwhile; nothing was stored then. `stored`: as it stands at that
    /// version; what of its texts `copy` has no longer is said in Refrain's own words again.
    [[nodiscard]] QFuture<Result<PlaybookCopy>> save(const PlaybookCopy& copy, const PlaybookCopy& stored);
    /// In force at once, and for announcements on its way. Conflict where another says the same sentences, and where it
    /// goes to many and was not sent to oneself first.
    [[nodiscard]] QFuture<Result<PlaybookCopy>> publish(const QString& slug);
    [[nodiscard]] QFuture<Result<PlaybookCopy>> unpublish(const QString& slug);
    /// REQUIRES: an announcement.
    [[nodiscard]] QFuture<Result<AnnouncementReach>> reach(const QString& slug);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
