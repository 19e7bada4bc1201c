#include "ui/categories/categoryform.h"

#include "ui/categories/categorywords.h"
#include "ui/common/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

QPlainTextEdit* textField(QWidget* parent, const char* name, int lines)
{
    auto* field = new QPlainTextEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * lines + 18);
    return field;
}

}  // namespace

CategoryForm::CategoryForm(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLineEdit(this)),
      m_slug(new QLineEdit(this)),
      m_description(textField(this, "categoryDescription", 3)),
      m_reason(textField(this, "categoryReason", 3)),
      m_required(new QCheckBox(tr("Required: nobody can turn it off"), this)),
      m_paused(new QCheckBox(tr("Paused: nobody gets it for now"), this))
{
    m_title->setObjectName(QStringLiteral("categoryTitle"));
    m_title->setMaxLength(80);
    m_slug->setObjectName(QStringLiteral("categorySlug"));
    m_slug->setMaxLength(64);
    m_required->setObjectName(QStringLiteral("categoryRequired"));
    m_paused->setObjectName(QStringLiteral("categoryPaused"));
    build();
}

void CategoryForm::build()
{
    const QScopedValueRollback guard(m_filling, true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_ordinary << addField(*layout, tr("Title"), m_title) << addField(*layout, tr("Slug, for senders"), m_slug)
               << addField(*layout, tr("What it is, in plain words"), m_description);
    m_kind = addChoice(*layout, "categoryKind", tr("Kind"));
    for (const CategoryKind kind : {CategoryKind::Message, CategoryKind::DataUse, CategoryKind::Feature})
        m_kind->addItem(kindText(kind), int(kind));
    m_parent = addChoice(*layout, "categoryParent", tr("Group: turning that off turns this off too"));
    m_default = addChoice(*layout, "categoryDefault", tr("For those who never chose"));
    m_default->addItem(tr("On"), true);
    m_default->addItem(tr("Off"), false);
    m_resubscribe = addChoice(*layout, "categoryResubscribe", tr("Who may turn somebody's opt-out back"));
    for (const Resubscribe one : {Resubscribe::UserOnly, Resubscribe::Anyone, Resubscribe::Never})
        m_resubscribe->addItem(resubscribeText(one), int(one));
    m_onFailure = addChoice(*layout, "categoryOnFailure", tr("While Refrain cannot be asked, senders"));
    for (const OnFailure one : {OnFailure::Skip, OnFailure::Deliver})
        m_onFailure->addItem(onFailureText(one), int(one));
    for (const QComboBox* choice : {m_kind, m_parent, m_default, m_onFailure})
        m_ordinary << choice->parentWidget();
    layout->addWidget(m_required);
    addField(*layout, tr("Why nobody can leave it: a legal or safety ground, which everybody reads"), m_reason);
    layout->addWidget(m_paused);
    m_ordinary << m_required << m_paused;

    connect(m_title, &QLineEdit::textEdited, this, &CategoryForm::onEdited);
    connect(m_slug, &QLineEdit::textEdited, this, [this] {
        m_slugTyped = true;
        onEdited();
    });
    for (QPlainTextEdit* field : {m_description, m_reason})
        connect(field, &QPlainTextEdit::textChanged, this, &CategoryForm::onEdited);
    for (QCheckBox* box : {m_required, m_paused})
        connect(box, &QCheckBox::toggled, this, &CategoryForm::onEdited);
}

QWidget* CategoryForm::addField(QVBoxLayout& layout, const QString& label, QWidget* field)
{
    auto* box = new QWidget(this);
    auto* words = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, box);
    words->setText(label);
    words->setColour(&Theme::muted);
    field->setAccessibleName(label);
    field->setWhatsThis(label + u'\n' + tr("Nothing changes before you save, and what it would change is said above."));
    auto* inner = new QVBoxLayout(box);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(4);
    inner->addWidget(words);
    inner->addWidget(field);
    layout.addWidget(box);
    return box;
}

QComboBox* CategoryForm::addChoice(QVBoxLayout& layout, const char* name, const QString& label)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(layout, label, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &CategoryForm::onEdited);
    return choice;
}

void CategoryForm::setCategory(const Category& category, bool isNew, const std::vector<Category>& parents, bool mayEdit)
{
    const QScopedValueRollback guard(m_filling, true);
    m_base = category;
    m_isNew = isNew;
    m_slugTyped = false;
    fill(category, parents);
    for (QWidget* field : findChildren<QWidget*>()) {
        const bool takesInput = qobject_cast<QLineEdit*>(field) || qobject_cast<QPlainTextEdit*>(field) ||
                                qobject_cast<QComboBox*>(field) || qobject_cast<QCheckBox*>(field);
        if (takesInput)
            field->setEnabled(mayEdit && !category.archived);
    }
    m_slug->setEnabled(isNew);
    showWhatApplies();
}

void CategoryForm::fill(const Category& category, const std::vector<Category>& parents)
{
    m_title->setText(category.title);
    m_slug->setText(category.slug.toString());
    m_description->setPlainText(category.description);
    m_reason->setPlainText(category.requiredReason);
    m_parent->clear();
    m_parent->addItem(tr("None"), QString());
    for (const Category& parent : parents)
        m_parent->addItem(parent.title, parent.slug.toString());
    const std::pair<QComboBox*, QVariant> choices[] = {{m_kind, int(category.kind)},
                                                       {m_parent, category.parent.toString()},
                                                       {m_default, category.defaultIn},
                                                       {m_resubscribe, int(category.resubscribe)},
                                                       {m_onFailure, int(category.onFailure)}};
    for (const auto& [choice, value] : choices)
        choice->setCurrentIndex(qMax(0, choice->findData(value)));
    m_required->setChecked(category.required);
    m_paused->setChecked(category.paused);
}

Category CategoryForm::category() const
{
    Category category = m_base;
    category.resubscribe = Resubscribe(m_resubscribe->currentData().toInt());
    if (m_base.slug == everyCategory())
        return category;
    if (m_isNew)
        category.slug = CategorySlug(m_slug->text());
    category.title = m_title->text();
    category.description = m_description->toPlainText();
    category.kind = CategoryKind(m_kind->currentData().toInt());
    category.parent = CategorySlug(m_parent->currentData().toString());
    category.defaultIn = m_default->currentData().toBool();
    category.onFailure = OnFailure(m_onFailure->currentData().toInt());
    category.required = m_required->isChecked();
    category.requiredReason = m_reason->toPlainText();
    category.paused = m_paused->isChecked();
    return category;
}

void CategoryForm::focusFirst()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

void CategoryForm::onEdited()
{
    if (m_filling)
        return;
    if (m_isNew && !m_slugTyped)
        m_slug->setText(suggestedSlug(m_title->text()));
    showWhatApplies();
    emit edited();
}

void CategoryForm::showWhatApplies()
{
    const bool isAll = m_base.slug == everyCategory() && !m_isNew;
    for (QWidget* widget : std::as_const(m_ordinary))
        widget->setVisible(!isAll);
    m_reason->parentWidget()->setVisible(!isAll && m_required->isChecked());
}

}  // namespace refrain::ui
