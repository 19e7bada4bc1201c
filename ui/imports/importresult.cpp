#include "ui/imports/importresult.h"

#include "console/approvals/approvals.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"
#include "ui/imports/importwords.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace refrain::ui {

using console::ImportRun;
using Stage = ImportRun::Stage;

ImportResult::ImportResult(const Theme& theme, ImportRun& run, const Clock& clock, ImportRows::Names names,
                           QWidget* parent)
    : QWidget(parent),
      m_run(run),
      m_clock(clock),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Elided, this)),
      m_note(new NoteBox(theme, this)),
      m_progress(new QProgressBar(this)),
      m_rows(new ImportRows(theme, std::move(names), this)),
      m_tell(new QCheckBox(this))
{
    setObjectName(QStringLiteral("importResult"));
    build();
    connect(m_rows, &ImportRows::said, this, &ImportResult::said);
    connect(&m_run, &ImportRun::stageChanged, this, &ImportResult::updateStage);
    connect(&m_run, &ImportRun::progressed, this, &ImportResult::updateProgress);
    updateStage();
}

void ImportResult::build()
{
    m_title->setObjectName(QStringLiteral("importResultTitle"));
    m_note->setObjectName(QStringLiteral("importNote"));
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1'000);
    m_progress->setAccessibleName(tr("How far it is"));
    m_tell->setObjectName(QStringLiteral("importTell"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_progress);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_tell);
    layout->addWidget(buildButtons());
}

QPushButton* ImportResult::button(const QString& text, const char* name, bool primary)
{
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setProperty("primary", primary);
    return made;
}

QWidget* ImportResult::buildButtons()
{
    auto* box = new QWidget(this);
    m_act = button({}, "importAct", true);
    m_stop = button(tr("Stop"), "importStop");
    m_undo = button(tr("Undo it…"), "importResultUndo");
    m_save = button(tr("Save what is not taken over…"), "importSaveLeft");
    m_request = button(tr("Show the request"), "importRequest");
    m_back = button(tr("Back"), "importBack");
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton* shown : {m_act, m_stop, m_undo, m_save, m_request})
        row->addWidget(shown);
    row->addStretch();
    row->addWidget(m_back);
    connect(m_act, &QPushButton::clicked, this, &ImportResult::act);
    connect(m_stop, &QPushButton::clicked, &m_run, &ImportRun::stop);
    connect(m_undo, &QPushButton::clicked, this, &ImportResult::undoWanted);
    connect(m_save, &QPushButton::clicked, m_rows, &ImportRows::save);
    connect(m_request, &QPushButton::clicked, this, [this] { emit requestWanted(m_requestId); });
    connect(m_back, &QPushButton::clicked, this, &ImportResult::leave);
    return box;
}

QWidget* ImportResult::pane() const
{
    return m_act->isVisibleTo(this) && m_act->isEnabled() ? static_cast<QWidget*>(m_act) : m_rows->table();
}

void ImportResult::act()
{
    switch (m_run.stage()) {
        case Stage::Checked: emit applyWanted(m_tell->isChecked()); break;
        case Stage::Stopped:
        case Stage::Stuck: m_run.goOn(); break;
        default: break;
    }
}

void ImportResult::leave()
{
    if (m_run.hasBegun())
        emit closeWanted();
    else
        emit backWanted();
}

void ImportResult::updateStage()
{
    m_title->setText(QFileInfo(m_run.plan().path).fileName());
    if (!m_run.isUnderWay()) {
        showRows();
        // What is not taken over is what nobody expects.
        const bool onlyLeft = m_run.changes().empty() && !m_run.left().empty();
        if (m_run.stage() == Stage::Done || onlyLeft)
            m_rows->showTelling();
    }
    updateProgress();
    updateButtons();
}

void ImportResult::setRequest(const QString& id)
{
    if (m_requestId == id)
        return;
    m_requestId = id;
    updateProgress();
    updateButtons();
}

bool ImportResult::hasRequest() const
{
    return !m_requestId.isEmpty() && (m_run.stage() == Stage::Checked || m_run.stage() == Stage::Done);
}

void ImportResult::updateProgress()
{
    ImportWords::Note note = ImportWords::note(m_run, m_clock.now());
    if (m_run.stage() == Stage::Checked && hasRequest())
        note.text.prepend(console::waitsAlreadySentence() + u'\n');
    m_note->setNote(note.headline, note.text, note.isBad ? &Theme::danger : &Theme::text);
    m_note->setAccessibleName(note.headline + u'\n' + note.text);
    const console::BulkRun::Progress& progress = m_run.progress();
    m_progress->setVisible(m_run.isUnderWay());
    m_progress->setValue(progress.total > 0 ? int(progress.done * 1'000 / progress.total) : 0);
}

void ImportResult::updateButtons()
{
    const Stage stage = m_run.stage();
    const qint64 changes = m_run.counts().changed;
    const bool canBegin = stage == Stage::Checked && (changes > 0 || m_run.counts().waiting > 0);
    switch (stage) {
        case Stage::Checked: m_act->setText(m_run.needsApproval() ? tr("Send for approval") : tr("Import it")); break;
        case Stage::Checking:
        case Stage::Applying:
        case Stage::Stopping: m_act->setText(tr("Import")); break;
        default: m_act->setText(m_run.hasBegun() ? tr("Go on") : tr("Try again")); break;
    }
    // A button of its own: one that turned into the other under the pointer would import what was to be stopped.
    m_stop->setVisible(m_run.isUnderWay());
    m_stop->setEnabled(stage != Stage::Stopping);
    m_act->setEnabled(canBegin || stage == Stage::Stopped || stage == Stage::Stuck);
    m_act->setVisible(stage != Stage::Done && stage != Stage::Idle);
    m_undo->setVisible(m_run.hasBegun() && !m_run.isUnderWay() && isUndoable(m_run.import().state));
    m_request->setVisible(hasRequest());
    m_save->setVisible(!m_run.isUnderWay() && !m_run.left().empty());
    m_back->setText(m_run.hasBegun() ? tr("Close") : tr("Back"));
    m_back->setEnabled(stage != Stage::Stopping);
    m_tell->setVisible(stage == Stage::Checked && changes > 0);
    m_tell->setText(tr("Tell these people in Slack: %1", "how many changes").arg(grouped(changes)));
}

void ImportResult::showRows()
{
    m_rows->setLists(
        {&m_run.changes(), &m_run.left(), m_run.counts(), m_run.hasBegun() && isTakenOver(m_run.import().state)});
}

}  // namespace refrain::ui
