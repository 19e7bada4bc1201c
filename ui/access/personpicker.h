#pragma once

#include "base/id.h"
#include "console/table/tableview.h"
#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListWidget;

namespace refrain::console {
class SubjectTable;
}

namespace refrain::ui {

class TextLabel;

/// One person of the workspace, found as one types. Who left and who is a program cannot be chosen.
class PersonPicker final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: the table outlives this.
    PersonPicker(const Theme& theme, console::SubjectTable& people, QWidget* parent);

    void clear();
    /// Empty: nobody yet.
    [[nodiscard]] SubjectId person() const { return m_person; }
    [[nodiscard]] QLineEdit& field() { return *m_field; }

signals:
    void chosen(const refrain::SubjectId& person);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void fill();
    /// What is listed answers what is typed.
    [[nodiscard]] bool isFound() const;
    void choose();

    console::SubjectTable& m_people;
    console::TableView m_rows;
    QLineEdit* m_field;
    QListWidget* m_list;
    TextLabel* m_none;
    QTimer m_delay;
    SubjectId m_person;
    bool m_settling = false;  ///< Enter was pressed before the directory had answered.
};

}  // namespace refrain::ui
