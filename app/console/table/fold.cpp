#include "console/table/fold.h"

#include <algorithm>

namespace refrain::console {

namespace {

bool isAccent(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing;
}

/// The plain neighbours of letters that have no decomposition; null where there is none.
const char16_t* neighbour(char16_t c)
{
    switch (c) {
        case u'ø': return u"o";
        case u'ł': return u"l";
        case u'đ':
        case u'ð': return u"d";
        case u'ħ': return u"h";
        case u'ı': return u"i";
        case u'ŧ': return u"t";
        case u'æ': return u"ae";
        case u'œ': return u"oe";
        case u'þ': return u"th";
        case u'ß': return u"ss";
        default: return nullptr;
    }
}

char foldAscii(char c)
{
    if (c >= 'A' && c <= 'Z')
        return static_cast<char>(c - 'A' + 'a');
    return c >= 0 && c < ' ' ? ' ' : c;
}

}  // namespace

QByteArray fold(const QString& text)
{
    bool ascii = true;
    for (const QChar c : text)
        ascii = ascii && c.unicode() < 0x80;
    if (ascii) {
        QByteArray folded = text.toLatin1();
        std::transform(folded.begin(), folded.end(), folded.begin(), foldAscii);
        return folded;
    }

    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(decomposed.size());
    // Folding the case can decompose once more (İ becomes i and a dot above), so accents go after it.
    for (const QChar c : decomposed) {
        if (isAccent(c))
            continue;
        if (const char16_t* other = neighbour(c.unicode()))
            plain += QStringView(other);
        else
            plain += c.unicode() < u' ' ? QChar(u' ') : c;
    }
    return plain.normalized(QString::NormalizationForm_KC).toUtf8();
}

void fold(std::string_view utf8, QByteArray& to)
{
    const auto size = static_cast<qsizetype>(utf8.size());
    if (std::any_of(utf8.begin(), utf8.end(), [](char c) { return c < 0; })) {
        to += fold(QString::fromUtf8(utf8.data(), size));
        return;
    }
    const qsizetype begin = to.size();
    to.resize(begin + size);
    std::transform(utf8.begin(), utf8.end(), to.begin() + begin, foldAscii);
}

}  // namespace refrain::console
