#include "ui/access/keypane.h"

#include "console/access/rolewords.h"
#include "ui/access/rolepicker.h"
#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

/// Two or three buttons beside each other, at the left.
QHBoxLayout* rowOf(std::initializer_list<QPushButton*> buttons)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : buttons)
        row->addWidget(button);
    row->addStretch();
    return row;
}

}  // namespace

KeyPane::KeyPane(const Theme& theme)
    : InspectorPane(theme, QStringLiteral("keysInspector"), tr("Choose a key to see what it is for, and to end it."),
                    nullptr),
      m_name(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, content())),
      m_about(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content())),
      m_note(new NoteBox(theme, content())),
      m_form(buildForm(theme)),
      m_made(buildMade()),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, content())),
      m_facts(new FactsList(theme, content())),
      m_revoke(new QPushButton(tr("Revoke…"), content()))
{
    setFocusPolicy(Qt::NoFocus);
    m_name->setObjectName(QStringLiteral("keyName"));
    m_about->setColour(&Theme::muted);
    m_problem->setObjectName(QStringLiteral("keyProblem"));
    m_problem->setColour(&Theme::danger);
    m_revoke->setObjectName(QStringLiteral("revokeKey"));
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_about, m_note, m_form, m_made, m_problem})
        layout->addWidget(widget);
    layout->addSpacing(4);
    layout->addWidget(m_facts);
    layout->addSpacing(4);
    layout->addWidget(m_revoke, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_revoke, &QPushButton::clicked, this, &KeyPane::revokeWanted);
    show(Page::Nothing);
}

QWidget* KeyPane::buildForm(const Theme& theme)
{
    auto* box = new QWidget(content());
    auto* label = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, box);
    label->setText(tr("Name: which program it is for"));
    label->setColour(&Theme::muted);
    m_nameField = new QLineEdit(box);
    m_nameField->setObjectName(QStringLiteral("keyNameField"));
    m_nameField->setAccessibleName(label->text());
    m_nameField->setMaxLength(100);
    auto* heading = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, box);
    heading->setText(tr("What it may do"));
    m_role = new RolePicker(theme, {Role::Service, Role::Viewer, Role::Support, Role::Sender, Role::Admin}, box);
    m_create = new QPushButton(tr("Make the key"), box);
    m_create->setObjectName(QStringLiteral("createKey"));
    m_create->setProperty("primary", true);
    m_cancel = new QPushButton(tr("Cancel"), box);
    m_cancel->setObjectName(QStringLiteral("cancelKey"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_nameField);
    layout->addSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(m_role);
    layout->addSpacing(4);
    layout->addLayout(rowOf({m_create, m_cancel}));
    const auto create = [this] {
        if (m_create->isEnabled())
            emit createWanted(m_nameField->text().trimmed(), m_role->role());
    };
    connect(m_nameField, &QLineEdit::textChanged, this, &KeyPane::updateButtons);
    connect(m_nameField, &QLineEdit::returnPressed, this, create);
    connect(m_create, &QPushButton::clicked, this, create);
    connect(m_cancel, &QPushButton::clicked, this, &KeyPane::cancelWanted);
    return box;
}

QWidget* KeyPane::buildMade()
{
    auto* box = new QWidget(content());
    m_secret = new QLineEdit(box);
    m_secret->setObjectName(QStringLiteral("newKey"));
    m_secret->setAccessibleName(tr("The new key"));
    m_secret->setReadOnly(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy = new QPushButton(tr("Copy"), box);
    m_copy->setObjectName(QStringLiteral("copyKey"));
    m_copy->setProperty("primary", true);
    auto* done = new QPushButton(tr("I have put it away"), box);
    done->setObjectName(QStringLiteral("keyDone"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_secret);
    layout->addLayout(rowOf({m_copy, done}));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_secret->text());
        emit copied();
    });
    connect(done, &QPushButton::clicked, this, &KeyPane::doneWanted);
    return box;
}

void KeyPane::showNothing()
{
    show(Page::Nothing);
}

void KeyPane::showKey(const Shown& shown)
{
    const bool isRevoked = shown.key.revokedAt.has_value();
    m_name->setText(shown.key.name);
    m_about->setText(console::roleName(shown.key.role) + QStringLiteral(" · ") + shown.key.id);
    if (isRevoked)
        m_note->setNote(tr("It was revoked."), tr("Whoever uses it is refused. It cannot be brought back."));
    else if (!shown.key.lastUsedAt)
        m_note->setNote(tr("It was never used."), {});
    else
        m_note->setNote({}, {});
    m_facts->setFacts({{tr("May"), console::roleMeaning(shown.key.role)},
                       {tr("Last used"), shown.lastUsedAt},
                       {tr("Made by"), shown.createdBy},
                       {tr("Made"), shown.createdAt},
                       {tr("Revoked"), shown.revokedAt}});
    show(Page::Key);
    m_revoke->setVisible(!isRevoked);
}

void KeyPane::showForm()
{
    m_name->setText(tr("New API key"));
    m_about->setText(tr("With it another program asks Refrain who wants what, without anybody signing in."));
    m_note->setNote({}, {});
    m_nameField->clear();
    m_role->setRole(Role::Service);
    show(Page::Form);
    m_nameField->setFocus(Qt::OtherFocusReason);
}

void KeyPane::showMade(const QString& name, const Secret& secret)
{
    m_name->setText(name);
    m_about->setText({});
    m_note->setNote(tr("Copy the key now: it is shown this once."),
                    tr("Refrain keeps only what is needed to recognise it. Put it where the program keeps its secrets; "
                       "whoever has it may do what it allows."),
                    &Theme::pending);
    m_secret->setText(QString::fromLatin1(secret.reveal()));
    m_secret->setCursorPosition(0);
    show(Page::Made);
    m_copy->setFocus(Qt::OtherFocusReason);
}

void KeyPane::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButtons();
}

void KeyPane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void KeyPane::show(Page page)
{
    m_page = page;
    if (page != Page::Made)
        m_secret->clear();
    m_about->setVisible(!m_about->text().isEmpty());
    m_form->setVisible(page == Page::Form);
    m_made->setVisible(page == Page::Made);
    m_facts->setVisible(page == Page::Key);
    m_revoke->setVisible(page == Page::Key);
    setProblem({});
    updateButtons();
    showContent(page != Page::Nothing);
}

void KeyPane::updateButtons()
{
    m_create->setEnabled(!m_isBusy && !m_nameField->text().trimmed().isEmpty());
    if (m_revoke)
        m_revoke->setEnabled(!m_isBusy);
}

}  // namespace refrain::ui
