#include "ui/person/askdialog.h"

#include "console/desk/desk.h"
#include "console/desk/subjectdetail.h"
#include "console/table/subjecttable.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/personfield.h"
#include "ui/common/whendone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr Millis day = 24LL * 3600 * 1000;
/// Who steps through a list is not asked about at each step.
constexpr int patienceMs = 120;

enum class Choice { AsItIs, Out, In, Default, Snoozed, AllOut };
enum class WorkspaceRule { AsItIs, Paused, Required, DefaultOff, DefaultOn };

}  // namespace

AskDialog::AskDialog(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk,
                     const Subject& whom, const CategorySlug& category, QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_calls(desk.calls()),
      m_whom(whom),
      m_category(new QComboBox(this)),
      m_where(new QComboBox(this)),
      m_channel(new PersonField(QStringLiteral("askChannel"), tr("Which channel"), desk.channels(), nullptr, this)),
      m_choice(new QComboBox(this)),
      m_rule(new QComboBox(this)),
      m_isPast(new QCheckBox(tr("At another time:"), this)),
      m_when(new QDateTimeEdit(this)),
      m_answer(new NoteBox(theme, this))
{
    setObjectName(QStringLiteral("askDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What would happen? – Refrain"));
    setFixedWidth(480);
    m_delay.setSingleShot(true);
    m_delay.setInterval(patienceMs);
    connect(&m_delay, &QTimer::timeout, this, &AskDialog::ask);
    fillChoices(category);
    build();
    changed();
}

void AskDialog::fillChoices(const CategorySlug& category)
{
    for (const Category& one : m_desk.categories())
        m_category->addItem(one.title, one.slug.toString());
    m_category->setCurrentIndex(qMax(0, m_category->findData(category.toString())));
    m_where->addItem(m_whom.kind == SubjectKind::Channel ? tr("into this channel") : tr("to this person directly"));
    m_where->addItem(tr("into a channel"));
    const std::pair<Choice, QString> choices[] = {{Choice::AsItIs, tr("as it is")},
                                                  {Choice::Out, tr("turned off")},
                                                  {Choice::In, tr("turned on")},
                                                  {Choice::Default, tr("never chosen")},
                                                  {Choice::Snoozed, tr("snoozed for a day")},
                                                  {Choice::AllOut, tr("all optional messages off")}};
    for (const auto& [value, words] : choices)
        m_choice->addItem(words, int(value));
    const std::pair<WorkspaceRule, QString> rules[] = {{WorkspaceRule::AsItIs, tr("as it is")},
                                                       {WorkspaceRule::Paused, tr("paused")},
                                                       {WorkspaceRule::Required, tr("required")},
                                                       {WorkspaceRule::DefaultOff, tr("off by default")},
                                                       {WorkspaceRule::DefaultOn, tr("on by default")}};
    for (const auto& [value, words] : rules)
        m_rule->addItem(words, int(value));
}

void AskDialog::build()
{
    auto* headline = new TextLabel(m_theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    headline->setText(tr("What would happen?"));
    auto* text = new TextLabel(m_theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
    text->setText(tr("Answered by the very rule that decides for senders. Nothing is sent and nothing changed."));
    text->setColour(&Theme::muted);
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(m_clock.now() - day, m_zone);
    const QDateTime now = before.addDays(1);
    m_when->setTimeSpec(Qt::UTC);
    m_when->setDisplayFormat(tr("d MMM yyyy, HH:mm", "a date's and a time's format"));
    m_when->setCalendarPopup(true);
    m_when->setMaximumDateTime(QDateTime(now.date(), now.time(), Qt::UTC));
    m_when->setDateTime(QDateTime(before.date(), before.time(), Qt::UTC));
    const std::tuple<QWidget*, const char*, QString> fields[] = {
        {m_category, "askCategory", tr("A message of")}, {m_where, "askWhere", tr("sent")},
        {m_channel, "askChannel", tr("Which channel")},  {m_choice, "askChoice", tr("with the choice")},
        {m_rule, "askRule", tr("and the category")},
    };
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    for (const auto& [field, name, label] : fields) {
        field->setObjectName(QLatin1String(name));
        field->setAccessibleName(label);
        form->addRow(label, field);
        if (auto* box = qobject_cast<QComboBox*>(field)) {
            box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            connect(box, &QComboBox::currentIndexChanged, this, &AskDialog::changed);
        }
    }
    m_isPast->setObjectName(QStringLiteral("askIsPast"));
    m_when->setObjectName(QStringLiteral("askWhen"));
    m_when->setAccessibleName(tr("At which time"));
    form->addRow(m_isPast, m_when);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("askClose"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(m_answer);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(m_channel, &PersonField::pickedChanged, this, &AskDialog::changed);
    connect(m_isPast, &QCheckBox::toggled, this, &AskDialog::changed);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &AskDialog::changed);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void AskDialog::changed()
{
    const bool isChannel = m_where->currentIndex() == 1;
    auto* form = qobject_cast<QFormLayout*>(layout()->itemAt(2)->layout());
    m_channel->setVisible(isChannel);
    form->labelForField(m_channel)->setVisible(isChannel);
    m_when->setEnabled(m_isPast->isChecked());
    ++m_question;  // An answer that is on its way is about something else.
    m_delay.start();
}

console::Supposition AskDialog::supposition() const
{
    console::Supposition asked;
    const bool isChannel = m_where->currentIndex() == 1;
    asked.subject = isChannel ? SubjectId(m_channel->picked()) : m_whom.id;
    asked.category = CategorySlug(m_category->currentData().toString());
    if (m_isPast->isChecked())
        asked.asOf = qMin(QDateTime(m_when->date(), m_when->time(), m_zone).toMSecsSinceEpoch(), m_clock.now());
    WhatIf::Choice choice;
    choice.subject = asked.subject;
    choice.category = asked.category;
    switch (Choice(m_choice->currentData().toInt())) {
        case Choice::AsItIs: break;
        case Choice::Out: choice.state = PreferenceState::OptedOut; break;
        case Choice::In: choice.state = PreferenceState::OptedIn; break;
        case Choice::Default: choice.state = PreferenceState::Default; break;
        case Choice::Snoozed: choice.snoozedUntil = asked.asOf.value_or(m_clock.now()) + day; break;
        case Choice::AllOut:
            choice.category = everyCategory();
            choice.state = PreferenceState::OptedOut;
            break;
    }
    if (choice.state || choice.snoozedUntil)
        asked.whatIf.choices.push_back(choice);
    switch (WorkspaceRule(m_rule->currentData().toInt())) {
        case WorkspaceRule::AsItIs: break;
        case WorkspaceRule::Paused: asked.whatIf.paused = true; break;
        case WorkspaceRule::Required: asked.whatIf.required = true; break;
        case WorkspaceRule::DefaultOff: asked.whatIf.defaultIn = false; break;
        case WorkspaceRule::DefaultOn: asked.whatIf.defaultIn = true; break;
    }
    return asked;
}

void AskDialog::ask()
{
    const console::Supposition asked = supposition();
    if (asked.subject.isEmpty()) {
        m_answer->setNote(tr("Choose a channel."), {});
        fit();
        return;
    }
    whenDone(m_calls.decide(asked), this, [this, question = m_question](const Result<Decision>& decision) {
        if (question == m_question)
            tell(decision);
    });
}

/// "if it were turned off": what is not so, in words; empty where all is as it is.
QString AskDialog::supposed() const
{
    QStringList parts;
    if (m_choice->currentIndex() > 0)
        parts << tr("with the choice “%1”").arg(m_choice->currentText());
    if (m_rule->currentIndex() > 0)
        parts << tr("with the category “%1”").arg(m_rule->currentText());
    return parts.isEmpty() ? QString() : tr("Supposed: %1.").arg(parts.join(QStringLiteral(", ")));
}

void AskDialog::tell(const Result<Decision>& decision)
{
    if (!decision) {
        m_answer->setNote(tr("That could not be answered."), decision.error().message(), &Theme::danger);
        fit();
        return;
    }
    const console::Supposition asked = supposition();
    Subject whom = m_whom;
    if (const console::SubjectTable* table = m_desk.tableOf(asked.subject); table && asked.subject != m_whom.id)
        whom = table->subject(table->rowOf(asked.subject));
    const Category* category = m_desk.category(asked.category);
    const console::Wording wording(m_zone);
    QStringList words;
    if (asked.asOf)
        words << tr("At %1.").arg(wording.exactTime(*asked.asOf));
    words << supposed();
    // Of somebody who can be reached by now, only the backend knows why that was not so then.
    const bool isGone = whom.deleted || whom.bot || whom.archived || whom.addressDead;
    if (decision->rule == Rule::Unreachable && !isGone)
        words << tr("Nothing could be sent there.");
    else if (category)
        words << wording.why(*category, *decision, whom);
    if (decision->since)
        words << tr("It has been so since %1.").arg(wording.exactTime(*decision->since));
    words.removeAll(QString());
    m_answer->setNote(decision->deliver ? tr("It would be delivered.") : tr("It would not be delivered."),
                      words.join(u' '), decision->deliver ? &Theme::in : &Theme::out);
    fit();
}

void AskDialog::fit()
{
    // Only once it is polished the note knows how its words break.
    QMetaObject::invokeMethod(
        this, [this] { setFixedHeight(layout()->totalHeightForWidth(width())); }, Qt::QueuedConnection);
}

}  // namespace refrain::ui
