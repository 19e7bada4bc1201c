#pragma once

#include "base/result.h"
#include "console/table/categoryimpact.h"
#include "domain/category.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

/// From a wish to change categories to an order at the desk: weighs it, asks where asking is due, sends it, and takes
/// it back. Several edits (an order) go one after the other and are undone together.
class CategoryChanges final : public QObject {
    Q_OBJECT

public:
    struct Edit {
        Category before;
        Category after;
    };

    CategoryChanges(const Theme& theme, console::Desk& desk, QWidget* window);
    ~CategoryChanges() override;

    /// Counts what an edit would change; weighed() follows, unless another is weighed first.
    void weigh(const Category& before, const Category& after);
    /// Weighs the edit, asks where it is grave, then makes it.
    void edit(const Category& before, const Category& after);
    void create(const Category& category);
    /// Lets two change places.
    void swap(const Category& one, const Category& other);
    /// Takes the last of these back; false where there is nothing to take back.
    bool undo();
    /// "Reminders": what undo() would take back; empty: nothing.
    [[nodiscard]] QString undoText() const;

    /// What an edit does to people, and whether a second admin has to approve it.
    [[nodiscard]] QStringList words(const Category& before, const Category& after,
                                    const console::CategoryImpact& impact) const;

signals:
    void weighed(const Category& before, const Category& after, const console::CategoryImpact& impact);
    /// It is in force.
    void made(const Category& category, const QString& sentence);
    /// Nothing, or not all, was changed, and why.
    void refused(const QString& sentence);

private:
    struct Act {
        std::vector<Edit> edits;
        QString sentence;
        bool isUndo = false;
        std::vector<Edit> done;  ///< What takes the edits made so far back, in the order to do it.
    };

    [[nodiscard]] std::vector<console::TableSnapshot> tables() const;
    void ask(const Edit& edit, const console::CategoryImpact& impact);
    void run(Act act);
    void finish(const Act& act);

    const Theme& m_theme;
    console::Desk& m_desk;
    QPointer<QWidget> m_window;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::vector<Act> m_made;  ///< What may be taken back, oldest first: the edits that do so.
};

}  // namespace refrain::ui
