#pragma once

#include <QPushButton>

namespace refrain::ui {

/// Above a table: what can be done with many rows before any is selected.
class ManyMenu final : public QPushButton {
    Q_OBJECT

public:
    /// `name`: of the screen.
    ManyMenu(const QString& name, QWidget* parent);

signals:
    void allWanted();
    void listWanted();
};

/// Beside it: files in and out.
class FileMenu final : public QPushButton {
    Q_OBJECT

public:
    FileMenu(const QString& name, QWidget* parent);

    /// For admins alone.
    void setMayImport(bool may);

signals:
    void exportWanted();
    void importWanted();

protected:
    /// Where the screen is narrow its name is short.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* m_import;
};

}  // namespace refrain::ui
