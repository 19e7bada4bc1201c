#pragma once

#include <QString>

#include <vector>

namespace refrain::sandbox {

/// One name in its own script and in the ASCII that handles and addresses are made of.
struct Name {
    QString native;
    QString ascii;
};

/// Given and family names that go together, with where such people tend to work.
struct Culture {
    QString locale;
    std::vector<QString> zones;  ///< IANA names, all known to timeZone().
    bool familyFirst = false;
    bool initials = false;  ///< Some people show a middle initial.
    std::vector<Name> given;
    std::vector<Name> family;
};

struct TimeZone {
    QString name;
    QString label;
    int offset = 0;  ///< Seconds east of UTC, without daylight saving.
};

/// The word lists of the practice workspace. Immutable once built; any thread.
class Names {
public:
    Names();

    [[nodiscard]] const std::vector<Culture>& cultures() const { return m_cultures; }
    /// Names that break careless software: mark-up, bidi controls, emoji, formulas, very long ones.
    [[nodiscard]] const std::vector<QString>& hostile() const { return m_hostile; }
    [[nodiscard]] const std::vector<QString>& titles() const { return m_titles; }
    [[nodiscard]] const std::vector<QString>& bots() const { return m_bots; }
    [[nodiscard]] const TimeZone& timeZone(const QString& name) const;

private:
    std::vector<Culture> m_cultures;
    std::vector<QString> m_hostile;
    std::vector<QString> m_titles;
    std::vector<QString> m_bots;
    std::vector<TimeZone> m_zones;
};

/// Lower-case ASCII letters and digits of a Latin text: "Łukasz Müller" becomes "lukaszmuller".
[[nodiscard]] QString asciiFold(const QString& text);
/// Text without its diacritics, as Slack fills the `_normalized` fields.
[[nodiscard]] QString normalized(const QString& text);

}  // namespace refrain::sandbox
