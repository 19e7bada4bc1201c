#include "ui/imports/importrows.h"

#include "console/bulk/csv.h"
#include "ui/common/labels.h"
#include "ui/common/textrows.h"
#include "ui/common/timetext.h"
#include "ui/imports/importwords.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSaveFile>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

namespace {

using Outcome = wire::ImportItem::Outcome;

/// A sample: who wants all of them saves them.
constexpr size_t mostRows = 1'000;

bool isOf(Outcome outcome, bool ofWaiting)
{
    return ofWaiting ? outcome == Outcome::Waiting : outcome == Outcome::Refused || outcome == Outcome::Broken;
}

}  // namespace

ImportRows::ImportRows(const Theme& theme, Names names, QWidget* parent)
    : QWidget(parent),
      m_names(std::move(names)),
      m_which(new QComboBox(this)),
      m_rows(new TextRows({{tr("Line")}, {tr("Who")}, {tr("Messages")}, {tr("What becomes of it")}}, this)),
      m_table(new QTableView(this)),
      m_more(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_detail(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this))
{
    build(theme);
    connect(m_which, &QComboBox::currentIndexChanged, this, &ImportRows::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportRows::showChosen);
}

void ImportRows::build(const Theme& theme)
{
    m_which->setObjectName(QStringLiteral("importWhich"));
    m_which->setAccessibleName(tr("Which rows to show"));
    setUpTable(*m_table, theme, QStringLiteral("importResultTable"));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_table->horizontalHeader()->resizeSection(0, 64);
    m_table->horizontalHeader()->resizeSection(1, 190);
    m_table->horizontalHeader()->resizeSection(2, 120);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_more->setObjectName(QStringLiteral("importMore"));
    m_more->setColour(&Theme::muted);
    m_detail->setObjectName(QStringLiteral("importRowDetail"));
    auto* above = new QHBoxLayout;
    above->addWidget(m_which);
    above->addWidget(m_more, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(above);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_detail);
}

ImportRows::Which ImportRows::which() const
{
    return Which(m_which->currentData().toInt());
}

qint64 ImportRows::count(Which which) const
{
    switch (which) {
        case Which::Changes: return m_lists.counts.changed;
        case Which::Left: return m_lists.counts.refused + m_lists.counts.broken;
        case Which::Waiting: return m_lists.counts.waiting;
        case Which::Unchanged: return m_lists.counts.unchanged;
    }
    return 0;
}

void ImportRows::setLists(const Lists& lists)
{
    m_lists = lists;
    fillWhich();
    showRows();
}

void ImportRows::fillWhich()
{
    const QSignalBlocker quiet(m_which);
    const Which before = m_which->count() > 0 ? which() : Which::Changes;
    const std::pair<Which, QString> all[] = {{Which::Changes, m_lists.isDone ? tr("Changed") : tr("What changes")},
                                             {Which::Left, tr("Left out")},
                                             {Which::Waiting, m_lists.isDone ? tr("Waiting") : tr("Would wait")},
                                             {Which::Unchanged, tr("So already")}};
    m_which->clear();
    for (const auto& [one, title] : all)
        m_which->addItem(tr("%1: %2", "which rows, how many").arg(title, grouped(count(one))), int(one));
    m_which->setCurrentIndex(m_which->findData(int(before)));
}

void ImportRows::showTelling()
{
    for (const Which one : {Which::Left, Which::Waiting, Which::Changes}) {
        const bool isListed = one != Which::Changes || m_lists.changes;
        if (count(one) > 0 && isListed) {
            m_which->setCurrentIndex(m_which->findData(int(one)));
            return;
        }
    }
}

std::vector<const wire::ImportItem*> ImportRows::shown() const
{
    std::vector<const wire::ImportItem*> items;
    if (which() == Which::Unchanged)
        return items;
    const bool ofChanges = which() == Which::Changes;
    const std::vector<wire::ImportItem>* list = ofChanges ? m_lists.changes : m_lists.others;
    for (size_t i = 0; list && i < list->size() && items.size() < mostRows; ++i) {
        if (ofChanges || isOf((*list)[i].outcome, which() == Which::Waiting))
            items.push_back(&(*list)[i]);
    }
    return items;
}

void ImportRows::showRows()
{
    std::vector<TextRow> rows;
    for (const wire::ImportItem* item : shown()) {
        const Tone tone = item->outcome == Outcome::Changed ? Tone::Text : Tone::Waiting;
        rows.push_back({QString::number(item->line) + u'/' + QString::number(rows.size()),
                        {{grouped(item->line), Tone::Muted, false, true},
                         {m_names.nameOf(item->subject), Tone::Text, true, false, item->subject},
                         {m_names.titleOf(item->category), Tone::Text},
                         {ImportWords::fate(*item), tone, false, false, item->detail}}});
    }
    const qint64 listed = qint64(rows.size());
    const qint64 all = count(which());
    m_rows->setRows(std::move(rows));
    m_more->setText(all == listed ? QString()
                    : listed == 0 ? tr("They are not listed one by one.")
                                  : tr("The first %1 of %2").arg(grouped(listed), grouped(all)));
    showChosen();
}

/// A long reason has no room in the table.
void ImportRows::showChosen()
{
    const std::vector<const wire::ImportItem*> items = shown();
    const int row = m_table->currentIndex().row();
    QString text;
    if (row >= 0 && row < int(items.size())) {
        const wire::ImportItem& item = *items[size_t(row)];
        const QString fate = ImportWords::fate(item);
        text = tr("Line %1: %2").arg(grouped(item.line), fate);
        if (!item.detail.isEmpty() && item.detail != fate)
            text += QStringLiteral(". ") + item.detail;
    }
    m_detail->setText(text);
    m_detail->setVisible(!text.isEmpty());
}

void ImportRows::save()
{
    auto* dialog = new QFileDialog(this, tr("Save what is not taken over"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("importSaveDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportRows::write);
    dialog->open();
}

void ImportRows::write(const QString& path)
{
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly);
    if (isWritten) {
        file.write(console::byteOrderMark);
        file.write(console::csvLine({tr("Line"), tr("Who"), tr("Category"), tr("What becomes of it"), tr("Details")}));
        for (const wire::ImportItem& item : *m_lists.others)
            file.write(console::csvLine(
                {QString::number(item.line), item.subject, item.category, ImportWords::fate(item), item.detail}));
        isWritten = file.commit();
    }
    emit said(isWritten ? tr("What is not taken over is saved.")
                        : tr("The file cannot be written, so there is none. Choose another place."));
}

}  // namespace refrain::ui
