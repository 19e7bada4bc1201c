#pragma once

#include "base/clock.h"
#include "console/approvals/approvals.h"
#include "ui/common/textdelegate.h"

#include <QStringList>

#include <functional>

namespace refrain::ui {

/// What requests for approval are about, and how they stand, in words.
class ApprovalWords {
public:
    struct Names {
        std::function<QString(const CategorySlug&)> category;  ///< "“Reminders”", "All optional messages".
        std::function<QString(const SubjectId&)> subject;
    };
    explicit ApprovalWords(Names names) : m_names(std::move(names)) {}

    /// "Turn “Reminders” off for 312 people": as a title, and in lists.
    [[nodiscard]] QString title(const console::ApprovalView& view) const;
    /// "waits for you", "approved", …
    [[nodiscard]] static QString state(const console::ApprovalView& view);
    [[nodiscard]] static Tone tone(const console::ApprovalView& view);
    /// What exactly it would do, or did: numbers, who is left out, whose own no it overrides.
    [[nodiscard]] QStringList lines(const console::ApprovalView& view) const;
    /// Why it is as it is; what moved since. Empty headline: nothing to know first.
    struct Note {
        QString headline;
        QString text;
        bool isBad = false;
    };
    [[nodiscard]] static Note note(const console::ApprovalView& view);
    /// Why this person may not decide; empty where they may, or nothing is to decide.
    [[nodiscard]] static QString whyNot(const console::ApprovalView& view);
    /// The first of those whom it changes, one per line; empty where it has no list.
    [[nodiscard]] QString sample(const console::ApprovalView& view) const;
    /// "Acts on more than 1,000 people, …": what needs approval in this workspace.
    [[nodiscard]] static QString rule(const console::ApprovalStanding& standing);
    [[nodiscard]] static QString people(qint64 count);
    [[nodiscard]] static QString actor(const Actor& actor);

private:
    [[nodiscard]] QString changesTitle(const console::ApprovalView& view) const;

    Names m_names;
};

}  // namespace refrain::ui
