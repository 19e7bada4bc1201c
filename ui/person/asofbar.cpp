#include "ui/person/asofbar.h"

#include "ui/common/labels.h"
#include "ui/common/timetext.h"
#include "ui/common/wheelguard.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr Millis day = 24LL * 3600 * 1000;
constexpr int patienceMs = 400;
constexpr size_t mostJumps = 12;
constexpr int jumpWidth = 320;

}  // namespace

AsOfBar::AsOfBar(const Theme& theme, const Clock& clock, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_zone(zone),
      m_when(new QDateTimeEdit(this)),
      m_jump(new QPushButton(tr("Jump to") + QStringLiteral(" ▾"), this)),
      m_back(new QPushButton(tr("Back to now"), this))
{
    auto* heading = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, this);
    heading->setText(tr("As it was then"));
    // The field knows no zones but the system's: it holds date and time of ours.
    m_when->setTimeSpec(Qt::UTC);
    m_when->setObjectName(QStringLiteral("asOf"));
    m_when->setAccessibleName(tr("The moment to look at"));
    m_when->setDisplayFormat(tr("d MMM yyyy, HH:mm", "a date's and a time's format"));
    m_when->setCalendarPopup(true);
    m_jump->setObjectName(QStringLiteral("asOfJump"));
    m_jump->setAccessibleName(tr("Jump to a moment"));
    auto* menu = new QMenu(m_jump);
    menu->setObjectName(QStringLiteral("asOfJumps"));
    m_jump->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &AsOfBar::fillJumps);
    m_back->setObjectName(QStringLiteral("asOfBack"));
    m_back->setProperty("link", true);
    setWhatsThis(
        tr("As it was then\nShows what was in force at that moment, by the choices and rules that held then. Nothing "
           "can be changed in the past."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(6);
    layout->addWidget(heading);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_when, 1);
    row->addWidget(m_jump);
    layout->addLayout(row);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    new WheelGuard(m_when);
    m_delay.setSingleShot(true);
    m_delay.setInterval(patienceMs);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &AsOfBar::take);
    connect(m_back, &QPushButton::clicked, this, [this] {
        const bool was = m_moment.has_value();
        reset();
        if (was)
            emit momentChanged();
    });
    hide();
}

void AsOfBar::fillJumps()
{
    QMenu* menu = m_jump->menu();
    menu->clear();
    const auto add = [&](const QString& text, Millis at) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, at] { setMoment(at); });
    };
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now(), m_zone);
    add(tr("Yesterday at this time"), now.addDays(-1).toMSecsSinceEpoch());
    add(tr("A week ago"), now.addDays(-7).toMSecsSinceEpoch());
    add(tr("A month ago"), now.addMonths(-1).toMSecsSinceEpoch());
    if (m_changes.empty())
        return;
    menu->addSection(tr("Right before"));
    for (size_t i = 0; i < qMin(m_changes.size(), mostJumps); ++i) {
        const auto& [at, what] = m_changes[i];
        const QString text = menu->fontMetrics().elidedText(what, Qt::ElideRight, jumpWidth);
        add(tr("%1 (%2)", "what changed, when").arg(text, shortTime(at, m_zone)).replace(u'&', QLatin1String("&&")),
            at - 1);
    }
}

void AsOfBar::put(Millis at)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    m_when->setDateTime(QDateTime(there.date(), there.time(), Qt::UTC));
}

void AsOfBar::open()
{
    const Millis now = m_clock.now();
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(now, m_zone);
    m_when->setMaximumDateTime(QDateTime(there.date(), there.time(), Qt::UTC));
    show();
    m_when->setFocus(Qt::OtherFocusReason);
    if (m_moment)
        return;
    put(now - day);
    take();
}

void AsOfBar::setMoment(Millis at)
{
    m_moment = at;
    open();
    put(at);
    m_delay.stop();  // The field knows no seconds.
    emit momentChanged();
}

void AsOfBar::take()
{
    // The field shows minutes: what happened within the last of them is meant too.
    constexpr Millis minute = 60'000;
    const Millis at = QDateTime(m_when->date(), m_when->time(), m_zone).toMSecsSinceEpoch() / minute * minute;
    m_delay.stop();
    m_moment = qMin(at + minute - 1, m_clock.now());
    emit momentChanged();
}

void AsOfBar::reset()
{
    m_delay.stop();
    m_moment.reset();
    hide();
}

std::optional<Millis> AsOfBar::moment() const
{
    return m_moment;
}

}  // namespace refrain::ui
