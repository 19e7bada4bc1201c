#include "ui/workflows/rundialog.h"

#include "console/desk/desk.h"
#include "console/sending/messagelook.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/notifications/composer.h"
#include "ui/notifications/notificationwords.h"
#include "ui/notifications/previewpane.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QUuid>
#include <QVBoxLayout>

namespace refrain::ui {

RunDialog::RunDialog(const Theme& theme, console::Desk& desk, const console::StoredWorkflow& workflow, QWidget* parent)
    : QDialog(parent),
      m_desk(desk),
      m_workflows(desk.calls()),
      m_workflow(workflow),
      m_message(new SlackMessage(theme, this)),
      m_who(new PreviewPane(
          theme, [this](const SubjectId& id) { return shownName(m_desk, id); }, this)),
      m_beyond(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_note(new NoteBox(theme, this)),
      m_calls(new NoteBox(theme, this)),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_key(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
    setObjectName(QStringLiteral("runDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QStringLiteral("Refrain"));
    resize(860, 560);
    build(theme);
    read();
}

RunDialog::~RunDialog() = default;

void RunDialog::build(const Theme& theme)
{
    m_message->setNameOf([this](const QString& id) {
        const QString known = shownName(m_desk, SubjectId(id));
        return known == id ? QString() : known.startsWith(u'#') ? known.mid(1) : known;
    });
    m_beyond->setColour(&Theme::muted);
    m_problem->setObjectName(QStringLiteral("runProblem"));
    m_problem->setColour(&Theme::danger);
    auto* headline = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    headline->setText(tr("Run “%1” now?").arg(m_workflow.title));
    auto* about = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this);
    about->setText(tr("Each is asked about once more when the turn comes."));
    about->setColour(&Theme::muted);
    auto* said = new QWidget(this);
    auto* left = new QVBoxLayout(said);
    left->setContentsMargins(20, 20, 12, 0);
    left->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{headline, about, m_message, m_calls, m_note, m_problem})
        left->addWidget(widget);
    left->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("runScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(said);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_who, 1);
    right->addWidget(m_beyond);
    auto* halves = new QHBoxLayout;
    halves->addWidget(scroll, 1);
    halves->addLayout(right, 1);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("runCancel"));
    m_test = new QPushButton(tr("Send it to me"), this);
    m_test->setObjectName(QStringLiteral("runTest"));
    m_run = new QPushButton(tr("Run it"), this);
    m_run->setObjectName(QStringLiteral("runAction"));
    m_run->setAutoDefault(false);
    m_test->setAutoDefault(false);
    cancel->setDefault(true);  // Enter by habit must not do what had to be asked about.
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 0, 20, 0);
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton* button : {cancel, m_test, m_run})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(12);
    layout->addLayout(halves, 1);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &RunDialog::test);
    connect(m_run, &QPushButton::clicked, this, &RunDialog::run);
    m_message->hide();
    m_beyond->hide();
    m_problem->hide();
    m_note->setNote({}, {});
    m_calls->setNote({}, {});
    m_who->showSentence(tr("They are being asked about."), {});
    updateButtons();
}

void RunDialog::read()
{
    whenDone(m_workflows.preview(m_workflow.slug), this, [this](const Result<console::RunPreview>& preview) {
        if (preview) {
            take(*preview);
            return;
        }
        m_who->showSentence(tr("It is not known who would get it."), {});
        m_problem->setText(preview.error().message());
        m_problem->show();
    });
}

void RunDialog::take(const console::RunPreview& preview)
{
    m_preview = preview;
    m_isKnown = true;
    m_message->setMessage(preview.text, preview.blocks);
    m_message->show();
    const QStringList called =
        console::calledTogether(preview.text + QString::fromUtf8(QJsonDocument(preview.blocks).toJson()));
    m_calls->setNote(called.isEmpty() ? QString() : tr("It calls %1.").arg(called.join(QStringLiteral(", "))),
                     callsWords(called), &Theme::pending);
    if (preview.total == 0) {
        m_who->showSentence(tr("Nobody fits whom it is for."), tr("It would run and send nothing."));
    } else {
        m_who->showPreview(preview.first);
        const qint64 beyond = preview.total - qint64(preview.first.answers.size());
        m_beyond->setText(tr("Of %1 these are the first %2; in all %3 get it, %4 are skipped.")
                              .arg(grouped(preview.total), grouped(preview.total - beyond), grouped(preview.deliver),
                                   grouped(preview.skip())));
        m_beyond->setContentsMargins(20, 8, 20, 0);
        m_beyond->setVisible(beyond > 0);
    }
    updateButtons();
}

void RunDialog::updateButtons()
{
    const bool needsTest = m_isKnown && m_preview.total > Composer::many;
    const bool canRun = m_isKnown && m_preview.total > 0 && !m_isBusy && (!needsTest || m_isTested);
    m_run->setText(m_isKnown && m_preview.deliver > 0 ? tr("Send to %1").arg(grouped(m_preview.deliver))
                                                      : tr("Run it"));
    m_run->setEnabled(canRun);
    m_test->setVisible(m_isKnown);
    m_test->setEnabled(!m_isBusy);
    if (needsTest && !m_isTested)
        m_note->setNote(tr("Look at it first."),
                        tr("It goes to more than %1, so it has to go to you alone once.").arg(Composer::many));
    else if (m_isTested)
        m_note->setNote(tr("It is on its way to you."), tr("If it looks right in Slack, send it to all."));
    m_test->setProperty("primary", needsTest && !m_isTested);
    m_run->setProperty("primary", !needsTest || m_isTested);
    for (QPushButton* button : {m_test, m_run})
        button->style()->polish(button);
}

void RunDialog::test()
{
    m_isBusy = true;
    m_problem->hide();
    updateButtons();
    whenDone(m_workflows.run(m_workflow.slug, {SubjectId(m_desk.workspace().userId)}, {}), this,
             [this](const Result<WorkflowRun>& run) {
                 m_isBusy = false;
                 m_isTested = m_isTested || run.ok();
                 m_problem->setText(run ? QString() : run.error().message());
                 m_problem->setVisible(!run);
                 updateButtons();
                 if (run)
                     emit ran(*run);
             });
}

void RunDialog::run()
{
    m_isBusy = true;
    m_problem->hide();
    updateButtons();
    whenDone(m_workflows.run(m_workflow.slug, {}, m_key), this, [this](const Result<WorkflowRun>& run) {
        m_isBusy = false;
        if (!run) {
            m_problem->setText(run.error().message());
            m_problem->show();
            updateButtons();
            return;
        }
        emit ran(*run);
        accept();
    });
}

}  // namespace refrain::ui
