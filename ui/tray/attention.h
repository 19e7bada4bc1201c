#pragma once

#include "console/desk/deskstatus.h"

#include <QSet>

namespace refrain::ui {

/// What needs a person and was not told yet: conflicts, refusals, a log that was rewritten, syncs that failed, requests to approve. Each is
/// told once, and again only after it was over.
class Attention {
public:
    /// The sentences to tell now, worst first.
    [[nodiscard]] QStringList news(const std::vector<console::StatusSentence>& status,
                                   const std::vector<console::Exchange>& exchanges);
    /// All that needs a person now, told or not.
    [[nodiscard]] const QStringList& standing() const { return m_standing; }

private:
    QStringList m_standing;
    QSet<QString> m_told;
};

}  // namespace refrain::ui
