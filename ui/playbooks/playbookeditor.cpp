#include "ui/playbooks/playbookeditor.h"

#include "console/desk/desk.h"
#include "console/drafts/draftshapes.h"
#include "ui/common/recipientfield.h"
#include "ui/playbooks/playbookwords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace refrain::ui {

using console::Playbook;
using console::PlaybookCopy;
using console::PlaybookText;

namespace {

QStringList durationsIn(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

}  // namespace

PlaybookEditor::PlaybookEditor(const Theme& theme, console::Desk& desk, QWidget* parent)
    : FormPage(theme, QStringLiteral("playbookEdit"), parent),
      m_title(new QLineEdit(body())),
      m_about(new QComboBox(body())),
      m_recipients(new RecipientField(theme, desk, QStringLiteral("playbookRecipients"), false, body())),
      m_durations(new QLineEdit(body())),
      m_language(new QComboBox(body()))
{
    m_title->setObjectName(QStringLiteral("playbookName"));
    m_title->setMaxLength(100);
    m_about->setObjectName(QStringLiteral("playbookAbout"));
    m_durations->setObjectName(QStringLiteral("playbookDurations"));
    m_language->setObjectName(QStringLiteral("playbookTextLanguage"));
    for (QComboBox* choice : {m_about, m_language})
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(QStringLiteral("/title"), tr("Name, for you and your colleagues"), m_title);
    m_aboutField = addField(QStringLiteral("/about"), tr("The category that is announced"), m_about);
    m_recipientsField =
        addField(QStringLiteral("/recipients"), tr("To whom; who turned it off does not get it"), m_recipients);
    m_durationsField =
        addField(QStringLiteral("/durations"), tr("Pauses that are offered, 1 to 5: 4h, 1d, 2w, 1mo"), m_durations);
    m_languageField = addField(QStringLiteral("/language"), tr("Language of the texts below"), m_language);
    setFocusProxy(m_title);
    connect(m_title, &QLineEdit::textEdited, this, &PlaybookEditor::onEdited);
    connect(m_durations, &QLineEdit::textEdited, this, &PlaybookEditor::onEdited);
    connect(m_about, &QComboBox::currentIndexChanged, this, &PlaybookEditor::onEdited);
    connect(m_recipients, &RecipientField::edited, this, &PlaybookEditor::onEdited);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        fillTexts();
        onEdited();
    });
}

void PlaybookEditor::setCategories(const std::vector<Category>& categories)
{
    const QScopedValueRollback guard(m_filling, true);
    const QVariant chosen = m_about->count() > 0 ? m_about->currentData() : QVariant(m_before.about.toString());
    m_about->clear();
    for (const Category& category : categories)
        m_about->addItem(category.title, category.slug.toString());
    m_about->setCurrentIndex(qMax(0, m_about->findData(chosen)));
}

void PlaybookEditor::edit(const Playbook& playbook, const PlaybookCopy& before, const PlaybookCopy& copy)
{
    const QScopedValueRollback guard(m_filling, true);
    m_playbook = playbook;
    m_before = before;
    m_copy = copy;
    setHead(copy.version == 0
                ? tr("Use “%1”").arg(libraryWords(playbook.title))
                : tr("Customise “%1”").arg(copy.title.isEmpty() ? libraryWords(playbook.title) : copy.title),
            copy.published ? tr("It is published: people read what you save from then on.")
                           : tr("You save a draft. Nothing changes for anybody before it is published."));
    m_title->setText(copy.title);
    if (const int place = m_about->findData(copy.about.toString()); place >= 0)
        m_about->setCurrentIndex(place);
    m_recipients->setQuery(copy.recipients);
    m_durations->setText(copy.durations.join(QStringLiteral(", ")));
    m_language->clear();
    for (const QString& language : playbook.languages())
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(qMax(0, m_language->findData(copy.language)));
    m_languageField->setLabel(playbook.announces ? tr("In which language it is sent")
                                                 : tr("Language of the texts below; people read their own"));
    for (FormField* field : {m_aboutField, m_recipientsField})
        field->setVisible(playbook.announces);
    m_durationsField->setVisible(!playbook.durations.isEmpty());
    for (const TextField& shown : m_texts)
        removeField(shown.field);
    m_texts.clear();
    for (const PlaybookText& text : playbook.texts)
        addTextField(text);
    fillTexts();
    clearProblems();
    updateSave();
}

QString PlaybookEditor::labelOf(const PlaybookText& text) const
{
    QStringList marks;
    const QStringList values =
        m_playbook.announces ? QStringList{tr("the category's title"), tr("its description")} : text.samples;
    for (qsizetype i = 0; i < values.size(); ++i)
        marks << tr("%1 stands for %2", "a mark, a sample")
                     .arg(QStringLiteral("%") + QString::number(i + 1), values.at(i));
    const QString title = libraryWords(text.title);
    return marks.isEmpty() ? title : title + QStringLiteral(" · ") + marks.join(QStringLiteral(", "));
}

void PlaybookEditor::addTextField(const PlaybookText& text)
{
    auto* edit = new QPlainTextEdit(body());
    edit->setObjectName(QStringLiteral("playbookText-") + text.key);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * (text.isButton() ? 1 : m_playbook.announces ? 5 : 3) + 18);
    edit->setToolTip(tr("At most %1 characters. Empty: Refrain's own words.").arg(text.longest));
    FormField* field = addField(QStringLiteral("/texts/") + text.key, labelOf(text), edit);
    m_texts.push_back({text, field, edit});
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        takeTexts();
        onEdited();
    });
}

void PlaybookEditor::fillTexts()
{
    const QScopedValueRollback guard(m_filling, true);
    for (const TextField& shown : m_texts) {
        shown.edit->setPlaceholderText(shown.text.defaults.value(language()).toString());
        shown.edit->setPlainText(m_copy.textOf(shown.text, language()));
        shown.field->setProblem({});
    }
}

void PlaybookEditor::takeTexts()
{
    for (const TextField& shown : m_texts)
        m_copy.setText(shown.text, language(), shown.edit->toPlainText());
}

PlaybookCopy PlaybookEditor::written() const
{
    PlaybookCopy copy = m_copy;
    copy.title = m_title->text().trimmed();
    copy.durations = m_playbook.durations.isEmpty() ? QStringList() : durationsIn(m_durations->text());
    if (m_playbook.announces) {
        copy.about = CategorySlug(m_about->currentData().toString());
        copy.recipients = m_recipients->query();
        copy.language = language();
    }
    return copy;
}

QJsonObject PlaybookEditor::draft() const
{
    if (!isDirty())
        return {};
    return {{QStringLiteral("before"), console::draftOf(m_before)},
            {QStringLiteral("written"), console::draftOf(written())}};
}

bool PlaybookEditor::isDirty() const
{
    const PlaybookCopy now = written();
    return now.title != m_before.title || now.texts != m_before.texts || now.durations != m_before.durations ||
           now.about != m_before.about || now.language != m_before.language ||
           !console::isSame(now.recipients, m_before.recipients);
}

QString PlaybookEditor::language() const
{
    return m_language->currentData().toString();
}

void PlaybookEditor::onEdited()
{
    if (m_filling)
        return;
    clearFaults();
    updateSave();
    emit edited();
}

void PlaybookEditor::updateSave()
{
    const bool isReady = !m_playbook.announces || (m_recipients->isComplete() && m_about->currentIndex() >= 0);
    setSave(m_before.version == 0 ? tr("Save as a draft") : tr("Save"),
            isReady && (m_before.version == 0 || isDirty()));
}

void PlaybookEditor::focusFirst()
{
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

}  // namespace refrain::ui
