#include "ui/common/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <cmath>

namespace refrain::ui {

namespace {

Theme light()
{
    Theme t;
    t.scheme = Scheme::Light;
    t.window = QColor(0xF7F6F3);
    t.surface = QColor(0xFFFFFF);
    t.raised = QColor(0xFFFFFF);
    t.line = QColor(0xE3E1DB);
    t.text = QColor(0x1F2328);
    t.muted = QColor(0x5F646B);
    t.accent = QColor(0x0B6E75);
    t.onAccent = QColor(0xFFFFFF);
    t.selection = QColor(0xDCEFF0);
    t.out = QColor(0x9A3B1E);
    t.in = QColor(0x2B6A3F);
    t.pending = QColor(0x7A5A00);
    t.danger = QColor(0xB3261E);
    return t;
}

Theme dark()
{
    Theme t;
    t.scheme = Scheme::Dark;
    t.window = QColor(0x16181B);
    t.surface = QColor(0x1E2125);
    t.raised = QColor(0x262A2F);
    t.line = QColor(0x343A41);
    t.text = QColor(0xE8E6E1);
    t.muted = QColor(0xA3A9B1);
    t.accent = QColor(0x5CC3C9);
    t.onAccent = QColor(0x0C2224);
    t.selection = QColor(0x1F3C3F);
    t.out = QColor(0xF0926F);
    t.in = QColor(0x7CC795);
    t.pending = QColor(0xE0B84C);
    t.danger = QColor(0xFF8A80);
    return t;
}

double luminance(const QColor& colour)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

// @names stand for the theme's colours, so that the sheet stays readable.
QString sheet()
{
    return QStringLiteral(R"(
* { outline: 0; }
QToolTip { color: @text; background: @raised; border: 1px solid @line; padding: 4px 6px; }
QWidget#MainWindow, QWidget[ground="window"] { background: @window; }
QWidget[ground="surface"] { background: @surface; }
QLineEdit, QComboBox, QPlainTextEdit, QDateTimeEdit {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 0 8px;
    min-height: 28px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QDateTimeEdit:focus { border: 2px solid @accent; padding: 0 7px; }
QLineEdit:disabled, QComboBox:disabled { color: @muted; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: 0; width: 20px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/refrain/icons/@scheme/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; selection-background-color: @selection;
    selection-color: @text; padding: 4px; }
QPushButton { background: @raised; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 0 11px;
    min-height: 28px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:focus { border: 2px solid @accent; padding: 0 10px; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus { border: 2px solid @accent; }
QPushButton[link="true"] { background: transparent; border: 0; color: @accent; padding: 0; min-height: 20px;
    text-align: left; }
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus { text-decoration: underline; }
QPushButton::menu-indicator { image: none; width: 0; }
QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QMenu::item:checked, QMenu::item:unchecked { padding-left: 28px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QTableView { background: @surface; border: 0; selection-background-color: @selection; selection-color: @text; }
QTableView QTableCornerButton::section { background: @surface; border: 0; }
QHeaderView { background: @surface; border: 0; }
QHeaderView::section { background: @surface; color: @muted; border: 0; border-bottom: 1px solid @line; padding: 0 8px; }
QListView[offers="true"] { background: @raised; border: 1px solid @line; border-radius: 6px; padding: 4px; }
QListView[offers="true"]::item { padding: 6px 8px; border-radius: 4px; color: @text; }
QListView[offers="true"]::item:selected { background: @selection; color: @text; }
QStackedWidget#inspectorPane[overlay="true"] { border-left: 1px solid @line; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QSplitter::handle { background: @line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @line; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QRadioButton:focus, QCheckBox:focus { color: @accent; }
QCheckBox { spacing: 8px; min-height: 20px; }
QRadioButton { spacing: 8px; min-height: 24px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 8px; background: @surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }
QRadioButton::indicator:focus { border-color: @accent; border-width: 2px; width: 12px; height: 12px; }
QRadioButton::indicator:checked:focus { width: 4px; height: 4px; border-width: 6px; }
QRadioButton:disabled { color: @muted; }
QListWidget#personResults { background: @raised; border: 1px solid @line; border-radius: 6px; padding: 4px; }
QListWidget#personResults::item { padding: 6px 8px; border-radius: 4px; color: @text; }
QListWidget#personResults::item:selected { background: @selection; color: @text; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/refrain/icons/@scheme/check.svg); }
QCheckBox::indicator:focus { border: 2px solid @accent; width: 12px; height: 12px; }
QCheckBox::indicator:disabled { background: @line; border-color: @line; }
)");
}

/// What a ground alone would tell, an edge tells too.
QString strongSheet()
{
    return QStringLiteral(R"(
QPushButton:checked { border: 1px solid @accent; font-weight: 600; }
QPushButton:checked:focus { border: 2px solid @text; padding: 0 10px; }
QPushButton:disabled, QPushButton[primary="true"]:disabled { background: @surface; color: @muted; border: 1px dashed @muted; }
QMenu::item:selected, QListView[offers="true"]::item:selected, QListWidget#personResults::item:selected {
    border: 2px solid @accent; }
QCheckBox::indicator:disabled { background: @surface; border: 1px dashed @muted; }
)");
}

QString rgb(const QColor& colour)
{
    return colour.name(QColor::HexRgb);
}

QColor blend(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

}  // namespace

Theme Theme::make(Scheme scheme, bool highContrast)
{
    Theme t = scheme == Scheme::Dark ? dark() : light();
    if (highContrast) {
        const bool isDark = scheme == Scheme::Dark;
        t.highContrast = true;
        t.text = isDark ? QColor(Qt::white) : QColor(Qt::black);
        t.muted = isDark ? QColor(0xD5D9DE) : QColor(0x34383D);
        t.selection = isDark ? QColor(0x224347) : QColor(0xBFE6E9);
        t.line = isDark ? QColor(0x9AA1A9) : QColor(0x6B7077);
        t.window = isDark ? QColor(0x0B0C0E) : QColor(Qt::white);
        t.surface = isDark ? QColor(0x0B0C0E) : QColor(Qt::white);
    }
    return t;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, window);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, danger);
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, raised);
    p.setColor(QPalette::Midlight, window);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, muted);
    p.setColor(QPalette::Shadow, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, muted);
    return p;
}

QString Theme::styleSheet() const
{
    const std::pair<QLatin1String, QString> colours[] = {
        {QLatin1String("@accentHover"), rgb(blend(accent, text, 0.15))},
        {QLatin1String("@onAccent"), rgb(onAccent)},
        {QLatin1String("@accent"), rgb(accent)},
        {QLatin1String("@selection"), rgb(selection)},
        {QLatin1String("@surface"), rgb(surface)},
        {QLatin1String("@scheme"), scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QLatin1String("@scroll"), rgb(blend(line, muted, 0.35))},
        {QLatin1String("@window"), rgb(window)},
        {QLatin1String("@raised"), rgb(raised)},
        {QLatin1String("@hover"), rgb(blend(raised, text, 0.05))},
        {QLatin1String("@muted"), rgb(muted)},
        {QLatin1String("@edge"), rgb(blend(line, text, highContrast ? 0.4 : 0.06))},
        {QLatin1String("@line"), rgb(line)},
        {QLatin1String("@text"), rgb(text)},
    };
    QString out = highContrast ? sheet() + strongSheet() : sheet();
    for (const auto& [name, value] : colours)
        out.replace(name, value);
    return out;
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

QFont applicationFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(inter))
        font.setFamilies(QStringList{inter} + font.families());
    font.setPixelSize(14);
    return font;
}

QFont fontFor(TextRole role)
{
    QFont font = QGuiApplication::font();
    const int body = font.pixelSize() > 0 ? font.pixelSize() : 14;
    switch (role) {
        case TextRole::Body: break;
        case TextRole::Secondary: font.setPixelSize(body - 2); break;
        case TextRole::Title:
            font.setPixelSize(body + 4);
            font.setWeight(QFont::DemiBold);
            break;
        case TextRole::Name: font.setWeight(QFont::Medium); break;
        case TextRole::Heading: font.setWeight(QFont::DemiBold); break;
        case TextRole::Figure:
            font.setPixelSize(body + 8);
            font.setWeight(QFont::DemiBold);
            break;
    }
    return font;
}

}  // namespace refrain::ui
