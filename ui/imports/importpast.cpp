#include "ui/imports/importpast.h"

#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/whendone.h"
#include "ui/imports/importwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

ImportPast::ImportPast(const Theme& theme, console::ImportCalls calls, ImportRows::Names names, QWidget* parent)
    : QWidget(parent),
      m_calls(std::move(calls)),
      m_title(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Elided, this)),
      m_note(new NoteBox(theme, this)),
      m_rows(new ImportRows(theme, std::move(names), this)),
      m_save(new QPushButton(tr("Save what was not taken over…"), this))
{
    setObjectName(QStringLiteral("importPast"));
    m_save->setObjectName(QStringLiteral("importPastSave"));
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("importPastClose"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_rows, 1);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, m_rows, &ImportRows::save);
    connect(m_rows, &ImportRows::said, this, &ImportPast::said);
    connect(close, &QPushButton::clicked, this, &ImportPast::closeWanted);
}

QWidget* ImportPast::pane() const
{
    return m_rows->table();
}

void ImportPast::showImport(const Import& import)
{
    m_import = import;
    m_items.clear();
    m_title->setText(import.name.simplified());
    m_awaited = 2;
    show(tr("Being fetched."));
    for (const auto& ask : {m_calls.left, m_calls.waiting})
        whenDone(ask(import.id), this,
                 [this, generation = m_generation + 1](const Result<std::vector<wire::ImportItem>>& rows) {
                     if (generation == m_generation)
                         take(rows);
                 });
    ++m_generation;
}

void ImportPast::take(const Result<std::vector<wire::ImportItem>>& rows)
{
    if (!rows) {
        ++m_generation;
        show(rows.error().message());
        return;
    }
    m_items.insert(m_items.end(), rows->begin(), rows->end());
    if (--m_awaited > 0)
        return;
    std::stable_sort(m_items.begin(), m_items.end(),
                     [](const wire::ImportItem& a, const wire::ImportItem& b) { return a.line < b.line; });
    show({});
    m_rows->showTelling();
}

void ImportPast::show(const QString& problem)
{
    const ImportWords::Note words = ImportWords::outcome(m_import);
    m_note->setNote(words.headline, problem.isEmpty() ? words.text : problem);
    ImportCounts counts = m_import.counts;
    if (m_awaited == 0)  // Those whose people came since wait no longer.
        counts.waiting = std::count_if(m_items.begin(), m_items.end(), [](const wire::ImportItem& item) {
            return item.outcome == wire::ImportItem::Outcome::Waiting;
        });
    m_rows->setLists({nullptr, &m_items, counts, true});
    m_save->setEnabled(!m_items.empty());
}

}  // namespace refrain::ui
