#include "ui/playbooks/playbooksscreen.h"

#include "console/desk/desk.h"
#include "ui/categories/categorywords.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/filterfield.h"
#include "ui/common/recipientfield.h"
#include "ui/common/skeleton.h"
#include "ui/common/statepanel.h"
#include "ui/common/whendone.h"
#include "ui/playbooks/playbookeditor.h"
#include "ui/playbooks/playbookwords.h"

#include <QListView>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace refrain::ui {

using console::Playbook;
using console::PlaybookCopy;

namespace {

const QString copyMark = QStringLiteral("copy:");
const QString libraryMark = QStringLiteral("library:");

bool hasAll(const QString& text, const QString& words)
{
    const QStringList all = words.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

PlaybooksScreen::PlaybooksScreen(const Theme& theme, const QTimeZone& zone, console::Desk& desk)
    : m_theme(theme),
      m_zone(zone),
      m_desk(desk),
      m_playbooks(desk.calls()),
      m_notifications(desk.calls()),
      m_pages(new QStackedWidget(this)),
      m_listPage(new QWidget(m_pages)),
      m_filter(new FilterField(name(), tr("Search playbooks"), m_listPage)),
      m_body(new QStackedWidget(m_listPage)),
      m_view(new QListView(m_body)),
      m_state(new StatePanel(theme, m_body)),
      m_skeleton(new Skeleton(theme, m_body)),
      m_cards(new PlaybookCards(this)),
      m_editor(new PlaybookEditor(theme, desk, m_pages)),
      m_pane(new PlaybookPane(theme))
{
    setObjectName(QStringLiteral("playbooksScreen"));
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(tr(
        "Playbooks\nReady flows for opting out, coming back and announcing. Take one, put its texts in your own words, "
        "see how they look in Slack, and publish it. Unpublishing brings Refrain's own words back."));
    build();
    connectParts();
    connectEditor();
}

PlaybooksScreen::~PlaybooksScreen() = default;

void PlaybooksScreen::build()
{
    m_view->setObjectName(QStringLiteral("playbooksList"));
    m_view->setAccessibleName(tr("Playbooks"));
    m_view->setModel(m_cards);
    m_view->setItemDelegate(new PlaybookCardDelegate(m_theme, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->viewport()->setAutoFillBackground(false);
    for (QWidget* page : std::initializer_list<QWidget*>{m_view, m_state, m_skeleton})
        m_body->addWidget(page);
    auto* bar = new QWidget(m_listPage);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 8);
    row->addWidget(m_filter);
    auto* list = new QVBoxLayout(m_listPage);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(bar);
    list->addWidget(m_body, 1);
    m_pages->addWidget(m_listPage);
    m_pages->addWidget(m_editor);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

void PlaybooksScreen::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, this, &PlaybooksScreen::showCards);
    connect(m_filter, &FilterField::listWanted, m_view, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            choose(now.data(PlaybookCards::IdRole).toString());
    });
    connect(m_view, &QListView::doubleClicked, this, &Screen::inspectorWanted);
    auto* enter = new QShortcut(Qt::Key_Return, m_view);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, &Screen::inspectorWanted);
    connect(m_state, &StatePanel::actionTriggered, this, [this] {
        if (m_loaded)
            m_filter->clear();
        else
            load();
    });
    connect(m_pane, &PlaybookPane::useWanted, this, [this] {
        const Playbook* known = playbook(m_chosen.mid(libraryMark.size()));
        if (!known)
            return;
        PlaybookCopy fresh;
        fresh.playbook = known->slug;
        fresh.title = libraryWords(known->title);
        fresh.durations = known->durations;
        fresh.language = known->languages().value(0);
        fresh.recipients = console::RecipientWish().query();
        begin(*known, fresh, fresh);
    });
    connect(m_pane, &PlaybookPane::customiseWanted, this, [this] {
        const PlaybookCopy* own = chosenCopy();
        if (const Playbook* known = own ? playbook(own->playbook) : nullptr)
            begin(*known, *own, *own);
    });
    connect(m_pane, &PlaybookPane::publishWanted, this, &PlaybooksScreen::publish);
    connect(m_pane, &PlaybookPane::unpublishWanted, this, &PlaybooksScreen::unpublish);
    connect(m_pane, &PlaybookPane::testWanted, this, &PlaybooksScreen::test);
    connect(m_pane, &PlaybookPane::notificationWanted, this, [this] {
        if (const PlaybookCopy* own = chosenCopy())
            emit notificationWanted(own->notification);
    });
    connect(&m_desk, &console::Desk::categoriesChanged, this, [this] {
        m_editor->setCategories(m_desk.categories());
        showChosen();
        restoreDraft();
    });
    connect(&m_desk, &console::Desk::workspaceChanged, this, [this] {
        showChosen();
        restoreDraft();
    });
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (state.kind == console::ConnectionState::Kind::Online && isVisible())
            load();
    });
}

void PlaybooksScreen::connectEditor()
{
    connect(m_editor, &PlaybookEditor::edited, this, &PlaybooksScreen::showWritten);
    connect(m_editor, &PlaybookEditor::edited, this, &PlaybooksScreen::keepDraft);
    connect(m_editor, &FormPage::saveWanted, this, [this] { save(false); });
    connect(m_editor, &FormPage::mineWanted, this, [this] { save(true); });
    connect(m_editor, &FormPage::theirsWanted, this, [this] {
        whenDone(m_playbooks.copies(), this, [this](const Result<std::vector<PlaybookCopy>>& copies) {
            if (!copies) {
                m_editor->setProblem(copies.error());
                return;
            }
            m_copies = *copies;
            if (const PlaybookCopy* theirs = copy(m_editor->written().slug)) {
                m_back = backToWritten();
                begin(m_editor->playbook(), *theirs, *theirs);
                emit said(tr("These are theirs. Ctrl+Z brings yours back."));
            }
        });
    });
    connect(m_editor, &FormPage::cancelWanted, this, [this] {
        if (m_editor->isDirty()) {
            m_back = backToWritten();
            emit said(tr("What you wrote was thrown away. Ctrl+Z brings it back."));
        }
        leaveEditor();
    });
}

QLineEdit* PlaybooksScreen::filterField()
{
    return m_pages->currentWidget() == m_listPage ? m_filter : nullptr;
}

QWidget* PlaybooksScreen::mainPane()
{
    return m_pages->currentWidget() == m_editor ? static_cast<QWidget*>(m_editor) : m_body->currentWidget();
}

void PlaybooksScreen::entered()
{
    load();
    if (m_pages->currentWidget() == m_editor)
        emit besideWanted();
}

bool PlaybooksScreen::undo()
{
    if (!m_back)
        return false;
    std::exchange(m_back, nullptr)();
    return true;
}

void PlaybooksScreen::load()
{
    if (!m_loaded)
        m_body->setCurrentWidget(m_skeleton);
    whenDone(m_playbooks.library(), this, [this](const Result<std::vector<Playbook>>& library) {
        if (!library && !m_loaded) {
            m_state->show(QStringLiteral("offline"), library.error().message(), tr("Try again"),
                          library.error().context());
            m_body->setCurrentWidget(m_state);
        }
        if (!library)
            return;
        m_library = *library;
        take();
    });
}

void PlaybooksScreen::take()
{
    whenDone(m_playbooks.copies(), this, [this](const Result<std::vector<PlaybookCopy>>& copies) {
        if (!copies && !m_loaded) {
            m_state->show(QStringLiteral("offline"), copies.error().message(), tr("Try again"),
                          copies.error().context());
            m_body->setCurrentWidget(m_state);
        }
        if (!copies)
            return;
        m_copies = *copies;
        m_loaded = true;
        showCards();
        restoreDraft();
    });
}

std::vector<PlaybookCard> PlaybooksScreen::cards() const
{
    std::vector<PlaybookCard> cards;
    const QString words = m_filter->text();
    const auto add = [&](const PlaybookCard& card, const QStringList& tags) {
        QString all = card.title + u' ' + card.about + u' ' + card.state;
        for (const QString& tag : tags)
            all += u' ' + tag + u' ' + libraryWords(tag);
        if (hasAll(all, words))
            cards.push_back(card);
    };
    for (const PlaybookCopy& own : m_copies) {
        const Playbook* known = playbook(own.playbook);
        const QString state = stateWords(own) + u' ' + stateAbout(own, m_zone);
        add({copyMark + own.slug, tr("In this workspace"), own.title,
             known ? libraryWords(known->description) : QString(), state, stateTone(own)},
            known ? known->tags : QStringList());
    }
    for (const Playbook& known : m_library)
        add({libraryMark + known.slug,
             tr("Library"),
             libraryWords(known.title),
             libraryWords(known.description),
             {},
             Tone::Muted},
            known.tags);
    return cards;
}

void PlaybooksScreen::showCards()
{
    if (!m_loaded)
        return;
    std::vector<PlaybookCard> shown = cards();
    const QString chosen = m_chosen;
    const bool none = shown.empty();
    const QString first = none ? QString() : shown.front().id;
    m_cards->setCards(std::move(shown));
    emit countChanged(-1);
    if (none) {
        m_state->show(QStringLiteral("empty"), tr("No playbook has all of these words."), tr("Show all"));
        m_body->setCurrentWidget(m_state);
        return;
    }
    m_body->setCurrentWidget(m_view);
    choose(m_cards->rowOf(chosen) >= 0 ? chosen : first);
}

void PlaybooksScreen::choose(const QString& id)
{
    m_chosen = id;
    const int row = m_cards->rowOf(id);
    // A list that gets the focus makes its first row current without choosing it.
    if (row >= 0 && !m_view->selectionModel()->isSelected(m_cards->index(row)))
        m_view->setCurrentIndex(m_cards->index(row));
    showChosen();
}

void PlaybooksScreen::showChosen()
{
    if (!m_pane || m_pages->currentWidget() == m_editor)
        return;
    const PlaybookCopy* own = chosenCopy();
    const Playbook* known = playbook(own ? own->playbook : m_chosen.mid(libraryMark.size()));
    if (known)
        m_pane->show(shownOf(*known, own ? *own : PlaybookCopy()));
    else
        m_pane->showNothing();
}

PlaybookPane::Shown PlaybooksScreen::shownOf(const Playbook& known, const PlaybookCopy& own) const
{
    PlaybookPane::Shown shown{known, own, {}, {}, {}, m_desk.mayAdminister(), false};
    if (own.version == 0)
        shown.copy.durations = own.durations.isEmpty() ? known.durations : own.durations;
    shown.stateAbout = stateAbout(own, m_zone);
    const CategorySlug about =
        own.about.isEmpty() && !m_desk.categories().empty() ? m_desk.categories().front().slug : own.about;
    if (const Category* category = m_desk.category(about))
        shown.about = *category;
    if (known.announces && own.version > 0)
        shown.facts = {{tr("Tells about"), shown.about ? titleOf(*shown.about) : own.about.toString()},
                       {tr("To whom"), recipientWords(m_desk, own.recipients)}};
    if (!m_desk.mayAdminister())
        shown.facts << std::pair{tr("Who may"), tr("Admins of this workspace's Refrain use and publish playbooks.")};
    return shown;
}

const Playbook* PlaybooksScreen::playbook(const QString& slug) const
{
    const auto found =
        std::find_if(m_library.begin(), m_library.end(), [&](const Playbook& known) { return known.slug == slug; });
    return found == m_library.end() ? nullptr : &*found;
}

const PlaybookCopy* PlaybooksScreen::copy(const QString& slug) const
{
    const auto found =
        std::find_if(m_copies.begin(), m_copies.end(), [&](const PlaybookCopy& own) { return own.slug == slug; });
    return found == m_copies.end() ? nullptr : &*found;
}

const PlaybookCopy* PlaybooksScreen::chosenCopy() const
{
    return m_chosen.startsWith(copyMark) ? copy(m_chosen.mid(copyMark.size())) : nullptr;
}

QString PlaybooksScreen::freeSlug(const QString& wish) const
{
    const QString begin = wish.isEmpty() || wish == QLatin1String("library") ? QStringLiteral("playbook") : wish;
    QString slug = begin;
    for (int i = 2; copy(slug); ++i)
        slug = begin.left(58) + u'-' + QString::number(i);
    return slug;
}

}  // namespace refrain::ui
