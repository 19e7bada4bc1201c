#include "ui/shell/quickfind.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/common/whendone.h"
#include "ui/shell/findlist.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace refrain::ui {

namespace {

constexpr int listWidth = 600;
constexpr int margin = 16;
constexpr size_t mostCommands = 6;

QString nameOf(const console::SubjectTable& table, int row)
{
    const QString known = table.name(row).simplified();
    const QString name = known.isEmpty() ? table.id(row).toString() : known;
    return table.kind(row) == SubjectKind::Channel ? u'#' + name : name;
}

/// "bea@acme.test · Guest": what tells one row from another.
QString detailOf(const console::SubjectTable& table, int row)
{
    QStringList parts;
    const bool isChannel = table.kind(row) == SubjectKind::Channel;
    const QString more = isChannel ? table.topic(row) : table.email(row);
    parts << (more.isEmpty() ? table.id(row).toString() : more);
    if (table.isDeleted(row))
        parts << QuickFind::tr("has left");
    else if (table.isArchived(row))
        parts << QuickFind::tr("archived");
    else if (table.isBot(row))
        parts << QuickFind::tr("app");
    else if (table.role(row) == SubjectRole::Guest || table.role(row) == SubjectRole::SingleChannelGuest)
        parts << QuickFind::tr("guest");
    return parts.join(QStringLiteral(" · "));
}

QStringList wordsForAll()
{
    return {QuickFind::tr("all", "all optional messages, as typed"), QuickFind::tr("everything", "as typed")};
}

}  // namespace

QuickFind::QuickFind(const Theme& theme, QLineEdit& box, console::Desk& desk, Commands commands, Records records)
    : m_box(box),
      m_desk(desk),
      m_commands(std::move(commands)),
      m_records(std::move(records)),
      m_list(new FindList(theme, box.window()))
{
    m_box.installEventFilter(this);
    connect(&m_box, &QLineEdit::textEdited, this, [this] {
        m_isHasty = false;
        search();
    });
    connect(m_list, &QListWidget::itemClicked, this, &QuickFind::choose);
}

QuickFind::~QuickFind()
{
    if (m_cancelled)
        *m_cancelled = true;
    // Nothing of this workspace is left for the next one.
    m_box.clear();
    delete m_list;
}

void QuickFind::begin()
{
    m_box.setFocus(Qt::ShortcutFocusReason);
    m_box.selectAll();
}

void QuickFind::search()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_searched = m_box.text().simplified();
    if (m_searched.isEmpty()) {
        close();
        return;
    }
    m_spoken = console::SpokenChange::of(m_searched, m_desk.categories(), wordsForAll());
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    console::FindJob job{m_desk.people().snapshot(), m_desk.channels().snapshot(), m_searched, m_spoken.whom};
    whenDone(console::find(std::move(job), m_cancelled), this,
             [this, asked = m_searched](const console::FindAnswer& answer) {
                 if (asked == m_searched && m_box.hasFocus() && !m_box.text().trimmed().isEmpty())
                     show(answer);
             });
}

void QuickFind::show(const console::FindAnswer& answer)
{
    FindOffers offers;
    if (m_records)
        offers = m_records(m_searched);
    // "bea rem" is a change where nobody is called so.
    const bool isChangeFirst = answer.people.empty() || answer.people.front().isGuess();
    const bool isRecordFirst = !offers.empty();
    if (isChangeFirst)
        addChanges(offers, answer);
    FindOffers commands = fittingCommands();
    // "go ins" is a screen rather than somebody who has these letters inside a name.
    const bool isCommandFirst = offers.empty() && !commands.empty() && isLoose(answer.people);
    if (isCommandFirst)
        std::move(commands.begin(), commands.end(), std::back_inserter(offers));
    // Enter alone changes nothing for somebody who may be another: whoever is meant is chosen first.
    const bool mustChoose =
        !isRecordFirst && !offers.empty() && offers.front().kind == FindOffer::Kind::Change && !answer.isSure;
    addSubjects(offers, m_desk.people(), answer.people);
    if (!isChangeFirst)
        addChanges(offers, answer);
    addSubjects(offers, m_desk.channels(), answer.channels);
    addCategories(offers);
    if (!isCommandFirst)
        std::move(commands.begin(), commands.end(), std::back_inserter(offers));
    m_list->setOffers(std::move(offers), tr("Nobody and nothing by that name."), mustChoose);
    m_shown = m_searched;
    place();
    if (std::exchange(m_isHasty, false))
        choose();
}

void QuickFind::place()
{
    const QWidget* window = m_box.window();
    const QPoint corner = m_box.mapTo(window, QPoint(0, m_box.height() + 4));
    const int wide = qMin(qMax(m_box.width(), listWidth), window->width() - 2 * margin);
    const int left = qBound(margin, corner.x() + (m_box.width() - wide) / 2, window->width() - margin - wide);
    m_list->setGeometry(left, corner.y(), wide, m_list->wantedHeight(window->height() - corner.y() - margin));
    m_list->show();
    m_list->raise();
}

void QuickFind::addSubjects(FindOffers& offers, const console::SubjectTable& table,
                            const std::vector<console::FoundSubject>& found)
{
    for (const console::FoundSubject& one : found) {
        const int row = int(one.row);
        if (row >= table.rowCount())
            continue;  // The table was read anew meanwhile.
        const bool isChannel = table.kind(row) == SubjectKind::Channel;
        offers.push_back({isChannel ? FindOffer::Kind::Channel : FindOffer::Kind::Person,
                          nameOf(table, row),
                          detailOf(table, row),
                          {},
                          [this, subject = table.id(row)] { emit this->found(subject); }});
    }
}

void QuickFind::addChanges(FindOffers& offers, const console::FindAnswer& answer)
{
    for (const console::FoundSubject& one : answer.whom) {
        for (const CategorySlug& category : m_spoken.categories) {
            if (int(one.row) < m_desk.people().rowCount())
                addChange(offers, int(one.row), category);
        }
    }
    if (answer.whom.empty() || answer.isSure || answer.alsoWhom == 0)
        return;
    const bool isCut = answer.alsoWhom + int(answer.whom.size()) >= console::FindAnswer::mostCounted;
    offers.push_back({FindOffer::Kind::Change,
                      isCut ? tr("Many more people match “%1”…").arg(m_spoken.whom)
                            : tr("%n more people match “%1”…", nullptr, answer.alsoWhom).arg(m_spoken.whom),
                      tr("show them all"),
                      {},
                      [this, whom = m_spoken.whom] { emit allWanted(whom); }});
}

/// Off for somebody; what is so already, or cannot be, is said, and leads to their details.
void QuickFind::addChange(FindOffers& offers, int row, const CategorySlug& slug)
{
    const console::SubjectTable& table = m_desk.people();
    const auto column = table.columnOf(slug);
    const Category* category = m_desk.category(slug);
    if (!column || !category)
        return;
    const SubjectId subject = table.id(row);
    const console::Cell cell = table.cell(row, *column);
    const bool isAll = slug == everyCategory();
    const QString name = nameOf(table, row);
    const auto add = [&](const QString& title, std::function<void()> run) {
        offers.push_back({FindOffer::Kind::Change, title, detailOf(table, row), {}, std::move(run)});
    };
    const auto look = [this, subject] { emit found(subject); };
    if (category->required && !isAll)
        add(tr("%1: “%2” is required", "person, category").arg(name, category->title), look);
    else if (cell.own.state == PreferenceState::OptedOut)
        add(isAll ? tr("%1: all optional messages are off already", "person").arg(name)
                  : tr("%1: “%2” is off already", "person, category").arg(name, category->title),
            look);
    else
        add(isAll ? tr("%1: stop all optional messages…", "person").arg(name)
                  : tr("%1: turn “%2” off", "person, category").arg(name, category->title),
            [this, subject, slug] { emit turnOffWanted(subject, slug); });
}

void QuickFind::addCategories(FindOffers& offers)
{
    for (const Category& category : m_desk.categories()) {
        if (console::fitsTitle(m_searched, category.title + u' ' + category.slug.toString()))
            offers.push_back(
                {FindOffer::Kind::Category, category.title, category.description, {}, [this, slug = category.slug] {
                     emit categoryWanted(slug);
                 }});
    }
}

/// Whether the best of them only has what was typed inside a name, as initials or nearly so.
bool QuickFind::isLoose(const std::vector<console::FoundSubject>& people) const
{
    const int words = int(m_searched.count(u' ')) + 1;
    return people.empty() || people.front().rank >= 2 * words;
}

FindOffers QuickFind::fittingCommands() const
{
    FindOffers fitting;
    for (FindOffer& offer : m_commands()) {
        if (fitting.size() < mostCommands && console::fitsTitle(m_searched, offer.title + u' ' + offer.keywords))
            fitting.push_back(std::move(offer));
    }
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const FindOffer& a, const FindOffer& b) { return a.kind < b.kind; });
    return fitting;
}

void QuickFind::choose()
{
    if (m_box.text().simplified() != m_shown) {
        // The list still answers what was typed before: nobody else is to be hit.
        m_isHasty = true;
        return;
    }
    const FindOffer* offer = m_list->chosen();
    if (!offer)
        return;
    const std::function<void()> run = offer->run;
    close();
    run();
}

void QuickFind::close()
{
    m_list->hide();
    m_box.clear();
    m_searched.clear();
    m_shown.clear();
    m_isHasty = false;
    if (m_cancelled)
        *m_cancelled = true;
}

bool QuickFind::pressed(int key)
{
    switch (key) {
        case Qt::Key_Down: m_list->step(1); return true;
        case Qt::Key_Up: m_list->step(-1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(); return true;
        default: return false;
    }
}

bool QuickFind::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_box && event->type() == QEvent::FocusOut) {
        // Whoever goes elsewhere in the window is done here; another window in front changes nothing.
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            close();
    } else if (watched == &m_box && event->type() == QEvent::KeyPress) {
        return pressed(static_cast<QKeyEvent*>(event)->key()) || QObject::eventFilter(watched, event);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace refrain::ui
