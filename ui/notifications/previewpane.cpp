#include "ui/notifications/previewpane.h"

#include "console/desk/numbers.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/notifications/notificationwords.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <map>

namespace refrain::ui {

using console::grouped;

PreviewPane::PreviewPane(const Theme& theme, RecipientRows::NameOf nameOf, QWidget* parent)
    : QWidget(parent),
      m_rows(new RecipientRows(std::move(nameOf), this)),
      m_note(new NoteBox(theme, this)),
      m_which(new QComboBox(this)),
      m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("previewPane"));
    auto* title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    title->setText(tr("Who would get it now"));
    m_which->setObjectName(QStringLiteral("previewWhich"));
    m_which->setAccessibleName(tr("Whom to show"));
    m_which->addItem(tr("All recipients"), int(Which::All));
    m_which->addItem(tr("Those who are skipped"), int(Which::Skipped));
    m_which->addItem(tr("Those who get it"), int(Which::Delivered));
    setUpTable(*m_table, theme, QStringLiteral("previewTable"));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Recipients"));
    m_table->verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(RecipientRows::Fate, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(RecipientRows::Who, 136);
    m_table->setMinimumWidth(metric::inspectorWidth - 2);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(20, 20, 20, 8);
    top->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{title, m_note, m_which})
        top->addWidget(widget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addStretch();
    connect(m_which, &QComboBox::currentIndexChanged, this, &PreviewPane::showRows);
}

void PreviewPane::showSentence(const QString& headline, const QString& sentence)
{
    m_preview = {};
    m_delivered = 0;
    m_skipped = 0;
    m_note->setNote(headline, sentence);
    m_which->hide();
    m_table->hide();
    m_rows->reset({});
}

void PreviewPane::showPreview(const console::Preview& preview)
{
    m_preview = preview;
    m_delivered = 0;
    m_skipped = 0;
    for (const console::Preview::Answer& answer : m_preview.answers)
        ++(answer.deliver ? m_delivered : m_skipped);
    m_note->setNote(m_skipped == 0
                        ? tr("%1 get it, nobody is skipped.", nullptr, int(m_delivered)).arg(grouped(m_delivered))
                        : tr("Get it: %1. Skipped: %2.").arg(grouped(m_delivered), grouped(m_skipped)),
                    reasons());
    m_which->show();
    m_table->show();
    showRows();
}

QString PreviewPane::reasons() const
{
    std::map<Rule, qint64> counts;
    for (const console::Preview::Answer& answer : m_preview.answers) {
        if (!answer.deliver)
            ++counts[answer.rule];
    }
    QStringList lines;
    for (const auto& [rule, count] : counts)
        lines << tr("%1: %2", "why a message is not sent, to how many").arg(skipWords(rule), grouped(count));
    return lines.join(u'\n');
}

void PreviewPane::showRows()
{
    const auto which = Which(m_which->currentData().toInt());
    const QString getsIt = tr("gets it");
    std::map<Rule, QString> why;
    std::vector<RecipientRows::Row> rows;
    rows.reserve(m_preview.answers.size());
    for (const console::Preview::Answer& answer : m_preview.answers) {
        if (which == (answer.deliver ? Which::Skipped : Which::Delivered))
            continue;
        QString& words = why[answer.rule];
        if (!answer.deliver && words.isEmpty())
            words = tr("skipped: %1").arg(skipWords(answer.rule));
        rows.push_back({answer.subject, answer.deliver ? getsIt : words, answer.deliver ? Tone::Good : Tone::Muted});
    }
    m_rows->reset(std::move(rows));
}

}  // namespace refrain::ui
