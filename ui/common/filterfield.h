#pragma once

#include <QLineEdit>

class QLabel;

namespace refrain::ui {

/// A list's filter: what is typed, and how many rows that leaves. Down and Enter lead into the list; Escape clears what
/// is typed, and leads back only where nothing is.
class FilterField final : public QLineEdit {
    Q_OBJECT

public:
    /// `name`: the screen's; the field is called nameFilter, its figure nameCount.
    FilterField(const QString& name, const QString& hint, QWidget* parent);

    /// "9,868 of 10,000", at the field's right.
    void setCount(const QString& text);

signals:
    /// On into the list.
    void listWanted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeCount();

    QLabel* m_count;
};

}  // namespace refrain::ui
