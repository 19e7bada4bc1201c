#pragma once

#include "ui/common/theme.h"

#include <QObject>

class QWidget;

namespace refrain::ui {

/// F1: says in a few words what has the focus. The words are a widget's whatsThis(), the first line their headline; in
/// a list those of the cell (Qt::WhatsThisRole). Where a widget has none, what it lies in speaks for it.
class ContextHelp final : public QObject {
    Q_OBJECT

public:
    /// Belongs to `window`, whose F1 it takes.
    ContextHelp(const Theme& theme, QWidget* window);

    /// The words for a widget; empty where nothing around it has any.
    [[nodiscard]] static QString wordsFor(const QWidget* widget);

signals:
    /// Somebody wants to read more.
    void manualWanted();

private:
    void explain();

    const Theme& m_theme;
    QWidget* m_window;
};

}  // namespace refrain::ui
