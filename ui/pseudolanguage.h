#pragma once

#include <QTranslator>

namespace refrain::ui {

/// A language that nobody speaks, made of the English text as the program asks for it: accented, two fifths longer,
/// begun and ended by Hebrew letters in brackets, so that it reads from right to left. What stands in the window
/// without brackets never went through a translation; what does not fit will not fit in a real language either.
/// `REFRAIN_LANGUAGE=pseudo` brings it.
class PseudoLanguage final : public QTranslator {
    Q_OBJECT

public:
    /// `english` gives the plurals their words; outlives this.
    explicit PseudoLanguage(const QTranslator& english) : m_english(english) {}

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char* comment, int n) const override;

    /// Placeholders (%1, %n), tags (<b>) and keys (Ctrl+K) stay what they are.
    [[nodiscard]] static QString spoken(const QString& text);

private:
    const QTranslator& m_english;
};

}  // namespace refrain::ui
