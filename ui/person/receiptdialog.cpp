#include "ui/person/receiptdialog.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/common/labels.h"
#include "ui/common/subjectname.h"
#include "ui/common/whendone.h"
#include "ui/person/receiptpaper.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr qsizetype longestName = 200;

}  // namespace

ReceiptDialog::ReceiptDialog(const Theme& theme, const QTimeZone& zone, console::Desk& desk, const ReceiptId& id,
                             QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_wording(zone),
      m_desk(desk),
      m_id(id),
      m_receipts(desk.calls()),
      m_headline(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, this)),
      m_checked(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_text(new QPlainTextEdit(this)),
      m_said(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_copy(new QPushButton(tr("Copy for a ticket"), this)),
      m_pdf(new QPushButton(tr("Save as PDF…"), this)),
      m_evidence(new QPushButton(tr("Save the evidence…"), this)),
      m_person(new QPushButton(tr("Show the person"), this))
{
    setObjectName(QStringLiteral("receiptDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Receipt %1 – Refrain").arg(id.toString()));
    resize(660, 620);
    build();
    m_headline->setText(tr("Receipt %1").arg(id.toString()));
    m_checked->setText(tr("Being fetched and checked."));
    whenDone(m_receipts.fetch(id), this, [this](const Result<console::Receipt>& receipt) { take(receipt); });
}

void ReceiptDialog::build()
{
    m_checked->setObjectName(QStringLiteral("receiptChecked"));
    m_checked->setColour(&Theme::muted);
    m_said->setObjectName(QStringLiteral("receiptSaid"));
    m_said->hide();
    m_text->setObjectName(QStringLiteral("receiptText"));
    m_text->setAccessibleName(tr("The receipt"));
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    const std::pair<QPushButton*, const char*> buttons[] = {
        {m_copy, "receiptCopy"}, {m_pdf, "receiptPdf"}, {m_evidence, "receiptEvidence"}, {m_person, "receiptPerson"}};
    auto* row = new QGridLayout;
    row->setSpacing(8);
    int column = 0;
    for (const auto& [button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        button->setEnabled(false);
        button->setAutoDefault(false);
        row->addWidget(button, 0, column++);
    }
    m_copy->setProperty("primary", true);
    m_copy->setDefault(true);
    m_evidence->setWhatsThis(
        tr("Save the evidence\nWhat proves the receipt, in one file. “refraind audit verify FILE” checks it on any "
           "computer, without network."));
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("receiptClose"));
    close->setAutoDefault(false);
    row->setColumnStretch(column, 1);
    row->addWidget(close, 1, 0, 1, column + 1, Qt::AlignRight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_headline, m_checked, m_text, m_said})
        layout->addWidget(widget, widget == m_text ? 1 : 0);
    layout->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(words().text());
        tell({}, tr("The receipt is on the clipboard."));
    });
    connect(m_pdf, &QPushButton::clicked, this,
            [this] { chooseFile(tr("Save the receipt"), QStringLiteral("pdf"), &ReceiptDialog::savePdf); });
    connect(m_evidence, &QPushButton::clicked, this,
            [this] { chooseFile(tr("Save the evidence"), QStringLiteral("json"), &ReceiptDialog::saveEvidence); });
    connect(m_person, &QPushButton::clicked, this, [this] {
        emit subjectWanted(m_receipt->entry.subject);
        accept();
    });
}

void ReceiptDialog::take(const Result<console::Receipt>& receipt)
{
    if (!receipt) {
        m_checked->setColour(&Theme::danger);
        m_checked->setText(receipt.error().message());
        return;
    }
    m_receipt = *receipt;
    const bool isSound = receipt->fault.isEmpty();
    m_headline->setText(words().headline());
    m_checked->setColour(isSound ? &Theme::in : &Theme::danger);
    m_checked->setText(isSound ? tr("Checked here: the signed log of %1 entries holds it unchanged.")
                                     .arg(QLocale().toString(receipt->checkpoint.size))
                               : tr("It does not prove what it says. %1").arg(receipt->fault));
    m_text->setPlainText(words().text());
    for (QPushButton* button : {m_copy, m_pdf, m_evidence})
        button->setEnabled(true);
    m_person->setEnabled(m_desk.tableOf(receipt->entry.subject));
    m_copy->setFocus();
}

console::ReceiptWords ReceiptDialog::words() const
{
    console::ReceiptWords::Names names{m_desk.workspace().name, m_receipt->entry.subject.toString(),
                                       m_receipt->entry.category.toString()};
    if (console::SubjectTable* table = m_desk.tableOf(m_receipt->entry.subject))
        names.subject = inSentence(
            console::Wording::nameOf(table->subject(table->rowOf(m_receipt->entry.subject))).left(longestName));
    if (const Category* category = m_desk.category(m_receipt->entry.category))
        names.category = m_receipt->entry.category == everyCategory() ? tr("All optional messages") : category->title;
    return {*m_receipt, std::move(names), m_wording};
}

QString ReceiptDialog::fileName() const
{
    return tr("Refrain receipt %1", "a file's name").arg(m_id.toString());
}

void ReceiptDialog::chooseFile(const QString& title, const QString& ending, void (ReceiptDialog::*save)(const QString&))
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(fileName() + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString& path) { (this->*save)(path); });
    dialog->open();
}

void ReceiptDialog::savePdf(const QString& path)
{
    tell(writePdf(words(), *m_receipt, path), tr("Saved as %1.").arg(path));
}

void ReceiptDialog::saveEvidence(const QString& path)
{
    tell(console::writeEvidence(*m_receipt, path), tr("Saved as %1.").arg(path));
}

void ReceiptDialog::tell(const Result<>& done, const QString& sentence)
{
    m_said->setColour(done ? &Theme::text : &Theme::danger);
    m_said->setText(done ? sentence : done.error().message());
    m_said->show();
}

}  // namespace refrain::ui
