#pragma once

#include "base/id.h"
#include "console/table/tableview.h"

#include <QObject>
#include <QTimer>

class QLineEdit;
class QListWidget;

namespace refrain::console {
class SubjectTable;
}

namespace refrain::ui {

/// The Ctrl+K box: finds a person or channel as one types; Enter goes there.
class QuickFind final : public QObject {
    Q_OBJECT

public:
    /// The popup lies over `box`'s window. Tables and box outlive this.
    QuickFind(QLineEdit& box, console::SubjectTable& people, console::SubjectTable& channels, QObject* parent);
    ~QuickFind() override;

    void begin();

signals:
    void found(const refrain::SubjectId& subject);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void fill();
    void addRows(const console::SubjectTable& table, const console::TableView& rows, int most);
    void choose();
    void close();

    QLineEdit& m_box;
    console::SubjectTable& m_peopleTable;
    console::SubjectTable& m_channelTable;
    console::TableView m_people;
    console::TableView m_channels;
    QListWidget* m_popup;
    QTimer m_delay;
};

}  // namespace refrain::ui
