#include "ui/imports/importresult.h"

#include "console/bulk/csv.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/textrows.h"
#include "ui/common/timetext.h"
#include "ui/imports/importwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>

namespace refrain::ui {

using console::ImportRun;
using Stage = ImportRun::Stage;

namespace {

/// A sample: who wants all of them saves them.
constexpr size_t mostRows = 1'000;

}  // namespace

ImportResult::ImportResult(const Theme& theme, ImportRun& run, const Clock& clock, NameOf nameOf, TitleOf titleOf,
                           QWidget* parent)
    : QWidget(parent),
      m_run(run),
      m_clock(clock),
      m_nameOf(std::move(nameOf)),
      m_titleOf(std::move(titleOf)),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Elided, this)),
      m_note(new NoteBox(theme, this)),
      m_progress(new QProgressBar(this)),
      m_which(new QComboBox(this)),
      m_rows(new TextRows({{tr("Line")}, {tr("Who")}, {tr("Messages")}, {tr("What becomes of it")}}, this)),
      m_table(new QTableView(this)),
      m_more(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Elided, this)),
      m_tell(new QCheckBox(this))
{
    setObjectName(QStringLiteral("importResult"));
    build(theme);
    connect(m_which, &QComboBox::currentIndexChanged, this, &ImportResult::showRows);
    connect(&m_run, &ImportRun::stageChanged, this, &ImportResult::updateStage);
    connect(&m_run, &ImportRun::progressed, this, &ImportResult::updateProgress);
    updateStage();
}

void ImportResult::build(const Theme& theme)
{
    m_title->setObjectName(QStringLiteral("importResultTitle"));
    m_note->setObjectName(QStringLiteral("importNote"));
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1'000);
    m_progress->setAccessibleName(tr("How far it is"));
    m_which->setObjectName(QStringLiteral("importWhich"));
    m_which->setAccessibleName(tr("Which rows to show"));
    m_which->addItem(tr("What changes"), int(Which::Changes));
    m_which->addItem(tr("What is left out"), int(Which::Left));
    setUpTable(*m_table, theme, QStringLiteral("importResultTable"));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_table->horizontalHeader()->resizeSection(0, 72);
    m_table->horizontalHeader()->resizeSection(1, 210);
    m_table->horizontalHeader()->resizeSection(2, 130);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_more->setObjectName(QStringLiteral("importMore"));
    m_more->setColour(&Theme::muted);
    m_tell->setObjectName(QStringLiteral("importTell"));
    auto* above = new QHBoxLayout;
    above->addWidget(m_more, 1);
    above->addWidget(m_which);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_progress);
    layout->addLayout(above);
    layout->addWidget(m_table, 1);
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
    m_undo = button(tr("Undo it…"), "importResultUndo");
    m_save = button(tr("Save what is left out…"), "importSaveLeft");
    m_back = button(tr("Back"), "importBack");
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton* shown : {m_act, m_undo, m_save})
        row->addWidget(shown);
    row->addStretch();
    row->addWidget(m_back);
    connect(m_act, &QPushButton::clicked, this, &ImportResult::act);
    connect(m_undo, &QPushButton::clicked, this, &ImportResult::undoWanted);
    connect(m_save, &QPushButton::clicked, this, &ImportResult::saveLeft);
    connect(m_back, &QPushButton::clicked, this, &ImportResult::leave);
    return box;
}

QWidget* ImportResult::pane() const
{
    return m_act->isVisibleTo(this) && m_act->isEnabled() ? static_cast<QWidget*>(m_act) : m_table;
}

void ImportResult::act()
{
    switch (m_run.stage()) {
        case Stage::Checked: emit applyWanted(m_tell->isChecked()); break;
        case Stage::Checking:
        case Stage::Applying: m_run.stop(); break;
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
        // What is not taken over is what nobody expects.
        const bool onlyLeft = m_run.changes().empty() && !m_run.left().empty();
        if (m_run.stage() == Stage::Done || onlyLeft)
            m_which->setCurrentIndex(m_which->findData(int(Which::Left)));
        showRows();
    }
    updateProgress();
    updateButtons();
}

void ImportResult::updateProgress()
{
    const ImportWords::Note note = ImportWords::note(m_run, m_clock.now());
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
        case Stage::Checked:
            m_act->setText(tr("Import %1").arg(ImportWords::rows(changes + m_run.counts().waiting)));
            break;
        case Stage::Checking:
        case Stage::Applying:
        case Stage::Stopping: m_act->setText(tr("Stop")); break;
        default: m_act->setText(m_run.hasBegun() ? tr("Go on") : tr("Try again")); break;
    }
    m_act->setEnabled(canBegin || stage == Stage::Checking || stage == Stage::Applying || stage == Stage::Stopped ||
                      stage == Stage::Stuck);
    m_act->setVisible(stage != Stage::Done && stage != Stage::Idle);
    m_undo->setVisible(m_run.hasBegun() && !m_run.isUnderWay() && m_run.import().state != ImportState::Undone &&
                       m_run.import().state != ImportState::Undoing);
    m_save->setVisible(!m_run.isUnderWay() && !m_run.left().empty());
    m_back->setText(m_run.hasBegun() ? tr("Close") : tr("Back"));
    m_back->setEnabled(stage != Stage::Stopping);
    m_tell->setVisible(stage == Stage::Checked && changes > 0);
    m_tell->setText(tr("Tell these people in Slack: %1", "how many changes").arg(grouped(changes)));
}

void ImportResult::showRows()
{
    const bool ofChanges = Which(m_which->currentData().toInt()) == Which::Changes;
    const std::vector<wire::ImportItem>& items = ofChanges ? m_run.changes() : m_run.left();
    std::vector<TextRow> rows;
    for (size_t i = 0; i < qMin(items.size(), mostRows); ++i) {
        const wire::ImportItem& item = items[i];
        const Tone tone = item.outcome == wire::ImportItem::Outcome::Changed ? Tone::Text : Tone::Waiting;
        rows.push_back({QString::number(item.line) + u'/' + QString::number(i),
                        {{grouped(item.line), Tone::Muted, false, true},
                         {m_nameOf(item.subject), Tone::Text, true, false, item.subject},
                         {m_titleOf(item.category), Tone::Text},
                         {ImportWords::fate(item), tone, false, false, item.detail}}});
    }
    const qint64 shown = qint64(rows.size());
    const qint64 all = ofChanges ? m_run.counts().changed : qint64(items.size());
    m_rows->setRows(std::move(rows));
    const bool isOver = ofChanges && m_run.hasBegun();
    m_more->setText(all > shown && !isOver ? tr("The first %1 of %2").arg(grouped(shown), grouped(all))
                                           : ImportWords::rows(ofChanges && isOver ? shown : all));
}

void ImportResult::saveLeft()
{
    auto* dialog = new QFileDialog(this, tr("Save what is left out"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("importSaveDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSaveFile file(path);
        bool isWritten = file.open(QIODevice::WriteOnly);
        if (isWritten) {
            file.write(console::byteOrderMark);
            file.write(
                console::csvLine({tr("Line"), tr("Who"), tr("Category"), tr("What becomes of it"), tr("Details")}));
            for (const wire::ImportItem& item : m_run.left())
                file.write(console::csvLine(
                    {QString::number(item.line), item.subject, item.category, ImportWords::fate(item), item.detail}));
            isWritten = file.commit();
        }
        emit said(isWritten ? tr("What is left out is saved.")
                            : tr("The file cannot be written, so there is none. Choose another place."));
    });
    dialog->open();
}

}  // namespace refrain::ui
