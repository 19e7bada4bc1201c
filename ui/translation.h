#pragma once

#include <QLocale>
#include <QTranslator>

#include <memory>

namespace refrain::ui {

class PseudoLanguage;

/// The program's own words and Qt's in one language, for as long as this lives. English, with its plurals, where there
/// is no translation. REQUIRES: the application object exists.
class Translation final {
public:
    /// `language` as REFRAIN_LANGUAGE gives it ("de", "de_AT"); empty: the system's. Dates and months follow. "pseudo"
    /// is no language: it shows whoever works on Refrain what is not translated, not mirrored, or too narrow.
    explicit Translation(const QString& language);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

private:
    QTranslator m_qt;
    QTranslator m_own;
    std::unique_ptr<PseudoLanguage> m_pseudo;
};

}  // namespace refrain::ui
