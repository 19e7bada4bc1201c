#include "ui/workflows/scheduleform.h"

#include "ui/common/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimeEdit>

namespace refrain::ui {

ScheduleForm::ScheduleForm(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_byItself(new QCheckBox(tr("Runs by itself"), this)),
      m_details(new QWidget(this)),
      m_time(new QTimeEdit(m_details)),
      m_zone(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_details))
{
    setObjectName(QStringLiteral("workflowSchedule"));
    m_byItself->setObjectName(QStringLiteral("scheduleByItself"));
    m_time->setObjectName(QStringLiteral("scheduleTime"));
    m_time->setDisplayFormat(QStringLiteral("HH:mm"));
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_time->setFixedWidth(76);
    m_zone->setColour(&Theme::muted);
    auto* days = new QHBoxLayout;
    days->setSpacing(16);
    for (int day = 1; day <= 7; ++day) {
        auto* box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat), m_details);
        box->setObjectName(QStringLiteral("scheduleDay%1").arg(day));
        box->setAccessibleName(QLocale().dayName(day));
        days->addWidget(box);
        m_days << box;
        connect(box, &QCheckBox::toggled, this, &ScheduleForm::edited);
    }
    days->addStretch();
    auto* time = new QHBoxLayout;
    time->setSpacing(8);
    time->addWidget(m_time);
    time->addWidget(m_zone, 1);
    auto* inner = new QVBoxLayout(m_details);
    inner->setContentsMargins(0, 4, 0, 0);
    inner->setSpacing(8);
    inner->addLayout(days);
    inner->addLayout(time);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_byItself);
    layout->addWidget(m_details);
    setFocusProxy(m_byItself);
    connect(m_byItself, &QCheckBox::toggled, this, [this] {
        showChoice();
        emit edited();
    });
    connect(m_time, &QTimeEdit::timeChanged, this, &ScheduleForm::edited);
    setSchedule({}, {});
}

void ScheduleForm::setSchedule(const std::optional<Schedule>& schedule, const QString& zone)
{
    const QSignalBlocker quiet(this);
    const Schedule shown = schedule.value_or(Schedule{QTime(9, 0), {1, 2, 3, 4, 5}});
    m_byItself->setChecked(schedule.has_value());
    for (int day = 1; day <= 7; ++day)
        m_days.at(day - 1)->setChecked(shown.weekdays.contains(day));
    m_time->setTime(shown.time);
    m_zone->setText(zone.isEmpty() ? tr("by the workspace's clocks") : tr("by the clocks of %1").arg(zone));
    showChoice();
}

std::optional<Schedule> ScheduleForm::schedule() const
{
    if (!m_byItself->isChecked())
        return std::nullopt;
    Schedule schedule;
    schedule.time = QTime(m_time->time().hour(), m_time->time().minute());
    for (int day = 1; day <= 7; ++day) {
        if (m_days.at(day - 1)->isChecked())
            schedule.weekdays << day;
    }
    return schedule;
}

bool ScheduleForm::isComplete() const
{
    const std::optional<Schedule> now = schedule();
    return !now || !now->weekdays.isEmpty();
}

void ScheduleForm::showChoice()
{
    m_details->setVisible(m_byItself->isChecked());
}

}  // namespace refrain::ui
