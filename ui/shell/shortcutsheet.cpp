#include "ui/shell/shortcutsheet.h"

#include "ui/common/labels.h"

#include <QGridLayout>
#include <QPushButton>

namespace refrain::ui {

ShortcutSheet::ShortcutSheet(const Theme& theme, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    const std::pair<QString, QString> keys[] = {
        {tr("/"), tr("Filter the list")},
        {tr("Ctrl+K"),
         tr("Find people, channels, categories, actions, settings; “bea rem” turns Reminders off for Bea")},
        {tr("↑ ↓ ← →"), tr("Move in the table")},
        {tr("Space"), tr("Switch the category under the cursor")},
        {tr("Enter"), tr("Go to the details of the row")},
        {tr("Ctrl+Z"), tr("Undo the last change")},
        {tr("F6"), tr("Next pane")},
        {tr("Ctrl+1 … Ctrl+9"), tr("Go to a screen")},
        {tr("Esc"), tr("Clear the filter, then back to the table")},
        {tr("F1"), tr("What has the focus, explained")},
        {tr("?"), tr("This list")},
    };
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setHorizontalSpacing(20);
    layout->setVerticalSpacing(8);
    int row = 0;
    for (const auto& [key, what] : keys) {
        auto* keyLabel = new TextLabel(theme, TextRole::Name, TextLabel::Fit::Wrapped, this);
        auto* whatLabel = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
        keyLabel->setText(key);
        keyLabel->setWordWrap(false);
        whatLabel->setText(what);
        whatLabel->setWordWrap(false);
        whatLabel->setColour(&Theme::muted);
        layout->addWidget(keyLabel, row, 0);
        layout->addWidget(whatLabel, row++, 1);
    }
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeShortcutSheet"));
    layout->addWidget(close, row, 1, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

}  // namespace refrain::ui
