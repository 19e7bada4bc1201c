#include "ui/workflows/workfloweditor.h"

#include "console/desk/desk.h"
#include "console/drafts/draftshapes.h"
#include "ui/categories/categorywords.h"
#include "ui/common/codefield.h"
#include "ui/common/recipientfield.h"
#include "ui/templates/templateeditor.h"
#include "ui/workflows/scheduleform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScopedValueRollback>

#include <algorithm>

namespace refrain::ui {

using console::StoredTemplate;
using console::StoredWorkflow;

WorkflowEditor::WorkflowEditor(const Theme& theme, console::Desk& desk, QWidget* parent)
    : FormPage(theme, QStringLiteral("workflowEdit"), parent),
      m_title(new QLineEdit(body())),
      m_slug(new QLineEdit(body())),
      m_description(new QLineEdit(body())),
      m_category(new QComboBox(body())),
      m_template(new QComboBox(body())),
      m_data(new CodeField(theme, QStringLiteral("workflowData"), 4, body())),
      m_recipients(new RecipientField(theme, desk, QStringLiteral("workflowRecipients"), true, body())),
      m_schedule(new ScheduleForm(theme, body()))
{
    const std::tuple<QLineEdit*, const char*, int> fields[] = {
        {m_title, "workflowName", 100}, {m_slug, "workflowSlug", 64}, {m_description, "workflowDescription", 1000}};
    for (const auto& [field, name, longest] : fields) {
        field->setObjectName(QLatin1String(name));
        field->setMaxLength(longest);
    }
    m_category->setObjectName(QStringLiteral("workflowCategory"));
    m_template->setObjectName(QStringLiteral("workflowTemplate"));
    for (QComboBox* choice : {m_category, m_template})
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(QStringLiteral("/title"), tr("Name"), m_title);
    addField(QStringLiteral("/slug"), tr("Slug, for programs that trigger it"), m_slug);
    addField(QStringLiteral("/description"), tr("What it is for"), m_description);
    addField(QStringLiteral("/category"), tr("Category: who turned it off does not get this"), m_category);
    m_templateField = addField(QStringLiteral("/template"), tr("What it says: a template"), m_template);
    m_dataField = addField(QStringLiteral("/data"), tr("What the template is filled in with, as JSON"), m_data);
    addField(QStringLiteral("/recipients"), tr("To whom, found anew each time"), m_recipients);
    addField(QStringLiteral("/schedule"), tr("When"), m_schedule);
    setFocusProxy(m_title);
    connect(m_title, &QLineEdit::textEdited, this, [this] {
        if (m_before.version == 0 && !m_slugTyped)
            m_slug->setText(suggestedSlug(m_title->text()));
        onEdited();
    });
    connect(m_slug, &QLineEdit::textEdited, this, [this] {
        m_slugTyped = true;
        onEdited();
    });
    connect(m_description, &QLineEdit::textEdited, this, &WorkflowEditor::onEdited);
    connect(m_category, &QComboBox::currentIndexChanged, this, &WorkflowEditor::onEdited);
    connect(m_template, &QComboBox::activated, this, [this] {
        if (const StoredTemplate* chosen = chosenTemplate())
            m_data->setPlainText(jsonText(chosen->sample));
        onEdited();
    });
    connect(m_data, &QPlainTextEdit::textChanged, this, &WorkflowEditor::onEdited);
    connect(m_recipients, &RecipientField::edited, this, &WorkflowEditor::onEdited);
    connect(m_schedule, &ScheduleForm::edited, this, &WorkflowEditor::onEdited);
}

void WorkflowEditor::setCategories(const std::vector<Category>& categories)
{
    const QScopedValueRollback guard(m_filling, true);
    const QVariant chosen = m_category->currentData();
    m_category->clear();
    for (const Category& category : categories)
        m_category->addItem(category.paused ? tr("%1 (paused)").arg(category.title) : category.title,
                            category.slug.toString());
    m_category->setCurrentIndex(qMax(0, m_category->findData(chosen)));
}

void WorkflowEditor::setTemplates(std::vector<StoredTemplate> templates)
{
    const QScopedValueRollback guard(m_filling, true);
    const QString chosen = templateSlug();
    m_templates = std::move(templates);
    std::erase_if(m_templates, [&](const StoredTemplate& known) { return known.archived && known.slug != chosen; });
    m_template->clear();
    for (const StoredTemplate& known : m_templates)
        m_template->addItem(known.title.isEmpty() ? known.slug : known.title, known.slug);
    m_template->setCurrentIndex(m_template->findData(chosen));
    if (m_template->currentIndex() < 0 && !m_templates.empty() && m_before.version == 0) {
        m_template->setCurrentIndex(0);
        m_before.templateSlug = m_templates.front().slug;  // nobody chose that: leaving loses nothing
        const QString sample = jsonText(m_templates.front().sample);
        if (dataText().trimmed() == m_dataBefore)
            m_data->setPlainText(sample);
        m_dataBefore = sample;
    }
    m_templateField->setHint(m_templates.empty() ? tr("There is no template yet: write one first, below Templates.")
                                                 : QString());
    updateSave();
}

void WorkflowEditor::edit(const StoredWorkflow& before, const StoredWorkflow& written, const QString& data,
                          const QString& zone)
{
    const QScopedValueRollback guard(m_filling, true);
    m_before = before;
    m_dataBefore = jsonText(before.data);
    m_slugTyped = !written.slug.isEmpty();
    setHead(
        before.version == 0 ? tr("New workflow") : tr("Edit “%1”").arg(before.title),
        tr("A message that goes out again and again. Whenever it runs, each recipient is asked about anew: who opted "
           "out meanwhile does not get it."));
    m_title->setText(written.title);
    m_slug->setText(written.slug);
    m_slug->setEnabled(before.version == 0);
    m_description->setText(written.description);
    if (const int place = m_category->findData(written.category.toString()); place >= 0)
        m_category->setCurrentIndex(place);
    m_awaited = written.templateSlug;  // The list of them may be on its way.
    m_template->setCurrentIndex(m_template->findData(written.templateSlug));
    m_data->setPlainText(data);
    m_recipients->setQuery(written.recipients);
    m_schedule->setSchedule(written.schedule, zone);
    clearProblems();
    updateSave();
}

StoredWorkflow WorkflowEditor::written() const
{
    StoredWorkflow wish = m_before;
    wish.title = m_title->text().trimmed();
    wish.slug = m_slug->text();
    wish.description = m_description->text().trimmed();
    wish.category = CategorySlug(m_category->currentData().toString());
    wish.templateSlug = templateSlug();
    wish.data = data() ? *data() : QJsonObject();
    wish.recipients = m_recipients->query();
    wish.schedule = m_schedule->schedule();
    return wish;
}

QString WorkflowEditor::dataText() const
{
    return m_data->toPlainText();
}

Result<QJsonObject> WorkflowEditor::data() const
{
    return dataText().trimmed().isEmpty() ? Result<QJsonObject>(QJsonObject()) : console::objectFrom(dataText());
}

QString WorkflowEditor::templateSlug() const
{
    return m_template->currentIndex() >= 0 ? m_template->currentData().toString() : m_awaited;
}

const StoredTemplate* WorkflowEditor::chosenTemplate() const
{
    const QString slug = m_template->currentData().toString();
    const auto found = std::find_if(m_templates.begin(), m_templates.end(),
                                    [&](const StoredTemplate& known) { return known.slug == slug; });
    return found == m_templates.end() ? nullptr : &*found;
}

QJsonObject WorkflowEditor::draft() const
{
    if (!isDirty())
        return {};
    return {{QStringLiteral("before"), console::draftOf(m_before)},
            {QStringLiteral("written"), console::draftOf(written())},
            {QStringLiteral("data"), dataText()}};
}

bool WorkflowEditor::isDirty() const
{
    const StoredWorkflow now = written();
    return now.title != m_before.title || now.slug != m_before.slug || now.description != m_before.description ||
           (m_before.version > 0 && now.category != m_before.category) || now.templateSlug != m_before.templateSlug ||
           dataText().trimmed() != m_dataBefore || now.schedule != m_before.schedule ||
           !console::isSame(now.recipients, m_before.recipients);
}

void WorkflowEditor::onEdited()
{
    if (m_filling)
        return;
    clearFaults();
    const Result<QJsonObject> object = data();
    m_data->setFaultLine(object ? 0 : object.error().context().toInt());
    if (!object)
        m_dataField->setProblem(tr("That is no JSON object, from line %1 on. One reads {\"name\": \"value\"}.")
                                    .arg(object.error().context()));
    updateSave();
    emit edited();
}

void WorkflowEditor::updateSave()
{
    const StoredWorkflow now = written();
    const bool isWhole = !now.title.isEmpty() && !now.slug.isEmpty() && !now.templateSlug.isEmpty() &&
                         !now.category.isEmpty() && data() && m_recipients->isComplete() && m_schedule->isComplete();
    setSave(m_before.version == 0 ? tr("Create") : tr("Save"), isWhole && isDirty());
}

void WorkflowEditor::focusFirst()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

}  // namespace refrain::ui
