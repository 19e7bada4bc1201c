#include "ui/notifications/messagefield.h"

#include "console/desk/numbers.h"
#include "console/sending/messagelook.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/notifications/notificationwords.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace refrain::ui {

namespace {

/// What one section of Slack's Block Kit holds; the backend refuses more.
constexpr int longestText = 3000;

}  // namespace

MessageField::MessageField(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_template(new QComboBox(this)),
      m_label(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_text(new QPlainTextEdit(this)),
      m_data(new QPlainTextEdit(this)),
      m_count(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_note(new NoteBox(theme, this)),
      m_calls(new NoteBox(theme, this))
{
    setObjectName(QStringLiteral("messageField"));
    m_template->setObjectName(QStringLiteral("composeTemplate"));
    m_template->setAccessibleName(tr("Own text or template"));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_text->setObjectName(QStringLiteral("composeText"));
    m_data->setObjectName(QStringLiteral("composeData"));
    m_data->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (QPlainTextEdit* field : {m_text, m_data}) {
        field->setTabChangesFocus(true);
        field->setFixedHeight(fontMetrics().lineSpacing() * 7 + 18);
    }
    m_label->setColour(&Theme::muted);
    m_count->setObjectName(QStringLiteral("composeCount"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_template, m_label, m_text, m_data, m_count, m_note, m_calls})
        layout->addWidget(widget);
    m_renderSoon.setSingleShot(true);
    m_renderSoon.setInterval(300);
    connect(&m_renderSoon, &QTimer::timeout, this, [this] {
        if (isTemplate() && data())
            emit renderWanted();
    });
    connect(m_template, &QComboBox::activated, this, &MessageField::chooseTemplate);
    for (QPlainTextEdit* field : {m_text, m_data})
        connect(field, &QPlainTextEdit::textChanged, this, &MessageField::onEdited);
    m_calls->setObjectName(QStringLiteral("composeCalls"));
    setTemplates({});
}

void MessageField::setTemplates(std::vector<console::MessageTemplate> templates)
{
    m_templates = std::move(templates);
    std::erase_if(m_templates, [](const console::MessageTemplate& known) { return known.archived; });
    const QString chosen = m_template->currentData().toString();
    m_template->clear();
    m_template->addItem(tr("A text of your own"), QString());
    for (const console::MessageTemplate& known : m_templates)
        m_template->addItem(tr("Template: %1").arg(known.title), known.slug);
    m_template->setCurrentIndex(qMax(0, m_template->findData(chosen)));
    if (const auto awaited = std::exchange(m_awaited, std::nullopt); awaited && !m_templates.empty())
        setWritten(*awaited);
    showChoice();
}

void MessageField::setWritten(const Written& written)
{
    const int place = m_template->findData(written.templateSlug);
    m_template->setCurrentIndex(qMax(0, place));
    m_text->setPlainText(written.text);
    m_data->setPlainText(written.data);
    m_awaited = place < 0 ? std::optional(written) : std::nullopt;
    showChoice();
    emit edited();
}

bool MessageField::useTemplate(const QString& slug)
{
    const int place = slug.isEmpty() ? -1 : m_template->findData(slug);
    if (place < 0)
        return false;
    m_template->setCurrentIndex(place);
    chooseTemplate();
    return true;
}

MessageField::Written MessageField::written() const
{
    if (m_awaited)
        return *m_awaited;
    return {m_text->toPlainText(), m_template->currentData().toString(),
            isTemplate() ? m_data->toPlainText() : QString()};
}

std::optional<QJsonObject> MessageField::data() const
{
    const QJsonDocument document = QJsonDocument::fromJson(m_data->toPlainText().toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

void MessageField::setRendered(const Result<QString>& text)
{
    if (!isTemplate())
        return;
    m_rendered = text ? *text : QString();
    if (text)
        m_note->setNote(tr("It would read"), *text);
    else
        m_note->setNote(tr("That yields no message."), text.error().message(), &Theme::danger);
    showCalls();
}

QString MessageField::callsText() const
{
    return callsWords(console::calledTogether(shownText()));
}

void MessageField::showCalls()
{
    const QStringList called = console::calledTogether(shownText());
    m_calls->setNote(called.isEmpty() ? QString() : tr("It calls %1.").arg(called.join(QStringLiteral(", "))),
                     callsText(), &Theme::pending);
}

QString MessageField::shownText() const
{
    return isTemplate() ? m_rendered : m_text->toPlainText();
}

bool MessageField::isSendable() const
{
    if (isTemplate())
        return !m_rendered.isEmpty() && data();
    return !m_text->toPlainText().trimmed().isEmpty() && m_text->toPlainText().size() <= longestText;
}

bool MessageField::isTemplate() const
{
    return m_template->currentIndex() > 0;
}

void MessageField::chooseTemplate()
{
    const auto found = std::find_if(
        m_templates.begin(), m_templates.end(),
        [this](const console::MessageTemplate& known) { return known.slug == m_template->currentData().toString(); });
    if (found != m_templates.end())
        m_data->setPlainText(QString::fromUtf8(QJsonDocument(found->sample).toJson()));
    onEdited();
}

void MessageField::onEdited()
{
    m_rendered.clear();
    m_awaited.reset();
    showChoice();
    if (isTemplate() && !data())
        m_note->setNote(tr("That is no JSON object."), tr("As in {\"name\": \"value\"}."), &Theme::danger);
    else if (isTemplate())
        m_renderSoon.start();
    emit edited();
}

void MessageField::showChoice()
{
    const bool own = !isTemplate();
    m_template->setVisible(!m_templates.empty());
    m_label->setText(own ? tr("Text, in Slack's way: *bold*, _italic_, <https://…|a link>")
                         : tr("What the template is filled in with, as JSON"));
    m_text->setVisible(own);
    m_text->setAccessibleName(m_label->text());
    m_data->setVisible(!own);
    m_data->setAccessibleName(m_label->text());
    m_count->setVisible(own);
    if (own || m_rendered.isEmpty())
        m_note->setNote({}, {});
    countText();
    showCalls();
}

void MessageField::countText()
{
    const qsizetype length = m_text->toPlainText().size();
    m_count->setText(tr("%1 of %2 characters").arg(console::grouped(length), console::grouped(longestText)));
    m_count->setColour(length > longestText ? &Theme::danger : &Theme::muted);
}

}  // namespace refrain::ui
