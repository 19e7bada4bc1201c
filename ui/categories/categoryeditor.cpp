#include "ui/categories/categoryeditor.h"

#include "ui/categories/categoryform.h"
#include "ui/categories/categorywords.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

CategoryEditor::CategoryEditor(const Theme& theme, QWidget* parent)
    : InspectorPane(theme, QStringLiteral("categoriesInspector"),
                    tr("Choose a category to see what it is, and to change it."), parent),
      m_theme(theme),
      m_name(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, content())),
      m_about(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content())),
      m_form(new CategoryForm(theme, content())),
      m_impact(new NoteBox(theme, content())),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, content()))
{
    setFocusPolicy(Qt::NoFocus);
    m_name->setObjectName(QStringLiteral("categoryName"));
    m_about->setColour(&Theme::muted);
    m_problem->setObjectName(QStringLiteral("categoryProblem"));
    m_problem->setColour(&Theme::danger);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_about);
    layout->addWidget(m_impact);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addWidget(m_form);
    layout->addSpacing(8);
    layout->addWidget(buildButtons());
    layout->addStretch();
    connect(m_form, &CategoryForm::edited, this, [this] {
        updateButtons();
        emit edited();
    });
    setImpact({}, false);
    setProblem({});
    setUndoText({});
}

QWidget* CategoryEditor::buildButtons()
{
    auto* box = new QWidget(content());
    m_save = new QPushButton(tr("Save"), box);
    m_discard = new QPushButton(tr("Discard"), box);
    m_archive = new QPushButton(box);
    m_undo = new QPushButton(tr("Undo"), box);
    m_save->setProperty("primary", true);
    const std::pair<QPushButton*, const char*> names[] = {{m_save, "saveCategory"},
                                                          {m_discard, "discardCategory"},
                                                          {m_archive, "archiveCategory"},
                                                          {m_undo, "undoCategory"}};
    // Two rows: in some languages one would make the whole pane wider.
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->setColumnStretch(2, 1);
    int place = 0;
    for (const auto& [button, name] : names) {
        button->setObjectName(QLatin1String(name));
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    connect(m_save, &QPushButton::clicked, this, &CategoryEditor::saveWanted);
    connect(m_discard, &QPushButton::clicked, this, &CategoryEditor::discardWanted);
    connect(m_archive, &QPushButton::clicked, this, &CategoryEditor::archiveWanted);
    connect(m_undo, &QPushButton::clicked, this, &CategoryEditor::undoWanted);
    return box;
}

void CategoryEditor::showNothing()
{
    m_shown = false;
    showContent(false);
}

void CategoryEditor::showDraft(const Draft& draft, const std::vector<Category>& parents, bool mayEdit)
{
    // Shown anew for news about something else, it must not move the cursor of who is typing.
    if (m_shown && mayEdit == m_mayEdit && draft.before == m_before && draft.after == m_form->category())
        return;
    const bool another = !m_shown || draft.before.slug != m_before.slug;
    m_shown = true;
    m_mayEdit = mayEdit;
    m_before = draft.before;
    m_name->setText(draft.isNew() ? tr("New category") : titleOf(draft.before));
    if (!mayEdit)
        m_about->setText(tr("Only admins of this workspace's Refrain can change categories."));
    else if (draft.before.slug == everyCategory())
        m_about->setText(tr("The switch for everything that is optional."));
    else if (draft.before.archived)
        m_about->setText(tr("Archived: nothing is sent under it."));
    else
        m_about->clear();
    m_about->setVisible(!m_about->text().isEmpty());
    m_form->setCategory(draft.after, draft.isNew(), parents, mayEdit);
    updateButtons();
    showContent(true);
    if (another)
        ensureVisible(0, 0);
}

CategoryEditor::Draft CategoryEditor::draft() const
{
    return {m_before, m_form->category()};
}

void CategoryEditor::setImpact(const QStringList& sentences, bool isGrave)
{
    m_impact->setNote(sentences.isEmpty() ? QString() : tr("If you save this"), sentences.join(u'\n'),
                      isGrave ? &Theme::danger : &Theme::text);
}

void CategoryEditor::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        ensureVisible(0, 0);
}

void CategoryEditor::setSavable(bool savable)
{
    m_save->setEnabled(savable);
}

void CategoryEditor::setUndoText(const QString& text)
{
    m_undo->setVisible(!text.isEmpty());
    m_undo->setToolTip(text.toHtmlEscaped());
    m_undo->setAccessibleDescription(text);
}

void CategoryEditor::focusFirst()
{
    m_form->focusFirst();
}

void CategoryEditor::updateButtons()
{
    const Draft shown = draft();
    const bool isOrdinary = !shown.isNew() && m_before.slug != everyCategory();
    m_save->setText(shown.isNew() ? tr("Create") : tr("Save"));
    m_save->setVisible(m_mayEdit && !m_before.archived);
    m_discard->setVisible(m_mayEdit && (shown.isNew() || shown.isDirty()));
    m_archive->setText(m_before.archived ? tr("Bring back") : tr("Archive…"));
    m_archive->setVisible(m_mayEdit && isOrdinary && !shown.isDirty());
}

}  // namespace refrain::ui
