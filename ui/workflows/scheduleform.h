#pragma once

#include "domain/schedule.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QTimeEdit;

namespace refrain::ui {

class TextLabel;

/// When something runs by itself: on which days of the week and at what time; or not.
class ScheduleForm final : public QWidget {
    Q_OBJECT

public:
    ScheduleForm(const Theme& theme, QWidget* parent);

    /// `zone`: by whose clocks, as people read it.
    void setSchedule(const std::optional<Schedule>& schedule, const QString& zone);
    [[nodiscard]] std::optional<Schedule> schedule() const;
    /// A day is chosen, where it runs by itself.
    [[nodiscard]] bool isComplete() const;

signals:
    void edited();

private:
    void showChoice();

    QCheckBox* m_byItself;
    QWidget* m_details;
    QList<QCheckBox*> m_days;
    QTimeEdit* m_time;
    TextLabel* m_zone;
};

}  // namespace refrain::ui
