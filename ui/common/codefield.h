#pragma once

#include "ui/common/theme.h"

#include <QPlainTextEdit>

namespace refrain::ui {

/// A field for code: letters of one width, lines with numbers, the line at fault marked. Enter keeps the indentation;
/// Tab leaves the field, as it does everywhere.
class CodeField final : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `lines`: how many are seen at least.
    CodeField(const Theme& theme, const QString& name, int lines, QWidget* parent);

    /// From 1; 0 marks none.
    void setFaultLine(int line);
    [[nodiscard]] int faultLine() const { return m_fault; }
    /// What the numbers at the left take.
    [[nodiscard]] int marginWidth() const;
    void paintMargin(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void mark();
    void place();

    const Theme& m_theme;
    QWidget* m_margin;
    int m_fault = 0;
};

}  // namespace refrain::ui
