#include "console/table/filter/filtertokens.h"

#include <algorithm>

namespace refrain::console {

namespace {

/// Reads one token, which begins at `at` and is no blank.
FilterToken read(const QString& text, qsizetype& at)
{
    FilterToken token;
    token.start = at;
    const auto isThere = [&] { return at < text.size(); };
    if (text.at(at) == u'-' && at + 1 < text.size() && !text.at(at + 1).isSpace()) {
        token.isNegated = true;
        ++at;
    }
    while (isThere() && !text.at(at).isSpace()) {
        const QChar c = text.at(at);
        if (c == u'"') {
            const qsizetype close = text.indexOf(u'"', at + 1);
            token.isQuoted = token.isQuoted || token.key.isEmpty();
            token.isOpen = close < 0;
            token.value += text.mid(at + 1, close < 0 ? -1 : close - at - 1);
            at = close < 0 ? text.size() : close + 1;
            continue;
        }
        if (c == u':' && token.key.isEmpty() && !token.isQuoted && !token.value.isEmpty()) {
            token.key = token.value.toLower();
            token.value.clear();
        } else {
            token.value += c;
        }
        ++at;
    }
    token.length = at - token.start;
    return token;
}

bool isSame(const FilterToken& a, const FilterToken& b)
{
    return a.key == b.key && a.value.compare(b.value, Qt::CaseInsensitive) == 0 && a.isNegated == b.isNegated &&
           a.isQuoted == b.isQuoted && a.isOr == b.isOr;
}

}  // namespace

std::vector<FilterToken> filterTokens(const QString& text)
{
    std::vector<FilterToken> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at).isSpace())
            ++at;
        else
            tokens.push_back(read(text, at));
    }
    const auto looksLikeOr = [](const FilterToken& token) {
        return token.key.isEmpty() && !token.isQuoted && !token.isNegated &&
               token.value.compare(QLatin1String("or"), Qt::CaseInsensitive) == 0;
    };
    for (size_t i = 1; i + 1 < tokens.size(); ++i)
        tokens[i].isOr = looksLikeOr(tokens[i]) && !tokens[i - 1].isOr && !looksLikeOr(tokens[i + 1]);
    return tokens;
}

QString quotedTerm(const QString& text)
{
    QString plain = text;
    plain.remove(u'"');
    const bool isOne = !plain.isEmpty() && !plain.startsWith(u'-') && !plain.contains(u':') &&
                       std::none_of(plain.begin(), plain.end(), [](QChar c) { return c.isSpace(); }) &&
                       plain.compare(QLatin1String("or"), Qt::CaseInsensitive) != 0;
    return isOne ? plain : u'"' + plain + u'"';
}

bool hasTerm(const QString& text, const QString& term)
{
    const std::vector<FilterToken> wanted = filterTokens(term);
    const std::vector<FilterToken> tokens = filterTokens(text);
    return !wanted.empty() && std::any_of(tokens.begin(), tokens.end(),
                                          [&](const FilterToken& token) { return isSame(token, wanted.front()); });
}

QString withTermToggled(const QString& text, const QString& term)
{
    if (!hasTerm(text, term))
        return text.trimmed().isEmpty() ? term : term + u' ' + text.trimmed();
    const FilterToken wanted = filterTokens(term).front();
    QStringList kept;
    for (const FilterToken& token : filterTokens(text)) {
        if (!isSame(token, wanted))
            kept << text.mid(token.start, token.length);
    }
    return kept.join(u' ');
}

}  // namespace refrain::console
