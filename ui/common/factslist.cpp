#include "ui/common/factslist.h"

#include "ui/common/labels.h"

#include <QGridLayout>

namespace refrain::ui {

FactsList::FactsList(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void FactsList::setFacts(const QList<std::pair<QString, QString>>& facts)
{
    delete m_body;
    m_body = new QWidget(this);
    layout()->addWidget(m_body);
    auto* grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 80);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : facts) {
        if (value.isEmpty())
            continue;
        auto* nameLabel = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
        auto* valueLabel = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, m_body);
        nameLabel->setText(name);
        nameLabel->setColour(&Theme::muted);
        valueLabel->setText(value);
        valueLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(nameLabel, row, 0, Qt::AlignTop);
        grid->addWidget(valueLabel, row++, 1);
    }
}

}  // namespace refrain::ui
