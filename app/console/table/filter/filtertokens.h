#pragma once

#include <QString>

#include <vector>

namespace refrain::console {

/// One piece of what was typed: a word, "an exact text", or key:value, each with a minus before it or not. The word
/// `or` stands between two alternatives.
struct FilterToken {
    QString key;    ///< Lower case; empty: a word or an exact text.
    QString value;  ///< Without its quotes.
    bool isNegated = false;
    bool isQuoted = false;
    bool isOr = false;
    bool isOpen = false;  ///< A quote that is not closed: the rest of the text belongs to it.
    qsizetype start = 0;  ///< Where it stands, minus and quotes included.
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
};

/// Never fails: a quote that is not closed ends with the text. `or` at an end, or beside another, is a word like
/// others.
[[nodiscard]] std::vector<FilterToken> filterTokens(const QString& text);

/// A text as it must be written to be one piece: quoted where it has blanks or would mean something.
[[nodiscard]] QString quotedTerm(const QString& text);

/// For menus: whether a term such as `out:news` stands in the text as a whole, in another spelling too, and the text
/// with it put in front or taken out.
[[nodiscard]] bool hasTerm(const QString& text, const QString& term);
[[nodiscard]] QString withTermToggled(const QString& text, const QString& term);

}  // namespace refrain::console
