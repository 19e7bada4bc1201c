#pragma once

#include "ui/common/theme.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// What is going on while one connects, or what went wrong: a title, a sentence, the address to copy, one action.
class ProgressPage final : public QWidget {
    Q_OBJECT

public:
    /// What the page says; empty members are not shown.
    struct Content {
        QString iconName;
        QString title;
        QString sentence;
        QUrl address;     ///< For the browser, to be copied.
        QString details;  ///< Fold out, can be copied.
        QString action;   ///< The one thing to do; a verb.
        QString second;   ///< A quieter one beside it.
        QString dismiss;  ///< What leads out of it; empty: "Back" after a failure, else "Cancel".
        bool isFailure = false;
    };

    explicit ProgressPage(const Theme& theme, QWidget* parent = nullptr);

    void setContent(const Content& content);

signals:
    void actionTriggered();
    void secondTriggered();
    void cancelled();

private:
    const Theme& m_theme;
    QLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_sentence;
    QWidget* m_addressRow;
    QLineEdit* m_address;
    QPushButton* m_action;
    QPushButton* m_second;
    QPushButton* m_cancel;
    QPushButton* m_fold;
    TextLabel* m_details;
};

}  // namespace refrain::ui
