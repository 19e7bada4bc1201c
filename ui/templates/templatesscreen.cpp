#include "ui/templates/templatesscreen.h"

#include "console/desk/desk.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/templates/templateeditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::RenderedMessage;
using console::StoredTemplate;

namespace {

/// What a new one begins with: a whole message that works.
StoredTemplate freshTemplate()
{
    StoredTemplate fresh;
    fresh.source = QStringLiteral(
        "local data = std.extVar(\"data\");\n{\n  text: \"*Hello \" + data.name + \"!*\\nIt is due on \" + data.day + "
        "\".\",\n}\n");
    fresh.sample = {{QStringLiteral("name"), QStringLiteral("Bea")}, {QStringLiteral("day"), QStringLiteral("Monday")}};
    return fresh;
}

}  // namespace

TemplatesScreen::TemplatesScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_templates(desk.calls()),
      m_pages(new QStackedWidget(this)),
      m_listPage(new QWidget(m_pages)),
      m_list(new ListBody(theme, name(), {{tr("Name")}, {tr("Slug")}, {tr("Changed")}, {tr("By")}, {tr("Status")}},
                          {240, 160, 100, 150, 90}, 0, m_listPage)),
      m_editor(new TemplateEditor(theme, m_pages)),
      m_pane(new TemplatePane(theme, [this](const QString& id) {
          const QString known = shownName(m_desk, SubjectId(id));
          return known == id ? QString() : known.startsWith(u'#') ? known.mid(1) : known;
      }))
{
    setObjectName(QStringLiteral("templatesScreen"));
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(tr(
        "Templates\nMessages with gaps, written in Jsonnet. Senders and workflows fill the gaps with data; the preview "
        "shows what that yields, as it looks in Slack. One that does not work with its own data is not saved."));
    m_list->table().setAccessibleName(tr("Templates"));
    auto* list = new QVBoxLayout(m_listPage);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(buildBar());
    list->addWidget(m_list, 1);
    m_pages->addWidget(m_listPage);
    m_pages->addWidget(m_editor);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connectParts();
    connectEditor();
    m_pane->setCategories(m_desk.categories());
}

TemplatesScreen::~TemplatesScreen() = default;

QWidget* TemplatesScreen::buildBar()
{
    auto* bar = new QWidget(m_listPage);
    m_new = new QPushButton(tr("New template"), bar);
    m_new->setObjectName(QStringLiteral("newTemplate"));
    m_archived = new QCheckBox(tr("Show archived"), bar);
    m_archived->setObjectName(QStringLiteral("showArchivedTemplates"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(m_new);
    row->addStretch();
    row->addWidget(m_archived);
    connect(m_new, &QPushButton::clicked, this, [this] {
        const StoredTemplate fresh = freshTemplate();
        begin(fresh, fresh, jsonText(fresh.sample));
    });
    connect(m_archived, &QCheckBox::toggled, this, &TemplatesScreen::showRows);
    m_new->setVisible(m_desk.mayAdminister());
    return bar;
}

void TemplatesScreen::connectParts()
{
    m_renderSoon.setSingleShot(true);
    m_renderSoon.setInterval(300);
    connect(&m_renderSoon, &QTimer::timeout, this, &TemplatesScreen::render);
    connect(m_list, &ListBody::chosenChanged, this, &TemplatesScreen::showChosen);
    connect(m_list, &ListBody::opened, this, &Screen::inspectorWanted);
    connect(m_list, &ListBody::actionTriggered, this, [this] {
        if (m_loaded)
            m_new->click();
        else
            load();
    });
    connect(m_pane, &TemplatePane::editWanted, this, [this] {
        if (const StoredTemplate* stored = find(m_list->chosen()))
            begin(*stored, *stored, jsonText(stored->sample));
    });
    connect(m_pane, &TemplatePane::messageWanted, this, [this] { emit messageWanted(m_list->chosen()); });
    connect(m_pane, &TemplatePane::archiveWanted, this, &TemplatesScreen::archive);
    connect(m_pane, &TemplatePane::categoryChanged, this, &TemplatesScreen::render);
    connect(&m_desk, &console::Desk::categoriesChanged, this, [this] { m_pane->setCategories(m_desk.categories()); });
    connect(&m_desk, &console::Desk::workspaceChanged, this, [this] {
        m_new->setVisible(m_desk.mayAdminister());
        if (m_loaded)
            showRows();
        restoreDraft();
    });
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (state.kind == console::ConnectionState::Kind::Online && isVisible())
            load();
    });
}

bool TemplatesScreen::isEditing() const
{
    return m_pages->currentWidget() == m_editor;
}

bool TemplatesScreen::maySend() const
{
    return m_desk.role() == Role::Sender || m_desk.role() == Role::Admin;
}

QWidget* TemplatesScreen::mainPane()
{
    return isEditing() ? static_cast<QWidget*>(m_editor) : m_list->pane();
}

void TemplatesScreen::entered()
{
    load();
    restoreDraft();
    if (isEditing())
        emit besideWanted();
}

bool TemplatesScreen::undo()
{
    if (!m_back)
        return false;
    std::exchange(m_back, nullptr)();
    return true;
}

void TemplatesScreen::load()
{
    if (!m_loaded)
        m_list->showLoading();
    whenDone(m_templates.list(), this, [this](const Result<std::vector<StoredTemplate>>& all) {
        if (!all && !m_loaded)
            m_list->showState(QStringLiteral("offline"), all.error().message(), tr("Try again"), all.error().context());
        if (!all)
            return;
        m_loaded = true;
        m_rows = *all;
        std::sort(m_rows.begin(), m_rows.end(), [](const StoredTemplate& a, const StoredTemplate& b) {
            const int order = QString::localeAwareCompare(a.title, b.title);
            return std::tuple(a.archived, order < 0 ? 0 : 1) < std::tuple(b.archived, order < 0 ? 1 : 0);
        });
        showRows();
    });
}

void TemplatesScreen::showRows()
{
    if (!m_loaded)
        return;
    std::vector<TextRow> rows;
    for (const StoredTemplate& stored : m_rows) {
        if (!stored.archived || m_archived->isChecked())
            rows.push_back(rowFor(stored));
    }
    m_list->setNone(
        QStringLiteral("templates"),
        m_desk.mayAdminister()
            ? tr("There is no template yet. With one, senders and workflows fill in gaps instead of writing "
                 "the same anew.")
            : tr("There is no template yet. Admins write them."),
        m_desk.mayAdminister() ? tr("New template") : QString());
    const QString first = rows.empty() ? QString() : rows.front().id;
    m_list->setRows(std::move(rows));
    if (m_list->chosen().isEmpty() && !first.isEmpty())
        m_list->choose(first);
    else
        showChosen();
}

TextRow TemplatesScreen::rowFor(const StoredTemplate& stored) const
{
    const Tone tone = stored.archived ? Tone::Muted : Tone::Text;
    return {stored.slug,
            {{stored.title.isEmpty() ? stored.slug : stored.title, tone, true, false, stored.description},
             {stored.slug},
             {relativeTime(stored.updatedAt, m_clock.now(), m_zone), Tone::Muted, false, true,
              exactTime(stored.updatedAt, m_zone)},
             {stored.updatedBy.name},
             {stored.archived ? tr("archived") : QString()}}};
}

void TemplatesScreen::showChosen()
{
    if (!m_pane || isEditing())
        return;
    const StoredTemplate* stored = find(m_list->chosen());
    if (!stored) {
        m_pane->showNothing();
        return;
    }
    m_pane->show(shownOf(*stored));
    render();
}

TemplatePane::Shown TemplatesScreen::shownOf(const StoredTemplate& stored) const
{
    return {stored,
            {{tr("Slug"), stored.slug},
             {tr("Changed"), exactTime(stored.updatedAt, m_zone)},
             {tr("By"), stored.updatedBy.name}},
            m_desk.mayAdminister(),
            maySend(),
            false};
}

const StoredTemplate* TemplatesScreen::find(const QString& slug) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const StoredTemplate& stored) { return stored.slug == slug; });
    return found == m_rows.end() ? nullptr : &*found;
}

}  // namespace refrain::ui
