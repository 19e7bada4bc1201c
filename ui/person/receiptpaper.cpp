#include "ui/person/receiptpaper.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace refrain::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReceiptPaper)
};

constexpr double bodySize = 10.5;
constexpr double smallSize = 8.5;
constexpr double titleSize = 17;
constexpr double labelShare = 22;  ///< Of the width, for what a line is.

QTextCharFormat letters(double size, int weight, const QColor& colour)
{
    QTextCharFormat format;
    format.setFontPointSize(size);
    format.setFontWeight(weight);
    format.setForeground(colour);
    return format;
}

const QColor ink(0x1f, 0x23, 0x28);
const QColor soft(0x5f, 0x64, 0x6b);
const QColor wrong(0xb3, 0x26, 0x1e);

/// What a name begins with turns no line around.
QTextBlockFormat inReadingDirection(QTextBlockFormat block)
{
    block.setLayoutDirection(QLocale().textDirection());
    return block;
}

void addBlock(QTextCursor& cursor, const QString& text, const QTextCharFormat& format, double above)
{
    QTextBlockFormat block;
    block.setTopMargin(above);
    block.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    cursor.insertBlock(inReadingDirection(block), format);
    cursor.insertText(text, format);
}

void addTable(QTextCursor& cursor, const std::vector<console::ReceiptWords::Line>& lines, double size, bool isHashes)
{
    if (lines.empty())
        return;
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setTopMargin(10);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, labelShare),
                                      QTextLength(QTextLength::PercentageLength, 100 - labelShare)});
    QTextTable* table = cursor.insertTable(int(lines.size()), 2, format);
    QTextCharFormat value = letters(size, QFont::Normal, ink);
    if (isHashes)
        value.setFontFamilies({QStringLiteral("monospace")});
    const auto put = [&](int row, int column, const QString& text, const QTextCharFormat& how) {
        QTextCursor at = table->cellAt(row, column).firstCursorPosition();
        at.setBlockFormat(inReadingDirection({}));
        at.insertText(text, how);
    };
    for (int row = 0; row < int(lines.size()); ++row) {
        put(row, 0, lines[size_t(row)].first, letters(size, QFont::Normal, soft));
        put(row, 1, lines[size_t(row)].second, value);
    }
    cursor.movePosition(QTextCursor::End);
}

}  // namespace

void layOut(QTextDocument& document, const console::ReceiptWords& words, const console::Receipt& receipt)
{
    document.clear();
    QTextCursor cursor(&document);
    cursor.insertText(Text::tr("Refrain · Receipt"), letters(bodySize, QFont::DemiBold, soft));
    addBlock(cursor, words.headline(), letters(titleSize, QFont::DemiBold, ink), 6);
    addTable(cursor, words.lines(), bodySize, false);
    if (!receipt.fault.isEmpty())
        addBlock(cursor, Text::tr("This receipt does not prove what it says. %1").arg(receipt.fault),
                 letters(bodySize, QFont::DemiBold, wrong), 12);
    addBlock(cursor, Text::tr("In the audit log"), letters(bodySize, QFont::DemiBold, ink), 18);
    addTable(cursor, words.proof(), smallSize, true);
    addBlock(cursor, Text::tr("How to verify it"), letters(bodySize, QFont::DemiBold, ink), 18);
    for (const QString& way : words.howToVerify())
        addBlock(cursor, way, letters(smallSize + 1, QFont::Normal, soft), 6);
}

Result<> writePdf(const console::ReceiptWords& words, const console::Receipt& receipt, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error::unavailable(Text::tr("The receipt cannot be written there. Choose another place."),
                                  file.errorString());
    {
        QPdfWriter writer(&file);
        const bool isMetric = QLocale().measurementSystem() == QLocale::MetricSystem;
        writer.setPageSize(QPageSize(isMetric ? QPageSize::A4 : QPageSize::Letter));
        writer.setPageMargins(QMarginsF(22, 22, 22, 22), QPageLayout::Millimeter);
        writer.setTitle(Text::tr("Receipt %1").arg(receipt.id.toString()));
        writer.setCreator(QStringLiteral("Refrain"));
        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        // The page has its margins; without a size of its own the document would add others inside them.
        document.setDocumentMargin(0);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        layOut(document, words, receipt);
        document.print(&writer);
    }
    if (!file.commit())
        return Error::unavailable(Text::tr("The receipt cannot be written there. Choose another place."),
                                  file.errorString());
    return {};
}

}  // namespace refrain::ui
