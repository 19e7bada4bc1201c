#include "ui/templates/templateeditor.h"

#include "console/drafts/draftshapes.h"
#include "ui/categories/categorywords.h"
#include "ui/common/codefield.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace refrain::ui {

using console::StoredTemplate;

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson()).trimmed();
}

TemplateEditor::TemplateEditor(const Theme& theme, QWidget* parent)
    : FormPage(theme, QStringLiteral("templateEdit"), parent),
      m_title(new QLineEdit(body())),
      m_slug(new QLineEdit(body())),
      m_description(new QLineEdit(body())),
      m_source(new CodeField(theme, QStringLiteral("templateSource"), 14, body())),
      m_sample(new CodeField(theme, QStringLiteral("templateSample"), 5, body()))
{
    m_title->setObjectName(QStringLiteral("templateName"));
    m_title->setMaxLength(100);
    m_slug->setObjectName(QStringLiteral("templateSlug"));
    m_slug->setMaxLength(64);
    m_description->setObjectName(QStringLiteral("templateDescription"));
    m_description->setMaxLength(1000);
    addField(QStringLiteral("/title"), tr("Name"), m_title);
    addField(QStringLiteral("/slug"), tr("Slug, for programs"), m_slug);
    addField(QStringLiteral("/description"), tr("What it is for"), m_description);
    m_sourceField = addField(QStringLiteral("/source"),
                             tr("The message, in Jsonnet: an object with a text, and with Slack's blocks where it has "
                                "them"),
                             m_source);
    m_sampleField =
        addField(QStringLiteral("/sample"),
                 tr("Data for the preview, as JSON; the message finds it as std.extVar(\"data\")"), m_sample);
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
    connect(m_description, &QLineEdit::textEdited, this, &TemplateEditor::onEdited);
    for (CodeField* field : {m_source, m_sample})
        connect(field, &QPlainTextEdit::textChanged, this, &TemplateEditor::onEdited);
}

void TemplateEditor::edit(const StoredTemplate& before, const StoredTemplate& written, const QString& sample)
{
    const QScopedValueRollback guard(m_filling, true);
    m_before = before;
    m_sampleBefore = jsonText(before.sample);
    m_slugTyped = !written.slug.isEmpty();
    setHead(before.version == 0 ? tr("New template") : tr("Edit “%1”").arg(before.title),
            tr("A message with gaps that a sender or a workflow fills in. The preview beside it is what the data below "
               "would yield."));
    m_title->setText(written.title);
    m_slug->setText(written.slug);
    m_slug->setEnabled(before.version == 0);
    m_description->setText(written.description);
    m_source->setPlainText(written.source);
    m_sample->setPlainText(sample);
    clearProblems();
    updateSave();
}

StoredTemplate TemplateEditor::written() const
{
    StoredTemplate wish = m_before;
    wish.title = m_title->text().trimmed();
    wish.slug = m_slug->text();
    wish.description = m_description->text().trimmed();
    wish.source = m_source->toPlainText();
    wish.sample = sample() ? *sample() : QJsonObject();
    return wish;
}

QString TemplateEditor::sampleText() const
{
    return m_sample->toPlainText();
}

Result<QJsonObject> TemplateEditor::sample() const
{
    return sampleText().trimmed().isEmpty() ? Result<QJsonObject>(QJsonObject()) : console::objectFrom(sampleText());
}

QJsonObject TemplateEditor::draft() const
{
    if (!isDirty())
        return {};
    return {{QStringLiteral("before"), console::draftOf(m_before)},
            {QStringLiteral("written"), console::draftOf(written())},
            {QStringLiteral("sample"), sampleText()}};
}

bool TemplateEditor::isDirty() const
{
    const StoredTemplate now = written();
    return now.title != m_before.title || now.slug != m_before.slug || now.description != m_before.description ||
           now.source != m_before.source || sampleText().trimmed() != m_sampleBefore;
}

bool TemplateEditor::showFault(const Error& error)
{
    const QString pointer = error.context();
    if (!pointer.startsWith(QLatin1String("/source")) && !pointer.startsWith(QLatin1String("/data")) &&
        !pointer.startsWith(QLatin1String("/sample")))
        return false;
    const bool isSource = pointer.startsWith(QLatin1String("/source"));
    (isSource ? m_sourceField : m_sampleField)->setProblem(error.message());
    if (isSource)
        m_source->setFaultLine(console::faultyLine(error.message()));
    return true;
}

void TemplateEditor::onEdited()
{
    if (m_filling)
        return;
    clearFaults();
    m_source->setFaultLine(0);
    const Result<QJsonObject> data = sample();
    m_sample->setFaultLine(data ? 0 : data.error().context().toInt());
    if (!data)
        m_sampleField->setProblem(tr("That is no JSON object, from line %1 on. One reads {\"name\": \"value\"}.")
                                      .arg(data.error().context()));
    updateSave();
    emit edited();
}

void TemplateEditor::updateSave()
{
    const StoredTemplate now = written();
    const bool isWhole = !now.title.isEmpty() && !now.slug.isEmpty() && !now.source.trimmed().isEmpty() && sample();
    setSave(m_before.version == 0 ? tr("Create") : tr("Save"), isWhole && isDirty());
}

void TemplateEditor::focusFirst()
{
    if (m_before.version == 0)
        m_title->setFocus(Qt::OtherFocusReason);
    else
        m_source->setFocus(Qt::OtherFocusReason);
}

}  // namespace refrain::ui
