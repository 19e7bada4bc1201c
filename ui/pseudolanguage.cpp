#include "ui/pseudolanguage.h"

#include <QRegularExpression>

namespace refrain::ui {

namespace {

const QString plainLetters = QStringLiteral("aceinouyACEINOUY");
const QString accentedLetters = QStringLiteral("áçéîñöüýÁÇÉÎÑÖÜÝ");
constexpr QChar rightToLeftMark(0x200F);

}  // namespace

QString PseudoLanguage::spoken(const QString& text)
{
    // Digits alone, dates' patterns and the like have no words.
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    if (!text.contains(word))
        return text;
    static const QRegularExpression kept(
        QStringLiteral("%(?:L?\\d+|n)|<[^>]*>|&\\w+;|\\t.*$|\\b(?:Ctrl|Shift|Alt)\\+\\S+"));
    QString out;
    qsizetype from = 0;
    const auto add = [&](QString piece) {
        for (QChar& c : piece) {
            if (const qsizetype at = plainLetters.indexOf(c); at >= 0)
                c = accentedLetters.at(at);
        }
        out += piece;
    };
    QString keys;
    for (auto it = kept.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        add(text.mid(from, match.capturedStart() - from));
        if (match.captured().startsWith(u'\t'))
            keys = match.captured();
        else
            out += match.captured();
        from = match.capturedEnd();
    }
    add(text.mid(from));
    const QString filling = QStringLiteral("שלום עולם ").repeated(int(text.size() / 25 + 1)).left(text.size() * 2 / 5);
    // A headline in the first line stays in the first line.
    const qsizetype line = out.indexOf(u'\n');
    const QString more = filling.trimmed().isEmpty() ? QString() : u' ' + filling.trimmed();
    if (line < 0)
        return rightToLeftMark + QStringLiteral("⟦") + out + more + QStringLiteral("⟧") + rightToLeftMark + keys;
    return rightToLeftMark + QStringLiteral("⟦") + out.left(line) + QStringLiteral("⟧") + u'\n' + QStringLiteral("⟦") +
           out.mid(line + 1) + more + QStringLiteral("⟧") + rightToLeftMark + keys;
}

QString PseudoLanguage::translate(const char* context, const char* text, const char* comment, int n) const
{
    // Qt asks for the direction of the language by this name.
    if (qstrcmp(text, "QT_LAYOUT_DIRECTION") == 0)
        return QStringLiteral("RTL");
    const QString english = m_english.translate(context, text, comment, n);
    // The format of a date or a time is no sentence.
    if (comment && QByteArray(comment).contains("format"))
        return english.isEmpty() ? QString::fromUtf8(text) : english;
    return spoken(english.isEmpty() ? QString::fromUtf8(text) : english);
}

}  // namespace refrain::ui
