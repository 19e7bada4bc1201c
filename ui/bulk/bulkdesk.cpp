#include "ui/bulk/bulkdesk.h"

#include "console/approvals/approvals.h"
#include "console/bulk/csv.h"
#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "ui/bulk/bulkdialog.h"
#include "ui/bulk/exporter.h"
#include "ui/bulk/manymenu.h"
#include "ui/bulk/pastedialog.h"
#include "ui/bulk/selectionbar.h"
#include "ui/common/timetext.h"
#include "ui/people/rowselection.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>

namespace refrain::ui {

using console::BulkFate;
using console::BulkKind;
using console::BulkRun;
using Stage = BulkRun::Stage;

namespace {

/// Whether the request is about what the run comes to.
bool isAbout(const Approval& approval, const BulkRun& run)
{
    const QJsonObject to = approval.act.value(QLatin1String("to")).toObject();
    const QString state = to.value(QLatin1String("state")).toString();
    const bool isSame = run.act().kind == BulkKind::OptOut          ? state == QLatin1String("opted_out")
                        : run.act().kind == BulkKind::BackToDefault ? state == QLatin1String("default")
                        : run.act().kind == BulkKind::Snooze        ? to.contains(QLatin1String("snoozedUntil"))
                                                                    : false;
    return isSame && approval.kind == ApprovalKind::ManyChanges && approval.category == run.act().category &&
           approval.size == run.tally()[BulkFate::Changes];
}

}  // namespace

BulkDesk::BulkDesk(const Parts& parts, QWidget* screen)
    : QObject(screen),
      m_parts(parts),
      m_words(parts.counted, parts.zone),
      m_screen(screen),
      m_bar(new SelectionBar(parts.theme, parts.name, screen)),
      m_menu(new ManyMenu(parts.name, screen)),
      m_files(new FileMenu(parts.name, screen)),
      m_exporter(new Exporter(parts.clock, m_words, screen))
{
    connectBar();
    connectMenu();
    // Dragging over a thousand rows tells of each of them.
    m_barSoon.setSingleShot(true);
    m_barSoon.setInterval(0);
    connect(&m_barSoon, &QTimer::timeout, this, &BulkDesk::updateBar);
    connect(&parts.selection, &RowSelection::changed, &m_barSoon, qOverload<>(&QTimer::start));
    connect(&parts.selection, &RowSelection::copyWanted, this, &BulkDesk::copySelected);
    connect(&parts.desk, &console::Desk::workspaceChanged, this, &BulkDesk::updateBar);
}

BulkDesk::~BulkDesk() = default;

void BulkDesk::connectBar()
{
    connect(m_bar, &SelectionBar::optOutWanted, this, [this] { begin(BulkKind::OptOut); });
    connect(m_bar, &SelectionBar::defaultWanted, this, [this] { begin(BulkKind::BackToDefault); });
    connect(m_bar, &SelectionBar::snoozeWanted, this, [this] { begin(BulkKind::Snooze); });
    connect(m_bar, &SelectionBar::copyWanted, this, &BulkDesk::copySelected);
    connect(m_bar, &SelectionBar::clearWanted, &m_parts.selection, &RowSelection::clear);
    connect(m_bar, &SelectionBar::exportWanted, this, [this] { exportRows(selectedInOrder()); });
    connect(m_bar, &SelectionBar::runWanted, this, [this] {
        if (m_exporter->isUnderWay())
            m_exporter->cancel();
        else
            openDialog();
    });
}

void BulkDesk::connectMenu()
{
    connect(m_menu, &ManyMenu::allWanted, &m_parts.selection, &RowSelection::selectAll);
    connect(m_menu, &ManyMenu::listWanted, this, &BulkDesk::openList);
    connect(m_files, &FileMenu::exportWanted, this, [this] { exportRows(shownRows()); });
    connect(m_exporter, &Exporter::progressed, this, &BulkDesk::updateRun);
    connect(m_exporter, &Exporter::said, this, &BulkDesk::said);
}

void BulkDesk::updateBar()
{
    m_files->setMayImport(m_parts.desk.mayAdminister());
    const int count = m_parts.selection.rows().count();
    const int hidden = m_parts.selection.hidden();
    m_bar->setSelected(count == 0 ? QString() : tr("%1 selected", "how many people").arg(m_words.many(count)),
                       hidden == 0 ? QString() : tr("%1 of them hidden by the filter").arg(grouped(hidden)),
                       m_parts.desk.mayAdminister());
}

void BulkDesk::updateRun()
{
    if (m_exporter->isUnderWay()) {
        m_bar->setRun(m_exporter->progressText(), m_exporter->thousandths(), tr("Stop"));
        return;
    }
    // What the dialog shows need not stand twice.
    m_isSeen = m_isSeen || (m_run && m_dialog && m_run->stage() == Stage::Done);
    if (!m_run || m_dialog || m_isSeen || !m_run->hasBegun()) {
        m_bar->setRun({}, -1, {});
        return;
    }
    const BulkRun::Progress& progress = m_run->progress();
    const BulkWords::Note note = m_words.note(*m_run, category(), m_parts.clock.now());
    const bool isUnderWay = m_run->isUnderWay();
    const QString pace = BulkWords::pace(progress, m_parts.clock.now());
    m_bar->setRun(isUnderWay ? m_words.title(m_kind, progress.total) + QStringLiteral(": ") + pace : note.headline,
                  isUnderWay ? int(progress.done * 1'000 / qMax(qint64(1), progress.total)) : -1, tr("Show"));
}

std::vector<SubjectId> BulkDesk::selected() const
{
    std::vector<SubjectId> subjects;
    subjects.reserve(size_t(m_parts.selection.rows().count()));
    for (const quint32 row : m_parts.selection.rows().rows())
        subjects.push_back(m_parts.table.id(int(row)));
    return subjects;
}

std::vector<quint32> BulkDesk::shownRows() const
{
    std::vector<quint32> rows;
    rows.reserve(size_t(m_parts.rows.count()));
    for (int position = 0; position < m_parts.rows.count(); ++position)
        rows.push_back(quint32(m_parts.rows.rowAt(position)));
    return rows;
}

std::vector<quint32> BulkDesk::selectedInOrder() const
{
    const console::RowSet& chosen = m_parts.selection.rows();
    std::vector<quint32> rows;
    rows.reserve(size_t(chosen.count()));
    for (const quint32 row : shownRows()) {
        if (chosen.contains(row))
            rows.push_back(row);
    }
    if (rows.size() == size_t(chosen.count()))
        return rows;
    for (const quint32 row : chosen.rows()) {
        if (m_parts.rows.positionOf(int(row)) < 0)
            rows.push_back(row);
    }
    return rows;
}

void BulkDesk::exportRows(std::vector<quint32> rows)
{
    console::RowExport plan;
    plan.table = m_parts.table.snapshot();
    plan.rows = std::move(rows);
    plan.channels = m_parts.counted == Counted::Channels;
    plan.zone = m_parts.zone;
    m_exporter->begin(std::move(plan));
}

void BulkDesk::openList()
{
    auto* dialog = new PasteDialog(
        m_parts.theme, m_words, [this] { return m_parts.table.snapshot(); }, m_screen);
    connect(dialog, &PasteDialog::chosen, this, [this](const std::vector<quint32>& rows) {
        m_parts.selection.select(rows);
        emit said(tr("Selected: %1. What the filter hides is counted, too.").arg(m_words.many(qint64(rows.size()))));
    });
    dialog->show();
}

QString BulkDesk::nameOf(const SubjectId& subject) const
{
    const int row = m_parts.table.rowOf(subject);
    const QString name = row < 0 ? QString() : m_parts.table.name(row).simplified();
    const QString shown = name.isEmpty() && row >= 0 ? m_parts.table.displayName(row).simplified() : name;
    return shown.isEmpty() ? subject.toString() : shown;
}

const Category& BulkDesk::category() const
{
    static const Category unknown;
    const Category* found = m_run ? m_parts.desk.category(m_run->act().category) : nullptr;
    return found ? *found : unknown;
}

bool BulkDesk::isBusy()
{
    if (!m_run || !m_run->hasBegun() || m_run->stage() == Stage::Done)
        return false;
    emit said(tr("Another act is under way. Wait until it is done, or stop it."));
    openDialog();
    return true;
}

void BulkDesk::begin(BulkKind kind)
{
    if (isBusy())
        return;
    start(std::make_unique<BulkRun>(console::BulkCalls::to(m_parts.desk.calls()), m_parts.clock, selected()), kind);
}

void BulkDesk::takeBackLast()
{
    giveBack(m_run->act(), m_run->items());
}

void BulkDesk::takeBack(const console::BulkAct& act, const std::vector<console::BulkItem>& items)
{
    if (!isBusy())
        giveBack(act, items);
}

void BulkDesk::giveBack(const console::BulkAct& act, const std::vector<console::BulkItem>& items)
{
    const QString reason = act.reason.isEmpty() ? tr("Taken back") : tr("Taken back: %1", "a reason").arg(act.reason);
    start(std::make_unique<BulkRun>(console::BulkCalls::to(m_parts.desk.calls()), m_parts.clock,
                                    takingBack(act, reason), takenBack(items)),
          BulkKind::TakeBack);
}

void BulkDesk::start(std::unique_ptr<BulkRun> run, BulkKind kind)
{
    // Both may be what called: they go once that has returned.
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->close();
        m_dialog.clear();
    }
    if (m_run)
        m_run.release()->deleteLater();
    m_run = std::move(run);
    m_kind = kind;
    m_isSeen = false;
    m_run->setNeedsApproval([this](qint64 changes) { return m_parts.desk.approvals().needsForMany(changes); });
    connect(m_run.get(), &BulkRun::stageChanged, this, [this] {
        if (m_run->stage() == Stage::Asked)
            m_parts.desk.approvals().watch();
        updateRun();
    });
    connect(m_run.get(), &BulkRun::progressed, this, &BulkDesk::updateRun);
    // Another admin may have been made a moment ago.
    m_parts.desk.approvals().watch();
    openDialog();
    m_dialog->look();
}

void BulkDesk::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    BulkDialog::Facts facts;
    facts.form = {m_kind, {}, m_parts.clock.now(), m_parts.zone};
    for (const Category& category : m_parts.desk.allCategories()) {
        if (m_kind == BulkKind::TakeBack || !(category.required || category.archived))
            facts.form.categories.push_back(category);
    }
    // What reaches furthest is never what is offered first.
    std::stable_partition(facts.form.categories.begin(), facts.form.categories.end(),
                          [](const Category& category) { return category.slug != everyCategory(); });
    facts.counted = m_parts.counted;
    facts.clock = &m_parts.clock;
    facts.nameOf = [this](const SubjectId& subject) { return nameOf(subject); };
    facts.waiting = [this](const BulkRun& run) {
        const auto* view = m_parts.desk.approvals().waiting([&](const Approval& a) { return isAbout(a, run); });
        return view ? view->approval.id : QString();
    };
    m_dialog = new BulkDialog(m_parts.theme, facts, *m_run, m_screen);
    connect(m_dialog, &BulkDialog::undoWanted, this, &BulkDesk::takeBackLast);
    connect(m_dialog, &BulkDialog::copyWanted, this, &BulkDesk::copyResult);
    connect(m_dialog, &BulkDialog::saveWanted, this, &BulkDesk::saveResult);
    connect(m_dialog, &BulkDialog::requestWanted, this, &BulkDesk::requestWanted);
    connect(&m_parts.desk.approvals(), &console::Approvals::changed, m_dialog, &BulkDialog::updateStage);
    connect(m_dialog, &QDialog::finished, this, &BulkDesk::closed);
    m_dialog->show();
    updateRun();
}

void BulkDesk::closed()
{
    m_dialog.clear();
    // What was only looked at is nobody's any more; what was done is kept until the next act.
    if (m_run && !m_run->hasBegun())
        m_run.release()->deleteLater();
    updateRun();
}

void BulkDesk::copySelected()
{
    QStringList lines;
    for (const quint32 row : m_parts.selection.rows().rows()) {
        const QString email = m_parts.table.email(int(row));
        lines << m_parts.table.id(int(row)).toString() + u'\t' + nameOf(m_parts.table.id(int(row))) +
                     (email.isEmpty() ? QString() : u'\t' + email);
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
    emit said(tr("Copied: %1.").arg(m_words.many(lines.size())));
}

QList<QStringList> BulkDesk::resultRows() const
{
    QList<QStringList> rows{
        {tr("ID"), tr("Name"), tr("Email"), tr("Category"), tr("Before"), tr("After"), tr("Outcome")}};
    const Millis now = m_parts.clock.now();
    for (const console::BulkItem& item : m_run->items()) {
        const int row = m_parts.table.rowOf(item.subject);
        const auto [found, made] = m_words.step(m_run->act(), item, category(), now);
        const bool isDone = item.fate == BulkFate::Changed;
        rows << QStringList{item.subject.toString(),
                            nameOf(item.subject),
                            row < 0 ? QString() : m_parts.table.email(row),
                            m_run->act().category.toString(),
                            found,
                            isDone ? made : found,
                            isDone                           ? tr("changed")
                            : item.fate == BulkFate::Changes ? tr("not reached")
                                                             : BulkWords::why(item.fate)};
    }
    return rows;
}

void BulkDesk::copyResult()
{
    QStringList lines;
    for (const QStringList& row : resultRows())
        lines << row.join(u'\t');
    QApplication::clipboard()->setText(lines.join(u'\n'));
    emit said(tr("The result is on the clipboard."));
}

void BulkDesk::saveResult()
{
    auto* dialog = new QFileDialog(m_screen, tr("Save the result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("bulkSaveDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSaveFile file(path);
        bool isWritten = file.open(QIODevice::WriteOnly);
        if (isWritten) {
            file.write(console::byteOrderMark);
            for (const QStringList& row : resultRows())
                file.write(console::csvLine(row));
            isWritten = file.commit();
        }
        emit said(isWritten ? tr("The result is saved.")
                            : tr("The file cannot be written, so there is none. Choose another place."));
    });
    dialog->open();
}

}  // namespace refrain::ui
