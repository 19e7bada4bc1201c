#pragma once

#include <QLocale>
#include <QTranslator>

namespace refrain::ui {

/// The program's own words and Qt's in one language, for as long as this lives. English, with its plurals, where there
/// is no translation. REQUIRES: the application object exists.
class Translation final {
public:
    /// `language` as REFRAIN_LANGUAGE gives it ("de", "de_AT"); empty: the system's. Dates and months follow.
    explicit Translation(const QString& language);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

private:
    QTranslator m_qt;
    QTranslator m_own;
};

}  // namespace refrain::ui
