#pragma once

#include "ui/common/theme.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// What a list shows where it has no rows: one sentence and one action, centred.
class StatePanel final : public QWidget {
    Q_OBJECT

public:
    explicit StatePanel(const Theme& theme, QWidget* parent = nullptr);

    /// `iconName` of resources/icons; without `action` there is no button. `details` fold out and can be copied.
    void show(const QString& iconName, const QString& sentence, const QString& action = {},
              const QString& details = {});
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void actionTriggered();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    const Theme& m_theme;
    QLabel* m_icon;
    TextLabel* m_sentence;
    QPushButton* m_action;
    QPushButton* m_fold;
    TextLabel* m_details;
};

}  // namespace refrain::ui
