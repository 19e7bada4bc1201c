#pragma once

#include "ui/categories/categoryeditor.h"
#include "ui/common/screen.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

class QCheckBox;
class QPushButton;
class QTableView;

namespace refrain::console {
class Desk;
struct CategoryImpact;
}  // namespace refrain::console

namespace refrain::ui {

class CategoriesModel;
class CategoryChanges;

/// What people can switch off: the list in its order, and beside it the one that is chosen, to be changed by admins.
/// Edits that are not saved stay with their category until they are saved or discarded.
class CategoriesScreen final : public Screen {
    Q_OBJECT

public:
    CategoriesScreen(const Theme& theme, console::Desk& desk);
    ~CategoriesScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("categories"); }
    [[nodiscard]] QString title() const override { return tr("Categories"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("categories"); }
    [[nodiscard]] QWidget* inspector() override;
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    /// Chooses a category and shows what stands about it.
    void reveal(const CategorySlug& slug);
    bool undo() override;

signals:
    /// The people behind a number, as the filter that finds them.
    void peopleWanted(const QString& filter);

private:
    void showOff(const CategorySlug& slug);
    QWidget* buildBar();
    void buildTable();
    void connectEditor();
    void refresh();
    void choose(const CategorySlug& slug);
    void begin();
    void showChosen();
    void onEdited();
    void onMade(const Category& category, const QString& sentence);
    void save();
    void archive();
    void move(int step);
    void updateButtons();
    void countOptOuts();
    [[nodiscard]] std::vector<Category> parentsFor(const Category& category) const;

    const Theme& m_theme;
    console::Desk& m_desk;
    CategoriesModel* m_model;
    QTableView* m_view;
    QPointer<CategoryEditor> m_editor;
    CategoryChanges* m_changes;
    QPushButton* m_new;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_off;
    QCheckBox* m_archived;
    QTimer m_weighSoon;
    CategorySlug m_chosen;  ///< Empty: a new one, or none.
    bool m_isNew = false;
    QHash<CategorySlug, CategoryEditor::Draft> m_drafts;  ///< Edits not saved; the new one's under an empty slug.
};

}  // namespace refrain::ui
