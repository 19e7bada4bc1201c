#include "ui/people/linkdialog.h"

#include "console/desk/subjectdetail.h"
#include "ui/common/labels.h"
#include "ui/common/whendone.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

LinkDialog::LinkDialog(const Theme& theme, console::BackendCalls& calls, const Subject& subject,
                       const std::vector<Category>& categories, QWidget* parent)
    : QDialog(parent),
      m_links(calls),
      m_subject(subject),
      m_what(new QComboBox(this)),
      m_outcome(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_link(new QLineEdit(this)),
      m_act(new QPushButton(this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("linkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Opt-out link – Refrain"));
    setFixedWidth(460);
    fillChoices(categories);
    build(theme);
    connect(m_what, &QComboBox::currentIndexChanged, this, &LinkDialog::showUnmade);
    connect(m_act, &QPushButton::clicked, this, &LinkDialog::act);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    showUnmade();
    m_what->setFocus();
}

void LinkDialog::fillChoices(const std::vector<Category>& categories)
{
    m_what->addItem(tr("The page with all switches"), QString());
    m_what->addItem(tr("All optional messages off"), everyCategory().toString());
    for (const Category& category : categories) {
        if (!category.required && !category.archived && category.slug != everyCategory())
            m_what->addItem(tr("“%1” off").arg(category.title), category.slug.toString());
    }
    m_what->setObjectName(QStringLiteral("linkWhat"));
    m_what->setAccessibleName(tr("What the link opens"));
    m_what->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void LinkDialog::build(const Theme& theme)
{
    const QString whom = console::Wording::nameOf(m_subject);
    auto* headline = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    headline->setText(tr("Opt-out link for %1").arg(whom));
    auto* text = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
    text->setText(
        tr("Whoever opens it can turn messages off for %1, for nobody else, without signing in. It asks before "
           "it does so, and works for as long as the message that bears it is read.\n\nThat you made it is "
           "written into the activity log.")
            .arg(whom));
    text->setColour(&Theme::muted);
    m_outcome->setObjectName(QStringLiteral("linkOutcome"));
    m_link->setObjectName(QStringLiteral("linkField"));
    m_link->setAccessibleName(tr("The link"));
    m_link->setReadOnly(true);
    m_act->setObjectName(QStringLiteral("linkMake"));
    m_act->setProperty("primary", true);
    m_close->setObjectName(QStringLiteral("linkClose"));
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_act);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    for (QWidget* widget : std::initializer_list<QWidget*>{headline, text, m_what, m_link, m_outcome})
        layout->addWidget(widget);
    layout->addLayout(buttons);
}

void LinkDialog::showUnmade()
{
    m_link->clear();
    m_link->hide();
    m_outcome->hide();
    m_act->setText(tr("Make and copy it"));
    m_act->setEnabled(true);
    setFixedHeight(layout()->totalHeightForWidth(width()));
}

void LinkDialog::act()
{
    if (!m_link->text().isEmpty()) {
        copy();
        return;
    }
    m_act->setEnabled(false);
    const QString what = m_what->currentData().toString();
    whenDone(m_links.make(m_subject.id, CategorySlug(what)), this, [this, what](const Result<QString>& link) {
        if (m_what->currentData().toString() != what)
            return;  // Another was chosen meanwhile; this link is nobody's.
        m_act->setEnabled(true);
        m_outcome->show();
        if (!link) {
            m_outcome->setColour(&Theme::danger);
            m_outcome->setText(link.error().message());
            setFixedHeight(layout()->totalHeightForWidth(width()));
            return;
        }
        m_link->setText(*link);
        m_link->setCursorPosition(0);
        m_link->show();
        m_act->setText(tr("Copy it again"));
        copy();
    });
}

void LinkDialog::copy()
{
    QApplication::clipboard()->setText(m_link->text());
    m_outcome->setColour(&Theme::text);
    m_outcome->setText(tr("The link is on the clipboard."));
    setFixedHeight(layout()->totalHeightForWidth(width()));
}

}  // namespace refrain::ui
