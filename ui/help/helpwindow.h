#pragma once

#include "ui/common/theme.h"
#include "ui/help/manual.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace refrain::ui {

class TextLabel;

/// The manual in a window of its own beside the other, which goes on being used: the pages and a search over them at
/// the left, the page at the right. Escape closes it.
class HelpWindow final : public QWidget {
    Q_OBJECT

public:
    HelpWindow(const Theme& theme, Manual manual, QWidget* parent);

    /// The page of a screen, or the first where there is none of that name; comes to the front.
    void showPage(const QString& name);
    [[nodiscard]] QString page() const { return m_shown; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void show(const QString& name);
    void dress();

    const Theme& m_theme;
    Manual m_manual;
    QLineEdit* m_search;
    QListWidget* m_pages;
    TextLabel* m_none;
    QTextBrowser* m_text;
    QString m_shown;
};

}  // namespace refrain::ui
