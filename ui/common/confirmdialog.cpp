#include "ui/common/confirmdialog.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

ConfirmDialog::ConfirmDialog(const Theme& theme, const Question& question, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("confirmDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.headline);
    setFixedWidth(440);
    auto* headline = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    headline->setText(question.headline);
    auto* text = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
    text->setText(question.text);
    text->setColour(&Theme::muted);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("confirmCancel"));
    auto* act = new QPushButton(question.action, this);
    act->setObjectName(QStringLiteral("confirmAction"));
    act->setProperty("primary", true);
    cancel->setDefault(true);  // Enter by habit must not do what had to be asked about; on the other button it may.
    cancel->setFocus();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(act);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addWidget(text);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    // Several paragraphs would else be given the height of fewer lines.
    setMinimumHeight(layout->totalHeightForWidth(width()));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
}

}  // namespace refrain::ui
