#include "console/table/filter/filteroffers.h"

#include "console/table/filter/filtertokens.h"

#include <algorithm>

namespace refrain::console {

namespace {

constexpr qsizetype tellingLetters = 2;

FilterToken tokenAt(const QString& text, qsizetype cursor)
{
    for (const FilterToken& token : filterTokens(text)) {
        if (token.start < cursor && cursor <= token.end())
            return token;
    }
    FilterToken none;
    none.start = cursor;
    return none;
}

bool fits(const FilterWord& word, const QString& typed)
{
    return word.word.startsWith(typed, Qt::CaseInsensitive) || word.meaning.startsWith(typed, Qt::CaseInsensitive);
}

}  // namespace

FilterOffers offersAt(const QString& text, qsizetype cursor, const std::vector<Category>& categories, bool isAsked)
{
    const FilterToken token = tokenAt(text, cursor);
    FilterOffers found{token.start, token.length, {}};
    const QString minus = token.isNegated ? QStringLiteral("-") : QString();
    if (token.isQuoted)
        return found;
    if (!token.key.isEmpty()) {
        for (const FilterWord& value : filterValues(token.key, categories)) {
            if (fits(value, token.value))
                found.offers.push_back({minus + token.key + u':' + value.word, value.meaning});
        }
        // What stands there whole already needs no offer.
        if (found.offers.size() == 1 && found.offers.front().word == text.mid(token.start, token.length))
            found.offers.clear();
        return found;
    }
    for (const FilterWord& key : filterKeys()) {
        const bool isMeant = key.word.startsWith(token.value, Qt::CaseInsensitive);
        if (isMeant && (isAsked || token.value.size() >= tellingLetters))
            found.offers.push_back({minus + key.word, key.meaning});
    }
    return found;
}

std::pair<QString, qsizetype> FilterOffers::taken(const QString& text, size_t offer) const
{
    const QString& word = offers[offer].word;
    const bool isKey = word.endsWith(u':');
    const QString rest = text.mid(start + length);
    const QString end = isKey || rest.startsWith(u' ') ? QString() : QStringLiteral(" ");
    const qsizetype cursor = start + word.size() + (isKey ? 0 : 1);
    return {text.left(start) + word + end + rest, cursor};
}

}  // namespace refrain::console
