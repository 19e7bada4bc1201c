#include "ui/notifications/notificationpane.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/scrolled.h"
#include "ui/common/timetext.h"
#include "ui/notifications/notificationwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

namespace refrain::ui {

using console::SentNotification;
using Act = console::Notifications::Act;

NotificationPane::NotificationPane(const Theme& theme, RecipientRows::NameOf nameOf, QWidget* parent)
    : QWidget(parent),
      m_rows(new RecipientRows(std::move(nameOf), this)),
      m_stack(new QStackedLayout(this)),
      m_content(buildContent(theme))
{
    setObjectName(QStringLiteral("notificationPane"));
    auto* nothing = new QWidget(this);
    auto* empty = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, nothing);
    empty->setText(tr("Choose a notification to see who got it, who did not, and why."));
    empty->setColour(&Theme::muted);
    auto* around = new QVBoxLayout(nothing);
    around->setContentsMargins(20, 20, 20, 20);
    around->addWidget(empty);
    around->addStretch(1);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_content);
}

QWidget* NotificationPane::buildContent(const Theme& theme)
{
    auto* box = new QWidget(this);
    m_title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, box);
    m_title->setObjectName(QStringLiteral("notificationTitle"));
    m_about = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, box);
    m_about->setColour(&Theme::muted);
    m_note = new NoteBox(theme, box);
    m_progress = new QProgressBar(box);
    m_progress->setTextVisible(false);
    m_text = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
    m_text->setObjectName(QStringLiteral("notificationText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
    m_problem->setColour(&Theme::danger);
    m_counts = new FactsList(theme, box);
    m_table = new QTableView(box);
    setUpTable(*m_table, theme, QStringLiteral("fatesTable"));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Recipients"));
    m_table->verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(RecipientRows::Fate, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(RecipientRows::Who, 136);
    m_table->setMinimumSize(metric::inspectorWidth - 2, 120);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(20, 20, 20, 8);
    top->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_about, m_note, m_progress})
        top->addWidget(widget);
    top->addWidget(buildButtons());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_problem, m_text, m_counts})
        top->addWidget(widget);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    setTabOrder(m_cancel, m_table);
    return scrolled(box, this);
}

QWidget* NotificationPane::buildButtons()
{
    auto* box = new QWidget(this);
    m_pause = new QPushButton(tr("Pause"), box);
    m_resume = new QPushButton(tr("Go on"), box);
    m_cancel = new QPushButton(tr("Cancel the rest…"), box);
    const std::tuple<QPushButton*, const char*, Act> buttons[] = {{m_pause, "pauseNotification", Act::Pause},
                                                                  {m_resume, "resumeNotification", Act::Resume},
                                                                  {m_cancel, "cancelNotification", Act::Cancel}};
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const auto& [button, name, act] : buttons) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, wish = act] { emit actWanted(wish); });
    }
    row->addStretch();
    return box;
}

void NotificationPane::showNothing()
{
    m_rows->reset({});
    m_stack->setCurrentIndex(0);
}

void NotificationPane::show(const Shown& shown)
{
    const SentNotification& sent = shown.sent;
    const NotificationState state = sent.notification.state;
    m_title->setText(shown.category);
    m_rows->setOver(isOver(state));
    m_about->setText(shown.about);
    m_text->setText(sent.notification.text);
    m_text->setVisible(!sent.notification.text.isEmpty());
    showNote(sent);
    m_progress->setVisible(!isOver(state));
    m_progress->setRange(0, int(qMax<qint64>(1, sent.total())));
    m_progress->setValue(int(sent.settled()));
    m_progress->setAccessibleName(progressWords(sent));
    const auto count = [](qint64 number) { return number > 0 ? grouped(number) : QString(); };
    m_counts->setFacts({{tr("Sent"), count(sent.summary.sent)},
                        {tr("Skipped"), count(sent.summary.skipped)},
                        {tr("Failed"), count(sent.summary.failed)},
                        {tr("Not known"), count(sent.summary.uncertain)},
                        {tr("Waiting"), count(sent.summary.queued)}});
    const bool runs = state == NotificationState::Queued || state == NotificationState::Sending;
    m_pause->setVisible(shown.mayAct && runs);
    m_resume->setVisible(shown.mayAct && state == NotificationState::Paused);
    m_cancel->setVisible(shown.mayAct && !isOver(state));
    setProblem({});
    m_stack->setCurrentWidget(m_content);
}

void NotificationPane::showNote(const SentNotification& sent)
{
    const QString words = progressWords(sent);
    const QString headline = words.left(1).toUpper() + words.mid(1);
    QStringList more{sent.notification.error};
    if (sent.notification.state == NotificationState::Paused)
        more << tr("Nobody gets it until somebody lets it go on.");
    if (sent.summary.uncertain > 0)
        more << tr("Of some it is not known whether they got it; Refrain does not send to them twice.");
    more.removeAll(QString());
    const Tone tone = progressTone(sent);
    m_note->setNote(headline, more.join(u' '),
                    tone == Tone::Danger    ? &Theme::danger
                    : tone == Tone::Waiting ? &Theme::pending
                                            : &Theme::text);
}

void NotificationPane::setBusy(bool busy)
{
    for (QPushButton* button : {m_pause, m_resume, m_cancel})
        button->setEnabled(!busy);
}

void NotificationPane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

}  // namespace refrain::ui
