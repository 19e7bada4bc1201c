#include "ui/people/categoryrow.h"

#include "console/table/builtinwords.h"
#include "console/table/toggle.h"
#include "ui/common/cellwords.h"
#include "ui/common/labels.h"
#include "ui/people/statechip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimeZone>

namespace refrain::ui {

namespace {

/// Whether the state alone says it all: what the person chose has no say now.
bool isSettledElsewhere(const console::CategoryDetail& detail)
{
    const bool everything = detail.category.slug == everyCategory();
    return detail.decidedBy || detail.rule == Rule::Paused || detail.rule == Rule::OptedOutOfParent ||
           (detail.rule == Rule::OptedOutOfEverything && !everything);
}

QString sentenceOf(const console::CategoryDetail& detail)
{
    if (detail.rule == Rule::Unreachable && detail.preference.state == PreferenceState::Default)
        return detail.state;
    if (detail.rule == Rule::Required)
        return CategoryRow::tr("Required: %1").arg(console::builtInWords(detail.category.requiredReason));
    if (detail.provenance.isEmpty() || isSettledElsewhere(detail))
        return detail.state;
    const QString state = CategoryRow::tr("%1, %2", "state, who and when").arg(detail.state, detail.provenance);
    return detail.turnBack.isEmpty() || detail.rule == Rule::Unreachable
               ? state
               : state + QStringLiteral(". ") + detail.turnBack;
}

}  // namespace

CategoryRow::CategoryRow(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_zone(zone),
      m_title(new TextLabel(theme, TextRole::Name, TextLabel::Fit::Elided, this)),
      m_sentence(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_waiting(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_problem(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_chip(new StateChip(theme, this))
{
    m_sentence->setColour(&Theme::muted);
    m_waiting->setColour(&Theme::pending);
    m_waiting->hide();
    m_problem->setColour(&Theme::danger);
    m_problem->hide();
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addWidget(m_waiting);
    words->addWidget(m_problem);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 9);
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    layout->addWidget(m_chip, 0, Qt::AlignTop);
    connect(m_chip, &QAbstractButton::clicked, this, [this] { emit activated(m_slug); });
}

void CategoryRow::setDetail(const console::CategoryDetail& detail)
{
    m_category = detail.category;
    m_slug = detail.category.slug;
    m_title->setText(m_slug == everyCategory() ? tr("All optional messages") : detail.category.title);
    m_sentence->setText(sentenceOf(detail));
    m_chip->setObjectName(QStringLiteral("switch-") + m_slug.toString());
}

void CategoryRow::clearDetail()
{
    m_sentence->setText({});
}

void CategoryRow::setCell(const console::Cell& cell)
{
    console::Cell shown = cell;
    if (m_slug == everyCategory())
        shown.allOptionalOff = false;  // It is the choice itself here, not what follows from it.
    m_chip->setState(markOf(shown), ringOf(shown), stateWord(shown));
    m_chip->setAccessibleName(cellWords(m_title->text(), shown, m_zone));
    const bool isOnItsWay = cell.ring == console::CellRing::Pending || cell.ring == console::CellRing::Waiting;
    m_waiting->setText(cell.ring == console::CellRing::Pending ? tr("Being saved.")
                                                               : tr("Saved here, not yet in force."));
    m_waiting->setVisible(isOnItsWay);
    m_chip->setToolTip(m_chip->accessibleName().toHtmlEscaped());
    const console::Toggle toggle = console::Toggle::of(m_category, shown);
    m_chip->setWhatsThis(QStringLiteral("%1\n%2 %3")
                             .arg(m_title->text(), m_chip->accessibleName(),
                                  toggle.wish() ? tr("Space or a click switches it.") : toggle.explanation()));
}

void CategoryRow::setChangeable(bool may)
{
    m_chip->setEnabled(may);
}

void CategoryRow::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void CategoryRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.line);
}

}  // namespace refrain::ui
