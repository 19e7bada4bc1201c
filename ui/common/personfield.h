#pragma once

#include "console/table/tableview.h"

#include <QLineEdit>
#include <QTimer>

#include <functional>
#include <vector>

class QCompleter;
class QStringListModel;

namespace refrain::console {
class SubjectTable;
}

namespace refrain::ui {

/// A field that picks one person (or channel) out of the directory by any part of a name: it offers whom it finds as
/// one types. Enter takes the first; what is nobody's name is taken as an ID. Whoever leaves it without having picked
/// anybody leaves it empty.
class PersonField final : public QLineEdit {
    Q_OBJECT

public:
    struct Pick {
        QString id;
        QString name;
        QString more;  ///< What tells namesakes apart.
    };
    /// Others than the directory has, for what is typed.
    using Others = std::function<std::vector<Pick>(const QString& text)>;

    /// `channels` null: people alone. The tables outlive this.
    PersonField(const QString& name, const QString& hint, console::SubjectTable& people,
                console::SubjectTable* channels, QWidget* parent);

    void setOthers(Others others) { m_others = std::move(others); }
    /// The ID of who was picked; empty: nobody.
    [[nodiscard]] QString picked() const { return m_picked; }
    /// Nobody, without telling.
    void reset();
    /// Somebody who is known already, without telling.
    void setPicked(const QString& id, const QString& name);

    [[nodiscard]] QCompleter& offers() const { return *m_completer; }

signals:
    void pickedChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void search();
    void offer();
    void open();
    void addFrom(const console::SubjectTable& table, const console::TableView& rows, int most);
    void take(const Pick& pick);
    void settle();

    console::SubjectTable& m_people;
    console::SubjectTable* m_channels;
    console::TableView m_peopleRows;
    console::TableView m_channelRows;
    Others m_others;
    std::vector<Pick> m_offered;
    QStringListModel* m_model;
    QCompleter* m_completer = nullptr;
    QTimer m_delay;
    QString m_picked;
    QString m_shown;          ///< The text that stands for who was picked.
    bool m_isTyping = false;  ///< Offers are wanted: nobody was picked, and nobody said no to them.
    bool m_settling = false;  ///< Enter was pressed before the directory had answered.
};

}  // namespace refrain::ui
