#include "ui/people/categoryrow.h"

#include "ui/common/cellwords.h"
#include "ui/common/labels.h"
#include "ui/people/statechip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimeZone>

namespace refrain::ui {

namespace {

QString sentenceOf(const console::CategoryDetail& detail)
{
    if (detail.rule == Rule::Required)
        return CategoryRow::tr("Required: %1").arg(detail.category.requiredReason);
    if (detail.preference.snoozedUntil && detail.rule == Rule::Snoozed)
        return detail.state;
    if (detail.provenance.isEmpty())
        return detail.category.slug == everyCategory() ? detail.state : CategoryRow::tr("Workspace default");
    return detail.turnBack.isEmpty() ? detail.provenance : detail.provenance + QStringLiteral(" — ") + detail.turnBack;
}

}  // namespace

CategoryRow::CategoryRow(const Theme& theme, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_zone(zone),
      m_title(new TextLabel(theme, TextRole::Name, TextLabel::Fit::Elided, this)),
      m_sentence(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_problem(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_chip(new StateChip(theme, this))
{
    m_sentence->setColour(&Theme::muted);
    m_problem->setColour(&Theme::danger);
    m_problem->hide();
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
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
    m_slug = detail.category.slug;
    m_title->setText(m_slug == everyCategory() ? tr("All optional messages") : detail.category.title);
    m_sentence->setText(sentenceOf(detail));
    m_chip->setObjectName(QStringLiteral("switch-") + m_slug.toString());
}

void CategoryRow::setCell(const console::Cell& cell)
{
    m_chip->setState(markOf(cell), ringOf(cell), stateWord(cell));
    m_chip->setAccessibleName(cellWords(m_title->text(), cell, m_zone));
    m_chip->setToolTip(m_chip->accessibleName().toHtmlEscaped());
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
