#include "ui/bulk/bulkdialog.h"

#include "console/approvals/approvals.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/textrows.h"
#include "ui/common/timetext.h"
#include "ui/common/windowplace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace refrain::ui {

using console::BulkFate;
using console::BulkRun;
using Stage = BulkRun::Stage;

namespace {

/// A sample: who wants all of them saves the result.
constexpr size_t mostRows = 500;
constexpr int dialogWidth = 640;
constexpr int listHeight = 6 * metric::compactRowHeight + 34;
constexpr int leastListHeight = 2 * metric::compactRowHeight + 34;

bool isChange(BulkFate fate)
{
    return fate == BulkFate::Changes || fate == BulkFate::Changed;
}

}  // namespace

BulkDialog::BulkDialog(const Theme& theme, const Facts& facts, BulkRun& run, QWidget* parent)
    : QDialog(parent),
      m_facts(facts),
      m_words(facts.counted, facts.form.zone),
      m_run(run),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this)),
      m_form(new BulkForm(theme, facts.form, this)),
      m_note(new NoteBox(theme, this)),
      m_progress(new QProgressBar(this)),
      m_which(new QComboBox(this)),
      m_rows(new TextRows({{tr("Who")}, {tr("Now")}, {tr("Then")}}, this)),
      m_table(new QTableView(this)),
      m_more(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    setObjectName(QStringLiteral("bulkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_words.title(facts.form.kind, qint64(run.items().size())));
    setFixedWidth(dialogWidth);
    m_title->setText(m_words.title(facts.form.kind, qint64(run.items().size())));
    if (facts.form.kind == console::BulkKind::TakeBack || run.hasBegun())
        m_form->fix(run.act());
    build(theme);
    // At once: nothing may be done that was looked at for another category.
    connect(m_form, &BulkForm::actChanged, this, &BulkDialog::look);
    connect(m_which, &QComboBox::currentIndexChanged, this, &BulkDialog::showRows);
    connect(&m_run, &BulkRun::stageChanged, this, &BulkDialog::updateStage);
    connect(&m_run, &BulkRun::progressed, this, &BulkDialog::updateProgress);
    updateStage();
}

void BulkDialog::build(const Theme& theme)
{
    m_note->setObjectName(QStringLiteral("bulkNote"));
    m_progress->setObjectName(QStringLiteral("bulkProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1'000);
    m_progress->setAccessibleName(tr("How far it is"));
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    m_which->setObjectName(QStringLiteral("bulkWhich"));
    m_which->setAccessibleName(tr("Whom to show"));
    m_which->addItem(tr("All of them"), int(Which::All));
    m_which->addItem(tr("Those who change"), int(Which::Change));
    m_which->addItem(tr("Those who do not"), int(Which::Rest));
    setUpTable(*m_table, theme, QStringLiteral("bulkTable"));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Whom it changes"));
    m_table->verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_table->horizontalHeader()->resizeSection(0, 190);
    m_table->horizontalHeader()->resizeSection(1, 215);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->setFixedHeight(listHeight);
    m_more->setColour(&Theme::muted);
    m_more->setObjectName(QStringLiteral("bulkMore"));
    auto* above = new QHBoxLayout;
    above->addWidget(m_more, 1);
    above->addWidget(m_which);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_form);
    layout->addWidget(m_note);
    layout->addWidget(m_progress);
    layout->addLayout(above);
    layout->addWidget(m_table);
    layout->addWidget(buildButtons());
}

QPushButton* BulkDialog::button(const QString& text, const char* name, bool primary)
{
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(name));
    made->setProperty("primary", primary);
    made->setAutoDefault(false);
    return made;
}

QWidget* BulkDialog::buildButtons()
{
    auto* box = new QWidget(this);
    m_undo = button(tr("Take it back…"), "bulkUndo");
    m_save = button(tr("Save as CSV…"), "bulkSave");
    m_copy = button(tr("Copy"), "bulkCopy");
    m_request = button(tr("Show the request"), "bulkRequest");
    m_close = button(tr("Cancel"), "bulkClose");
    m_act = button({}, "bulkAct", true);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    for (QPushButton* left : {m_undo, m_save, m_copy, m_request})
        row->addWidget(left);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_act);
    connect(m_undo, &QPushButton::clicked, this, &BulkDialog::undoWanted);
    connect(m_save, &QPushButton::clicked, this, &BulkDialog::saveWanted);
    connect(m_copy, &QPushButton::clicked, this, &BulkDialog::copyWanted);
    connect(m_request, &QPushButton::clicked, this, [this] {
        emit requestWanted(waiting());
        close();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_act, &QPushButton::clicked, this, &BulkDialog::act);
    return box;
}

void BulkDialog::look()
{
    if (!m_run.hasBegun() && m_run.stage() != Stage::Asking && m_run.stage() != Stage::Asked)
        m_run.look(m_form->act());
}

void BulkDialog::act()
{
    const console::BulkAct act = m_form->act();
    switch (m_run.stage()) {
        case Stage::Looked: m_run.apply(act.reason, act.ticket, act.tell); break;
        case Stage::Applying: m_run.stop(); break;
        case Stage::Stopped:
        case Stage::Stuck: m_run.goOn(); break;
        default: break;
    }
}

void BulkDialog::updateStage()
{
    const Stage stage = m_run.stage();
    const bool isAsking = stage == Stage::Checking || stage == Stage::Asking || stage == Stage::Asked;
    m_form->setEditable(!m_run.hasBegun() && !isAsking);
    if (stage != Stage::Looking && stage != Stage::Checking)
        showRows();
    updateButtons();
    updateProgress();
}

QString BulkDialog::waiting() const
{
    const bool asks = m_run.stage() == Stage::Asked || (m_run.stage() == Stage::Looked && m_run.needsApproval());
    return asks && m_facts.waiting ? m_facts.waiting(m_run) : QString();
}

void BulkDialog::updateProgress()
{
    BulkWords::Note note = m_words.note(m_run, m_form->category(), m_facts.clock->now());
    if (m_run.stage() == Stage::Looked && !waiting().isEmpty())
        note.text.prepend(console::waitsAlreadySentence() + u'\n');
    m_note->setNote(note.headline, note.text, note.isBad ? &Theme::danger : &Theme::text);
    m_note->setAccessibleName(note.headline + u'\n' + note.text);
    const BulkRun::Progress& progress = m_run.progress();
    m_progress->setVisible(m_run.isUnderWay());
    m_progress->setValue(progress.total > 0 ? int(progress.done * 1'000 / progress.total) : 0);
    fit();
}

/// As high as what it says; where the screen is too small for that, the list gives way.
void BulkDialog::fit()
{
    const int others = layout()->totalHeightForWidth(width()) - m_table->minimumHeight();
    const int room = screen()->availableGeometry().height() - frameAllowance.height();
    m_table->setFixedHeight(qBound(leastListHeight, room - others, listHeight));
    setFixedHeight(others + m_table->minimumHeight());
}

/// What the note and the form say tells its height only once it was laid out.
bool BulkDialog::event(QEvent* event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return isDone;
}

void BulkDialog::updateButtons()
{
    const Stage stage = m_run.stage();
    const qint64 changes = m_run.tally()[BulkFate::Changes];
    const bool isOver = stage == Stage::Done || stage == Stage::Stopped || (stage == Stage::Stuck && m_run.hasBegun());
    const bool hasChanged = m_run.tally()[BulkFate::Changed] > 0;
    m_undo->setVisible(isOver && hasChanged && m_run.act().kind != console::BulkKind::TakeBack);
    m_save->setVisible(isOver);
    m_request->setVisible(!waiting().isEmpty());
    m_copy->setVisible(isOver);
    m_close->setText(m_run.hasBegun() || stage == Stage::Asked ? tr("Close") : tr("Cancel"));
    m_act->setVisible(stage != Stage::Done && stage != Stage::Asked);
    m_act->setEnabled(stage == Stage::Applying || stage == Stage::Stopped || stage == Stage::Stuck ||
                      (stage == Stage::Looked && changes > 0));
    if (!m_run.hasBegun())
        m_form->setTellText(tr("Tell these %1 in Slack").arg(m_words.many(changes)));
    switch (stage) {
        case Stage::Applying:
        case Stage::Stopping: m_act->setText(tr("Stop")); break;
        case Stage::Stopped:
        case Stage::Stuck: m_act->setText(m_run.hasBegun() ? tr("Go on") : tr("Try again")); break;
        default:
            m_act->setText(m_run.needsApproval() ? tr("Send for approval") : m_words.title(m_facts.form.kind, changes));
            break;
    }
}

void BulkDialog::showRows()
{
    const auto which = Which(m_which->currentData().toInt());
    const Millis now = m_facts.clock->now();
    std::vector<TextRow> rows;
    qint64 all = 0;
    // Who is left out comes first: they are few, and what nobody expects.
    for (const bool changing : {false, true}) {
        if (which == (changing ? Which::Rest : Which::Change))
            continue;
        for (const console::BulkItem& item : m_run.items()) {
            if (isChange(item.fate) != changing || item.fate == BulkFate::NotAsked)
                continue;
            ++all;
            if (rows.size() >= mostRows)
                continue;
            const auto [found, made] = m_words.step(m_run.act(), item, m_form->category(), now);
            rows.push_back({item.subject.toString(),
                            {{m_facts.nameOf(item.subject), Tone::Text, true, false, item.subject.toString()},
                             {found},
                             {changing ? made : BulkWords::why(item.fate), changing ? Tone::Text : Tone::Waiting}}});
        }
    }
    const qint64 shown = qint64(rows.size());
    m_rows->setRows(std::move(rows));
    m_more->setText(all > shown ? tr("The first %1 of %2").arg(grouped(shown), grouped(all)) : m_words.many(all));
}

}  // namespace refrain::ui
