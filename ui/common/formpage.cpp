#include "ui/common/formpage.h"

#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/wheelguard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace refrain::ui {

namespace {

constexpr int widest = 720;

}  // namespace

FormField::FormField(const Theme& theme, const QString& label, QWidget* field, QWidget* parent)
    : QWidget(parent),
      m_field(field),
      m_label(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_problem(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    m_label->setColour(&Theme::muted);
    m_problem->setColour(&Theme::danger);
    m_problem->setObjectName(field->objectName() + QStringLiteral("Problem"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(field);
    layout->addWidget(m_problem);
    setLabel(label);
    setProblem({});
    if (qobject_cast<QComboBox*>(field))
        new WheelGuard(field);
}

void FormField::setLabel(const QString& label)
{
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void FormField::setHint(const QString& sentence)
{
    setProblem(sentence);
    m_problem->setColour(&Theme::muted);
}

void FormField::setProblem(const QString& sentence)
{
    m_problem->setColour(&Theme::danger);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_field->setAccessibleDescription(sentence);
}

QString FormField::problem() const
{
    return m_problem->text();
}

FormPage::FormPage(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_name(name),
      m_body(new QWidget(this)),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, m_body)),
      m_about(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body)),
      m_fields(new QVBoxLayout),
      m_conflict(buildConflict()),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, m_body))
{
    setObjectName(name + QStringLiteral("Page"));
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_about->setColour(&Theme::muted);
    m_problem->setObjectName(name + QStringLiteral("Problem"));
    m_problem->setColour(&Theme::danger);
    m_fields->setSpacing(12);
    auto* inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(16, 16, 16, 16);
    inner->setSpacing(8);
    inner->addWidget(m_title);
    inner->addWidget(m_about);
    inner->addSpacing(4);
    inner->addLayout(m_fields);
    inner->addWidget(m_conflict);
    inner->addWidget(m_problem);
    inner->addWidget(buildButtons());
    inner->addStretch(1);
    m_body->setMaximumWidth(widest);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(name + QStringLiteral("Scroll"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    auto* save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_save, &QPushButton::click);
    clearProblems();
}

QWidget* FormPage::buildConflict()
{
    auto* box = new QWidget(m_body);
    auto* note = new NoteBox(m_theme, box);
    note->setNote(tr("Somebody saved it meanwhile."),
                  tr("What you wrote is still here, and not saved. Take theirs and write on from it, or save yours in "
                     "its place."),
                  &Theme::pending);
    auto* theirs = new QPushButton(tr("Take theirs"), box);
    theirs->setObjectName(m_name + QStringLiteral("Theirs"));
    auto* mine = new QPushButton(tr("Save mine in its place"), box);
    mine->setObjectName(m_name + QStringLiteral("Mine"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(theirs);
    row->addWidget(mine);
    row->addStretch();
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(note);
    layout->addLayout(row);
    connect(theirs, &QPushButton::clicked, this, &FormPage::theirsWanted);
    connect(mine, &QPushButton::clicked, this, &FormPage::mineWanted);
    return box;
}

QWidget* FormPage::buildButtons()
{
    auto* box = new QWidget(m_body);
    m_save = new QPushButton(tr("Save"), box);
    m_save->setObjectName(m_name + QStringLiteral("Save"));
    m_save->setProperty("primary", true);
    m_save->setToolTip(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText));
    auto* cancel = new QPushButton(tr("Discard"), box);
    cancel->setObjectName(m_name + QStringLiteral("Cancel"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_save);
    row->addStretch();
    row->addWidget(cancel);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (!m_isBusy)
            emit saveWanted();
    });
    connect(cancel, &QPushButton::clicked, this, &FormPage::cancelWanted);
    return box;
}

void FormPage::setHead(const QString& title, const QString& about)
{
    m_title->setText(title);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
}

void FormPage::setSave(const QString& action, bool enabled)
{
    m_save->setText(action);
    m_save->setEnabled(enabled);
}

FormField* FormPage::addField(const QString& pointer, const QString& label, QWidget* field)
{
    auto* made = new FormField(m_theme, label, field, m_body);
    m_known.emplace_back(pointer, made);
    m_fields->addWidget(made);
    return made;
}

void FormPage::removeField(FormField* field)
{
    std::erase_if(m_known, [field](const auto& known) { return known.second == field; });
    delete field;
}

void FormPage::addWidget(QWidget* widget)
{
    m_fields->addWidget(widget);
}

void FormPage::setProblem(const Error& error)
{
    clearProblems();
    if (error.is(ErrorCode::Precondition)) {
        m_conflict->show();
        m_save->hide();  // it would be refused again
        return;
    }
    const auto at = std::find_if(m_known.begin(), m_known.end(), [&](const auto& known) {
        return !known.first.isEmpty() && !known.second->isHidden() &&
               (error.context() + u'/').startsWith(known.first + u'/');
    });
    if (at != m_known.end()) {
        at->second->setProblem(error.message());
        at->second->field()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->setText(error.message());
    m_problem->show();
}

void FormPage::clearProblems()
{
    m_conflict->hide();
    m_save->show();
    clearFaults();
}

void FormPage::clearFaults()
{
    for (const auto& [pointer, field] : m_known)
        field->setProblem({});
    m_problem->clear();
    m_problem->hide();
}

}  // namespace refrain::ui
