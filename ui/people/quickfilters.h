#pragma once

#include <QPushButton>

class QLineEdit;
class QMenu;

namespace refrain::console {
class SavedViews;
class SubjectTable;
}  // namespace refrain::console

namespace refrain::ui {

/// The filters that are asked for most, as a menu: each puts its mark into the field, where it can be seen, mixed with
/// words and learnt, or takes it out again.
class QuickFilters final : public QPushButton {
    Q_OBJECT

public:
    /// `name`: the screen's; the others outlive this.
    QuickFilters(const QString& name, QLineEdit& field, const console::SubjectTable& table, console::SavedViews& views,
                 QWidget* parent);

    /// Puts a mark into the field, or takes it out where it is there.
    void toggle(const QString& mark);

private:
    void fill();
    void addViews();
    void keep();
    [[nodiscard]] bool isOfChannels() const;
    void add(QMenu& menu, const QString& title, const QString& mark);

    QLineEdit& m_field;
    const console::SubjectTable& m_table;
    console::SavedViews& m_views;
};

}  // namespace refrain::ui
