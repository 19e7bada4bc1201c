#include "ui/bulk/pastedialog.h"

#include "ui/common/labels.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

/// More of them nobody reads here; the copy has them all.
constexpr qsizetype mostShown = 1'000;

}  // namespace

PasteDialog::PasteDialog(const Theme& theme, BulkWords words, std::function<console::TableSnapshot()> snapshot,
                         QWidget* parent)
    : QDialog(parent),
      m_words(std::move(words)),
      m_snapshot(std::move(snapshot)),
      m_text(new QPlainTextEdit(this)),
      m_result(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_missingTitle(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_missing(new QPlainTextEdit(this)),
      m_copy(new QPushButton(tr("Copy these"), this)),
      m_select(new QPushButton(this))
{
    setObjectName(QStringLiteral("pasteDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QStringLiteral("Refrain"));
    setFixedWidth(480);
    build(theme);
    m_matchSoon.setSingleShot(true);
    m_matchSoon.setInterval(120);
    connect(&m_matchSoon, &QTimer::timeout, this, &PasteDialog::match);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_select->setEnabled(false);  // What it counts is another list's.
        m_matchSoon.start();
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_found.unmatched.join(u'\n')); });
    connect(m_select, &QPushButton::clicked, this, [this] {
        emit chosen(m_found.rows);
        close();
    });
    showFound(console::PastedList());
    m_text->setFocus();
}

PasteDialog::~PasteDialog()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void PasteDialog::build(const Theme& theme)
{
    auto* title = new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this);
    title->setText(tr("Select from a list"));
    auto* help = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this);
    help->setText(tr("IDs or e-mail addresses, one in each line or parted by commas. Nothing is changed by it."));
    help->setColour(&Theme::muted);
    m_text->setObjectName(QStringLiteral("pasteText"));
    m_text->setAccessibleName(tr("IDs or e-mail addresses"));
    m_text->setPlaceholderText(QStringLiteral("bea@acme.test\nU02AB3CD4"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(180);
    m_result->setObjectName(QStringLiteral("pasteResult"));
    m_missingTitle->setColour(&Theme::pending);
    m_missing->setObjectName(QStringLiteral("pasteMissing"));
    m_missing->setAccessibleName(tr("What matches nobody"));
    m_missing->setReadOnly(true);
    m_missing->setTabChangesFocus(true);
    m_missing->setFixedHeight(110);
    m_copy->setObjectName(QStringLiteral("pasteCopy"));
    m_select->setObjectName(QStringLiteral("pasteSelect"));
    m_select->setProperty("primary", true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("pasteCancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_select);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{title, help, m_text, m_result, m_missingTitle, m_missing})
        layout->addWidget(widget);
    layout->addSpacing(4);
    layout->addLayout(buttons);
}

void PasteDialog::match()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    whenDone(console::matchPasted(m_text->toPlainText(), m_snapshot(), m_cancelled), this,
             [this, generation = ++m_generation](const console::PastedList& list) {
                 if (generation == m_generation)
                     showFound(list);
             });
}

void PasteDialog::showFound(const console::PastedList& list)
{
    m_found = list;
    const qint64 missing = list.unmatched.size();
    m_result->setVisible(list.entries > 0);
    m_result->setText(tr("%1 found, of %2 given.").arg(m_words.many(qint64(list.rows.size())), grouped(list.entries)));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_missingTitle, m_missing, m_copy})
        widget->setVisible(missing > 0);
    m_missingTitle->setText(tr("These match nobody: %1").arg(grouped(missing)));
    QStringList shown = list.unmatched.mid(0, mostShown);
    if (missing > mostShown)
        shown << QStringLiteral("…");
    m_missing->setPlainText(shown.join(u'\n'));
    m_select->setText(tr("Select %1").arg(m_words.many(qint64(list.rows.size()))));
    m_select->setEnabled(!list.rows.empty());
    setFixedHeight(layout()->totalHeightForWidth(width()));
}

}  // namespace refrain::ui
