#include "ui/common/inspectorpane.h"

#include "ui/common/labels.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace refrain::ui {

InspectorPane::InspectorPane(const Theme& theme, const QString& name, const QString& emptySentence, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(name);
    setAccessibleName(tr("Details"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    m_content = new QWidget(page);
    m_empty = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, page);
    m_empty->setObjectName(QStringLiteral("emptySentence"));
    m_empty->setColour(&Theme::muted);
    m_empty->setText(emptySentence);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_content, 1);
    // Not margins of the label's own: a style sheet takes those away.
    auto* padded = new QVBoxLayout;
    padded->setContentsMargins(20, 20, 20, 20);
    padded->addWidget(m_empty);
    layout->addLayout(padded);
    layout->addStretch();
    setWidget(page);
    showContent(false);
}

void InspectorPane::showContent(bool shown)
{
    m_content->setVisible(shown);
    m_empty->setVisible(!shown);
}

QSize InspectorPane::minimumSizeHint() const
{
    // The content's own wish counts also while it is hidden: the pane does not grow when a row is chosen.
    const int wide = m_content->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {qMax(280, wide), QScrollArea::minimumSizeHint().height()};
}

}  // namespace refrain::ui
