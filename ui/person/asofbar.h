#pragma once

#include "base/clock.h"
#include "ui/common/theme.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <optional>

class QDateTimeEdit;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// Over somebody's details: of which moment they are. Hidden while that is now.
class AsOfBar final : public QWidget {
    Q_OBJECT

public:
    AsOfBar(const Theme& theme, const Clock& clock, const QTimeZone& zone, QWidget* parent);

    /// Shows it with the cursor in it, and looks at a day ago where it is now.
    void open();
    void setMoment(Millis at);
    /// What changed and when, newest first: to look at how it was right before each.
    void setChanges(std::vector<std::pair<Millis, QString>> changes) { m_changes = std::move(changes); }
    /// Hides it, without telling.
    void reset();
    /// None: now.
    [[nodiscard]] std::optional<Millis> moment() const;

signals:
    void momentChanged();

private:
    void take();
    void put(Millis at);
    void fillJumps();

    const Clock& m_clock;
    QTimeZone m_zone;
    QDateTimeEdit* m_when;
    QPushButton* m_jump;
    QPushButton* m_back;
    std::vector<std::pair<Millis, QString>> m_changes;
    std::optional<Millis> m_moment;
    QTimer m_delay;  ///< Who steps through the days is not answered at each.
};

}  // namespace refrain::ui
