#pragma once

#include "ui/common/theme.h"
#include "ui/shell/findoffer.h"

#include <QListWidget>

namespace refrain::ui {

/// What the Ctrl+K box found, each kind under its name. Takes no focus: the box keeps it and moves the choice.
class FindList final : public QListWidget {
    Q_OBJECT

public:
    FindList(const Theme& theme, QWidget* parent);

    /// `none` stands there alone where nothing was found. `mustChoose`: the first
    /// heading asks for a choice, and Enter alone takes nothing.
    void setOffers(FindOffers offers, const QString& none, bool mustChoose = false);
    /// To the next line that can be chosen, down or up.
    void step(int by);
    /// Null where nothing can be chosen.
    [[nodiscard]] const FindOffer* chosen() const;
    /// So that all lines show, as far as `most` allows.
    [[nodiscard]] int wantedHeight(int most) const;

private:
    void addHeading(FindOffer::Kind kind);

    FindOffers m_offers;
};

}  // namespace refrain::ui
