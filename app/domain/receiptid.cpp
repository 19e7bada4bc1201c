#include "domain/receiptid.h"

#include <QRegularExpression>

namespace refrain {

namespace {

/// 40 bits: nobody meets another entry's by chance, and they can still be read out.
constexpr qsizetype bytesOfHash = 5;

}  // namespace

ReceiptId ReceiptId::of(qint64 index, const TreeHash& leafHash)
{
    return {index, QString::fromLatin1(leafHash.left(bytesOfHash).toHex().toUpper())};
}

std::optional<ReceiptId> ReceiptId::fromString(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^R-(0|[1-9][0-9]{0,17})-([0-9A-F]{10})$"));
    const auto match = form.match(text.trimmed().toUpper());
    if (!match.hasMatch())
        return std::nullopt;
    return ReceiptId(match.captured(1).toLongLong(), match.captured(2));
}

QString ReceiptId::toString() const
{
    return QStringLiteral("R-%1-%2").arg(m_index).arg(m_digits);
}

}  // namespace refrain
