#pragma once

#include "console/desk/localchange.h"
#include "domain/category.h"
#include "domain/decide.h"
#include "domain/subject.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <vector>

namespace refrain::console {

/// One category of one subject, with everything the inspector says about it.
struct CategoryDetail {
    Category category;  ///< Slug `*` for all optional messages, which comes first.
    Preference preference;
    bool delivers = true;
    Rule rule = Rule::DefaultIn;
    /// The linked account whose choice decides; absent: this one's.
    std::optional<Subject> decidedBy;
    QString state;       ///< "Off", "On (workspace default)", "Snoozed until Mon 9:00, then on again".
    QString provenance;  ///< "by Bea with /optout, 3 May 2026"; empty for defaults.
    QString turnBack;    ///< "Only Bea can turn it back on."; empty where anyone may.
    QString why;         ///< Why a message now would or would not be delivered, as sentences: "It is off for Bea. …"
};

/// One line of a subject's time line.
struct HistoryEntry {
    enum class Kind { Choice, Act, Message, Directory, Told, Sync };
    Kind kind = Kind::Choice;
    qint64 index = -1;  ///< In the audit log; negative: it has no entry there.
    Millis at = 0;
    QString what;  ///< "Reminders: off", "Message of “Reminders” kept back"
    QString how;   ///< "by Bea with /optout"
    bool refused = false;
    QString receipt;       ///< The name of the entry's receipt; empty: none.
    QString notification;  ///< Which one a message belongs to; empty: none.
    QString run;           ///< Which exchange it tells of; empty: none.
};

/// What of a subject is asked for.
struct DetailAsk {
    bool cacheOnly = false;
    std::optional<Millis> asOf;  ///< As it was then; the time line stays as it is.
    QString earlier;             ///< The time line alone, behind this SubjectDetail::historyNext.

    [[nodiscard]] static DetailAsk ofCache() { return {true, {}, {}}; }
    /// None: as it is now.
    [[nodiscard]] static DetailAsk at(std::optional<Millis> asOf) { return {false, asOf, {}}; }
    [[nodiscard]] static DetailAsk behind(const QString& next) { return {false, {}, next}; }
};

/// What the inspector shows of one subject.
struct SubjectDetail {
    Subject subject;
    std::vector<CategoryDetail> categories;
    std::vector<HistoryEntry> history;  ///< Newest first; empty where it could not be had.
    QString historyNext;                ///< Where earlier ones begin; empty: that was all.
    std::optional<Millis> asOf;         ///< Of which moment this is; none: now.
    std::vector<Subject> linked;        ///< The other subjects of the same person.
    bool fromCache = false;             ///< The backend could not be asked: state only, without history.
    QString historyNote;                ///< Why the history is missing; empty where it is not.
};

/// The words for preferences: who, how, when. All of them whole sentences or their parts. A value; any thread.
class Wording {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::Wording)
public:
    /// Times are written in `zone`, with its city.
    explicit Wording(QTimeZone zone);

    /// "Bea turned them off with /optout on 3 May 2026, 10:12 Berlin."; empty for a preference never set.
    [[nodiscard]] QString historyLine(const Preference& preference) const;
    /// "by Bea with /optout, 3 May 2026"; empty for a preference never set.
    [[nodiscard]] QString provenance(const Preference& preference) const;
    /// "with /optout", "in the console", "through a link", ...
    [[nodiscard]] static QString how(Source source);
    /// What is so now, by the rule that decided: "Off: all optional messages are off".
    [[nodiscard]] QString state(const Category& category, const Preference& preference, const Decision& decision,
                                Millis now) const;
    /// Who may turn it back; while its maker may still correct a slip, that too, and until when.
    [[nodiscard]] QString turnBack(const Category& category, const Preference& preference, const Subject& subject,
                                   Millis now) const;
    /// `whose`: the account that decided.
    [[nodiscard]] QString why(const Category& category, const Decision& decision, const Subject& whose) const;
    /// The same of a moment that is over.
    [[nodiscard]] QString whyThen(const Decision& decision, const Subject& whose) const;
    /// Why nothing is sent there whatever was chosen. REQUIRES: !isReachable(subject).
    [[nodiscard]] static QString unreachable(const Subject& subject);
    /// "Bea Bobson", "#design"; the id where there is no name.
    [[nodiscard]] static QString nameOf(const Subject& subject);
    /// "3 May 2026, 10:12 Berlin"
    [[nodiscard]] QString exactTime(Millis at) const;
    [[nodiscard]] QString date(Millis at) const;  ///< "3 May 2026"
    /// "10:12" of the day of `now`, else "3 May 2026, 10:12": for a reader who knows the zone.
    [[nodiscard]] QString moment(Millis at, Millis now) const;
    /// The actor's name; "Refrain" for the system.
    [[nodiscard]] static QString who(const Preference& preference);

private:
    QTimeZone m_zone;
};

}  // namespace refrain::console
