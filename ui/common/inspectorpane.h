#pragma once

#include "ui/common/theme.h"

#include <QScrollArea>

namespace refrain::ui {

class TextLabel;

/// What stands right of a table: a scrolling page about the row that is chosen, and one sentence where none is.
/// Never narrower than its content, so that nothing is cut at its edge when the scroll bar comes.
class InspectorPane : public QScrollArea {
    Q_OBJECT

public:
    InspectorPane(const Theme& theme, const QString& name, const QString& emptySentence, QWidget* parent);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// What all that is shown lies in; without a layout at first.
    [[nodiscard]] QWidget* content() { return m_content; }
    /// Either the content or the sentence.
    void showContent(bool shown);

private:
    QWidget* m_content;
    TextLabel* m_empty;
};

}  // namespace refrain::ui
