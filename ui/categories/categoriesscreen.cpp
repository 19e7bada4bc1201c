#include "ui/categories/categoriesscreen.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/categories/categoriesmodel.h"
#include "ui/categories/categorychanges.h"
#include "ui/categories/categorywords.h"
#include "ui/common/columnfit.h"
#include "ui/common/textdelegate.h"
#include "ui/common/whendone.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace refrain::ui {

CategoriesScreen::CategoriesScreen(const Theme& theme, console::Desk& desk)
    : m_theme(theme),
      m_desk(desk),
      m_model(new CategoriesModel(this)),
      m_view(new QTableView(this)),
      m_editor(new CategoryEditor(theme)),
      m_changes(new CategoryChanges(theme, desk, this))
{
    setObjectName(QStringLiteral("categoriesScreen"));
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(
        tr("Categories\nWhat people can switch off, in the order in which they see it. Admins change it; before "
           "anything is saved it is said whose messages that changes. Alt+↑ and Alt+↓ move a category."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_view, 1);
    buildTable();
    connectEditor();
    connect(&m_desk, &console::Desk::categoriesChanged, this, &CategoriesScreen::refresh);
    connect(&m_desk, &console::Desk::workspaceChanged, this, &CategoriesScreen::showChosen);
    refresh();
}

CategoriesScreen::~CategoriesScreen() = default;

QWidget* CategoriesScreen::buildBar()
{
    auto* bar = new QWidget(this);
    m_new = new QPushButton(tr("New category"), bar);
    m_new->setObjectName(QStringLiteral("newCategory"));
    m_up = new QPushButton(QStringLiteral("↑"), bar);
    m_up->setObjectName(QStringLiteral("categoryUp"));
    m_up->setAccessibleName(tr("Move up"));
    m_up->setToolTip(tr("Move up (Alt+↑)"));
    m_down = new QPushButton(QStringLiteral("↓"), bar);
    m_down->setObjectName(QStringLiteral("categoryDown"));
    m_down->setAccessibleName(tr("Move down"));
    m_down->setToolTip(tr("Move down (Alt+↓)"));
    m_off = new QPushButton(tr("Who turned it off"), bar);
    m_off->setObjectName(QStringLiteral("categoryOff"));
    m_off->setToolTip(tr("Show the people who turned the chosen category off"));
    m_archived = new QCheckBox(tr("Show archived"), bar);
    m_archived->setObjectName(QStringLiteral("showArchived"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_new);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_off);
    row->addStretch();
    row->addWidget(m_archived);
    connect(m_new, &QPushButton::clicked, this, &CategoriesScreen::begin);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(+1); });
    connect(m_off, &QPushButton::clicked, this, [this] { showOff(m_chosen); });
    connect(m_archived, &QCheckBox::toggled, this, &CategoriesScreen::refresh);
    return bar;
}

void CategoriesScreen::buildTable()
{
    setUpTable(*m_view, m_theme, QStringLiteral("categoriesTable"));
    m_view->setAccessibleName(tr("Categories"));
    m_view->setModel(m_model);
    new ColumnFit(*m_view, {160, 124, 76, 148, 112, 92}, CategoriesModel::Title);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && (m_model->at(now.row()).slug != m_chosen || m_isNew))
            choose(m_model->at(now.row()).slug);
    });
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == CategoriesModel::Off)
            showOff(m_model->at(index.row()).slug);
    });
    connect(m_view, &QTableView::doubleClicked, this, &Screen::inspectorWanted);
    for (const auto& [keys, step] : {std::pair{Qt::Key_Up, -1}, std::pair{Qt::Key_Down, +1}}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | keys), m_view);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = step] { move(by); });
    }
    auto* enter = new QShortcut(Qt::Key_Return, m_view);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, &Screen::inspectorWanted);
}

void CategoriesScreen::connectEditor()
{
    m_weighSoon.setSingleShot(true);
    m_weighSoon.setInterval(80);
    connect(&m_weighSoon, &QTimer::timeout, this, [this] {
        const CategoryEditor::Draft draft = m_editor->draft();
        m_changes->weigh(draft.before, draft.after);
    });
    connect(m_editor, &CategoryEditor::edited, this, &CategoriesScreen::onEdited);
    connect(m_editor, &CategoryEditor::saveWanted, this, &CategoriesScreen::save);
    connect(m_editor, &CategoryEditor::archiveWanted, this, &CategoriesScreen::archive);
    connect(m_editor, &CategoryEditor::undoWanted, this, &CategoriesScreen::undo);
    connect(m_editor, &CategoryEditor::discardWanted, this, [this] {
        m_drafts.remove(m_chosen);
        if (m_isNew)
            choose(m_model->rowCount() > 0 ? m_model->at(0).slug : CategorySlug());
        else
            showChosen();
    });
    connect(m_changes, &CategoryChanges::made, this, &CategoriesScreen::onMade);
    connect(m_changes, &CategoryChanges::refused, this, [this](const QString& sentence) {
        m_editor->setProblem(sentence);
        m_editor->setUndoText(m_changes->undoText());
        emit said(sentence);
    });
    connect(m_changes, &CategoryChanges::weighed, this,
            [this](const Category& before, const Category& after, const console::CategoryImpact& impact) {
                const CategoryEditor::Draft shown = m_editor->draft();
                if (shown.before == before && shown.after == after && shown.isDirty() && !shown.isNew())
                    m_editor->setImpact(m_changes->words(before, after, impact), isGrave(before, after, impact));
            });
}

QWidget* CategoriesScreen::inspector()
{
    return m_editor;
}

QWidget* CategoriesScreen::mainPane()
{
    return m_view;
}

void CategoriesScreen::entered()
{
    countOptOuts();
    if (m_chosen.isEmpty() && !m_isNew && m_model->rowCount() > 0)
        choose(m_model->at(0).slug);
}

bool CategoriesScreen::undo()
{
    return m_changes->undo();
}

void CategoriesScreen::refresh()
{
    const CategorySlug chosen = m_chosen;
    m_model->setCategories(m_desk.allCategories(), m_archived->isChecked());
    // All optional messages are no category of their own, as in People.
    emit countChanged(m_model->rowCount() - (m_model->rowOf(everyCategory()) >= 0 ? 1 : 0));
    m_chosen = chosen;
    if (m_model->rowOf(m_chosen) < 0 && !m_isNew)
        m_chosen = m_model->rowCount() > 0 ? m_model->at(0).slug : CategorySlug();
    showChosen();
}

void CategoriesScreen::reveal(const CategorySlug& slug)
{
    if (const int row = m_model->rowOf(slug); row >= 0)
        m_view->selectRow(row);
    emit inspectorWanted();
}

void CategoriesScreen::choose(const CategorySlug& slug)
{
    m_chosen = slug;
    m_isNew = false;
    showChosen();
}

void CategoriesScreen::begin()
{
    m_chosen = {};
    m_isNew = true;
    if (!m_drafts.contains(m_chosen)) {
        Category fresh;
        fresh.position = int(m_desk.categories().size()) + 1;
        CategoryEditor::Draft draft;
        draft.before.position = fresh.position;
        draft.after = fresh;
        m_drafts.insert(m_chosen, draft);
    }
    m_view->clearSelection();
    m_view->setCurrentIndex({});
    showChosen();
    emit inspectorWanted();
    m_editor->focusFirst();
}

void CategoriesScreen::showChosen()
{
    const int row = m_model->rowOf(m_chosen);
    if (row < 0 && !m_isNew) {
        m_editor->showNothing();
        updateButtons();
        return;
    }
    if (!m_isNew && m_view->currentIndex().row() != row)
        m_view->setCurrentIndex(m_model->index(row, CategoriesModel::Title));
    CategoryEditor::Draft draft = m_drafts.value(m_chosen);
    if (!m_isNew && !m_drafts.contains(m_chosen))
        draft = {m_model->at(row), m_model->at(row)};
    m_editor->showDraft(draft, parentsFor(draft.before), m_desk.mayAdminister());
    m_editor->setProblem({});
    m_editor->setUndoText(m_changes->undoText());
    onEdited();
}

void CategoriesScreen::onEdited()
{
    const CategoryEditor::Draft draft = m_editor->draft();
    if (m_isNew || draft.isDirty())
        m_drafts.insert(m_chosen, draft);
    else
        m_drafts.remove(m_chosen);
    const QList<CategorySlug> slugs = m_drafts.keys();
    m_model->setDrafts(QSet<CategorySlug>(slugs.begin(), slugs.end()));
    const QString fault = faultOf(draft.after, draft.isNew(), m_desk.allCategories());
    const bool touched = draft.isDirty();
    m_editor->setSavable(touched && fault.isEmpty());
    m_editor->setProblem(touched && !draft.after.title.isEmpty() ? fault : QString());
    if (touched && !draft.isNew())
        m_weighSoon.start();
    else
        m_editor->setImpact({}, false);
    updateButtons();
}

void CategoriesScreen::showOff(const CategorySlug& slug)
{
    if (!slug.isEmpty())
        emit peopleWanted(QStringLiteral("out:") + slug.toString());
}

void CategoriesScreen::save()
{
    const CategoryEditor::Draft draft = m_editor->draft();
    if (draft.isNew())
        m_changes->create(draft.after);
    else
        m_changes->edit(draft.before, draft.after);
}

void CategoriesScreen::archive()
{
    const Category before = m_editor->draft().before;
    Category after = before;
    after.archived = !before.archived;
    m_changes->edit(before, after);
}

void CategoriesScreen::onMade(const Category& category, const QString& sentence)
{
    m_drafts.remove(m_chosen);
    m_drafts.remove(category.slug);
    m_isNew = false;
    m_chosen = category.slug;
    refresh();
    countOptOuts();
    emit said(sentence);
}

void CategoriesScreen::move(int step)
{
    const Category* other = m_desk.mayAdminister() ? m_model->neighbour(m_chosen, step) : nullptr;
    if (other)
        m_changes->swap(m_model->at(m_model->rowOf(m_chosen)), *other);
}

void CategoriesScreen::updateButtons()
{
    const bool may = m_desk.mayAdminister();
    m_new->setEnabled(may && !m_isNew);
    m_up->setEnabled(may && m_model->neighbour(m_chosen, -1));
    m_down->setEnabled(may && m_model->neighbour(m_chosen, +1));
    const int row = m_model->rowOf(m_chosen);
    m_off->setEnabled(row >= 0 && !m_model->at(row).archived);
}

void CategoriesScreen::countOptOuts()
{
    whenDone(console::countOptOuts({m_desk.people().snapshot(), m_desk.channels().snapshot()}), this,
             [this](const QHash<CategorySlug, qint64>& counts) { m_model->setCounts(counts); });
}

std::vector<Category> CategoriesScreen::parentsFor(const Category& category) const
{
    // One level: who belongs to a group is none, and a group belongs to nobody.
    const std::vector<Category>& all = m_desk.categories();
    const bool isGroup = std::any_of(all.begin(), all.end(), [&](const Category& c) {
        return !category.slug.isEmpty() && c.parent == category.slug;
    });
    std::vector<Category> parents;
    for (const Category& other : all) {
        if (!isGroup && other.slug != category.slug && (other.parent.isEmpty() || other.slug == category.parent))
            parents.push_back(other);
    }
    return parents;
}

}  // namespace refrain::ui
