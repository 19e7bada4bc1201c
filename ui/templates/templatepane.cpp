#include "ui/templates/templatepane.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace refrain::ui {

TemplatePane::TemplatePane(const Theme& theme, SlackMessage::NameOf nameOf)
    : InspectorPane(theme, QStringLiteral("templatesInspector"), tr("Choose a template to see what it yields."),
                    nullptr),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, content())),
      m_about(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content())),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, content())),
      m_category(new QComboBox(content())),
      m_message(new SlackMessage(theme, content())),
      m_note(new NoteBox(theme, content())),
      m_facts(new FactsList(theme, content()))
{
    setFocusPolicy(Qt::NoFocus);
    m_title->setObjectName(QStringLiteral("templateTitle"));
    m_about->setColour(&Theme::muted);
    m_problem->setObjectName(QStringLiteral("templateProblem"));
    m_problem->setColour(&Theme::danger);
    m_category->setObjectName(QStringLiteral("templateCategory"));
    m_category->setAccessibleName(tr("As a message of"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_message->setNameOf(std::move(nameOf));
    auto* heading = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, content());
    heading->setText(tr("How it looks in Slack"));
    auto* as = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content());
    as->setText(tr("As a message of"));
    as->setColour(&Theme::muted);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_about, buildButtons(), m_problem})
        layout->addWidget(widget);
    layout->addSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, as, m_category, m_message, m_note})
        layout->addWidget(widget);
    layout->addSpacing(8);
    layout->addWidget(m_facts);
    layout->addStretch();
    connect(m_category, &QComboBox::currentIndexChanged, this, &TemplatePane::categoryChanged);
    m_message->hide();
    m_note->setNote({}, {});
}

QWidget* TemplatePane::buildButtons()
{
    auto* box = new QWidget(content());
    m_edit = new QPushButton(tr("Edit"), box);
    m_edit->setObjectName(QStringLiteral("editTemplate"));
    m_write = new QPushButton(tr("Write a message"), box);
    m_write->setObjectName(QStringLiteral("sendTemplate"));
    m_archive = new QPushButton(box);
    m_archive->setObjectName(QStringLiteral("archiveTemplate"));
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setSpacing(8);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_edit, 0, 0);
    grid->addWidget(m_write, 0, 1);
    grid->addWidget(m_archive, 1, 0);
    connect(m_edit, &QPushButton::clicked, this, &TemplatePane::editWanted);
    connect(m_write, &QPushButton::clicked, this, &TemplatePane::messageWanted);
    connect(m_archive, &QPushButton::clicked, this, &TemplatePane::archiveWanted);
    return box;
}

void TemplatePane::show(const Shown& shown)
{
    m_title->setText(shown.stored.title.isEmpty() ? tr("New template") : shown.stored.title);
    QStringList about{shown.stored.description};
    if (shown.stored.archived)
        about << tr("Archived: no message is made of it.");
    about.removeAll(QString());
    m_about->setText(about.join(u'\n'));
    m_about->setVisible(!about.isEmpty() && !shown.isWritten);
    m_edit->setVisible(shown.mayEdit && !shown.isWritten && !shown.stored.archived);
    m_write->setVisible(shown.maySend && !shown.isWritten && !shown.stored.archived);
    m_archive->setText(shown.stored.archived ? tr("Bring back") : tr("Archive"));
    m_archive->setVisible(shown.mayEdit && !shown.isWritten);
    m_edit->parentWidget()->setVisible(!shown.isWritten && (shown.mayEdit || shown.maySend));
    m_facts->setFacts(shown.facts);
    m_facts->setVisible(!shown.isWritten);
    setProblem({});
    showContent(true);
}

void TemplatePane::setCategories(const std::vector<Category>& categories)
{
    const QSignalBlocker quiet(m_category);
    const QVariant chosen = m_category->currentData();
    m_category->clear();
    for (const Category& category : categories)
        m_category->addItem(category.title, category.slug.toString());
    m_category->setCurrentIndex(qMax(0, m_category->findData(chosen)));
}

CategorySlug TemplatePane::category() const
{
    return CategorySlug(m_category->currentData().toString());
}

void TemplatePane::setRendered(const Result<console::RenderedMessage>& message)
{
    m_category->setEnabled(true);
    m_message->setVisible(message.ok());
    if (message) {
        m_message->setMessage(message->text, message->blocks);
        m_note->setNote({}, {});
    } else {
        m_note->setNote(tr("That yields no message."), message.error().message(), &Theme::danger);
    }
}

void TemplatePane::setNotTried(const QString& sentence)
{
    m_category->setEnabled(false);
    m_message->hide();
    m_note->setNote(tr("There is no preview."), sentence);
}

void TemplatePane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void TemplatePane::setBusy(bool busy)
{
    for (QPushButton* button : {m_edit, m_write, m_archive})
        button->setEnabled(!busy);
}

}  // namespace refrain::ui
