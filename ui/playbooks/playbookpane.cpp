#include "ui/playbooks/playbookpane.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/slackmessage.h"
#include "ui/playbooks/playbookwords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace refrain::ui {

PlaybookPane::PlaybookPane(const Theme& theme)
    : InspectorPane(theme, QStringLiteral("playbooksInspector"),
                    tr("Choose a playbook to see what it does and what people read."), nullptr),
      m_theme(theme),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, content())),
      m_about(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content())),
      m_note(new NoteBox(theme, content())),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, content())),
      m_description(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, content())),
      m_heading(new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, content())),
      m_language(new QComboBox(content())),
      m_messages(new QVBoxLayout),
      m_facts(new FactsList(theme, content())),
      m_wanted(QLocale().name().section(u'_', 0, 0))
{
    setFocusPolicy(Qt::NoFocus);
    m_title->setObjectName(QStringLiteral("playbookTitle"));
    m_about->setColour(&Theme::muted);
    m_problem->setObjectName(QStringLiteral("playbookProblem"));
    m_problem->setColour(&Theme::danger);
    m_heading->setText(tr("What people see in Slack"));
    m_language->setObjectName(QStringLiteral("playbookLanguage"));
    m_language->setAccessibleName(tr("Language of the preview"));
    m_messages->setSpacing(4);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_title, m_about, m_note, m_description, buildButtons(), m_problem})
        layout->addWidget(widget);
    auto* head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_language);
    layout->addSpacing(8);
    layout->addLayout(head);
    layout->addLayout(m_messages);
    layout->addSpacing(8);
    layout->addWidget(m_facts);
    layout->addStretch();
    connect(m_language, &QComboBox::activated, this, [this] {
        m_wanted = m_language->currentData().toString();
        showMessages();
    });
}

QWidget* PlaybookPane::buildButtons()
{
    auto* box = new QWidget(content());
    m_use = new QPushButton(tr("Use it"), box);
    m_publish = new QPushButton(tr("Publish…"), box);
    m_customise = new QPushButton(tr("Customise"), box);
    m_unpublish = new QPushButton(tr("Unpublish…"), box);
    m_test = new QPushButton(tr("Send it to me"), box);
    m_open = new QPushButton(tr("Who got it"), box);
    for (QPushButton* button : {m_use, m_publish})
        button->setProperty("primary", true);
    using Signal = void (PlaybookPane::*)();
    const std::tuple<QPushButton*, const char*, Signal> buttons[] = {
        {m_use, "usePlaybook", &PlaybookPane::useWanted},
        {m_publish, "publishPlaybook", &PlaybookPane::publishWanted},
        {m_customise, "customisePlaybook", &PlaybookPane::customiseWanted},
        {m_test, "testPlaybook", &PlaybookPane::testWanted},
        {m_open, "openAnnouncement", &PlaybookPane::notificationWanted},
        {m_unpublish, "unpublishPlaybook", &PlaybookPane::unpublishWanted}};
    m_grid = new QGridLayout(box);
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setSpacing(8);
    m_grid->setColumnStretch(2, 1);
    for (const auto& [button, name, signal] : buttons) {
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, signal);
    }
    return box;
}

void PlaybookPane::show(const Shown& shown)
{
    const bool another = shown.copy.slug != m_shown.copy.slug || shown.playbook.slug != m_shown.playbook.slug;
    m_shown = shown;
    const QString known = libraryWords(shown.playbook.title);
    const bool isLibrary = shown.copy.version == 0;
    const bool isRenamed = !isLibrary && shown.copy.title != shown.playbook.title && !shown.copy.title.isEmpty();
    m_title->setText(isRenamed ? shown.copy.title : known);
    m_about->setText(isRenamed ? tr("Playbook: %1").arg(known) : QString());
    m_about->setVisible(isRenamed && !shown.isWritten);
    m_description->setText(libraryWords(shown.playbook.description));
    m_description->setVisible(!shown.isWritten);
    m_facts->setFacts(shown.facts);
    m_facts->setVisible(!shown.isWritten);
    setProblem({});
    showState();
    showLanguages();
    showMessages();
    showContent(true);
    if (another)
        ensureVisible(0, 0);
}

void PlaybookPane::showState()
{
    const bool isLibrary = m_shown.copy.version == 0;
    const bool published = m_shown.copy.published;
    if (m_shown.isWritten || isLibrary)
        m_note->setNote({}, {});
    else
        m_note->setNote(stateWords(m_shown.copy) + u' ' + m_shown.stateAbout,
                        published ? (m_shown.playbook.announces ? tr("The announcement was sent.")
                                                                : tr("People read these words since then."))
                                  : tr("Nothing changes for anybody before it is published."),
                        published ? &Theme::in : &Theme::pending);
    const bool acts = m_shown.mayAct && !m_shown.isWritten;
    const std::pair<QPushButton*, bool> offers[] = {
        {m_use, acts && isLibrary},
        {m_publish, acts && !isLibrary && !published},
        {m_customise, acts && !isLibrary && !(published && m_shown.playbook.announces)},
        {m_test, acts && !isLibrary && !published && m_shown.playbook.announces},
        {m_open, !m_shown.isWritten && !m_shown.copy.notification.isEmpty()},
        {m_unpublish, acts && !isLibrary && published}};
    int place = 0;
    for (const auto& [button, isOffered] : offers) {
        button->setVisible(isOffered);
        m_grid->removeWidget(button);
        if (!isOffered)
            continue;
        m_grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    m_grid->parentWidget()->setVisible(place > 0);
}

void PlaybookPane::showLanguages()
{
    const QSignalBlocker quiet(m_language);
    m_language->clear();
    const QStringList all = m_shown.playbook.announces && m_shown.copy.version > 0 ? QStringList{m_shown.copy.language}
                                                                                   : m_shown.playbook.languages();
    for (const QString& language : all)
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_wanted)));
    m_language->setVisible(all.size() > 1 && !m_shown.isWritten);
}

void PlaybookPane::setLanguage(const QString& language)
{
    m_wanted = language;
    showLanguages();
    showMessages();
}

void PlaybookPane::showMessages()
{
    const auto messages =
        shownMessages(m_shown.playbook, m_shown.copy,
                      m_shown.isWritten && !m_wanted.isEmpty() ? m_wanted : m_language->currentData().toString(),
                      m_shown.about ? &*m_shown.about : nullptr);
    // Kept where the number is the same: they must not jump while somebody types.
    while (size_t(m_rows.size()) > messages.size()) {
        delete m_rows.last().first;
        delete m_rows.takeLast().second;
    }
    while (size_t(m_rows.size()) < messages.size()) {
        auto* label = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content());
        label->setColour(&Theme::muted);
        auto* message = new SlackMessage(m_theme, content());
        m_messages->addWidget(label);
        m_messages->addWidget(message);
        m_messages->addSpacing(8);
        m_rows.append({label, message});
    }
    for (size_t i = 0; i < messages.size(); ++i) {
        m_rows.at(qsizetype(i)).first->setText(messages[i].title);
        m_rows.at(qsizetype(i)).second->setParts(messages[i].parts);
    }
}

void PlaybookPane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PlaybookPane::setBusy(bool busy)
{
    for (QPushButton* button : {m_use, m_publish, m_customise, m_unpublish, m_test})
        button->setEnabled(!busy);
}

}  // namespace refrain::ui
