#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace refrain::ui {

enum class Scheme { Light, Dark };

/// The colours of one look, as a value. Each pair of text and ground stands at 4.5:1 or better (WCAG AA).
/// QPalette and the style sheet are made from it; what paints itself takes it by reference.
struct Theme {
    Scheme scheme = Scheme::Light;
    bool highContrast = false;

    QColor window;     ///< The frame: header, sidebar, inspector, status line.
    QColor surface;    ///< Tables and fields.
    QColor raised;     ///< Buttons and menus.
    QColor line;       ///< Separators.
    QColor text;       ///< Names and sentences.
    QColor muted;      ///< Secondary text and default marks.
    QColor accent;     ///< The one primary action, focus ring, links.
    QColor onAccent;   ///< Text on accent.
    QColor selection;  ///< Selected row, chips, notes.
    QColor out;        ///< Opted out.
    QColor in;         ///< Opted in, confirmed, agreeing.
    QColor pending;    ///< Snoozed, waiting.
    QColor danger;     ///< Refused, needs a person.

    [[nodiscard]] static Theme make(Scheme scheme, bool highContrast = false);

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    friend bool operator==(const Theme&, const Theme&) = default;
};

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// Lengths in device-independent pixels, all on a grid of 4.
namespace metric {
inline constexpr int grid = 4;
inline constexpr int headerHeight = 44;
inline constexpr int sidebarWidth = 208;
inline constexpr int sidebarIconWidth = 56;
inline constexpr int inspectorWidth = 344;
inline constexpr int statusHeight = 28;
inline constexpr int rowHeight = 34;
inline constexpr int compactRowHeight = 28;
inline constexpr int radius = 6;
inline constexpr int noteRadius = 8;
inline constexpr int mark = 20;
inline constexpr int overlayBelow = 1100;  ///< Narrower windows show the inspector above the table.
inline constexpr int iconBarBelow = 900;   ///< Narrower windows show the sidebar as icons.
}  // namespace metric

/// The roles of ui.md, "Type", made from the application's font.
enum class TextRole { Body, Secondary, Title, Name, Heading, Figure };
[[nodiscard]] QFont fontFor(TextRole role);
/// The application's font: Inter where it is installed, else the system's, at 14 px.
[[nodiscard]] QFont applicationFont();

}  // namespace refrain::ui
