#pragma once

#include <QObject>

namespace refrain::console {
class SubjectTable;
class TableView;
}  // namespace refrain::console

namespace refrain::ui {

class FilterField;

/// Ties what is typed into a filter to the rows that it leaves: completion, what could not be understood, and the way
/// out of that. A child of the field.
class SubjectFilter final : public QObject {
    Q_OBJECT

public:
    /// All outlive this. `looksAt`: what plain words are looked for in, for F1.
    SubjectFilter(FilterField& field, console::TableView& rows, const console::SubjectTable& table,
                  const QString& looksAt);

    /// What of the filter says nothing, as a sentence; empty: all of it was understood.
    [[nodiscard]] QString trouble() const;
    /// What mend() does, for a button: "Use out:reminders", "Clear filter".
    [[nodiscard]] QString mending() const;
    void mend();

private:
    FilterField& m_field;
    console::TableView& m_rows;
};

}  // namespace refrain::ui
