#include "ui/people/subjectinspector.h"

#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/people/categoryrow.h"
#include "ui/people/historylist.h"
#include "ui/people/reasonform.h"
#include "ui/person/asofbar.h"
#include "ui/person/pastcell.h"
#include "ui/person/personmenu.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace refrain::ui {

namespace {

/// For so long another row's details may stand there, so that nothing jumps where the answer comes at once.
constexpr std::chrono::milliseconds patience{150};

}  // namespace

SubjectInspector::SubjectInspector(const Theme& theme, const Clock& clock, const QTimeZone& zone, const QString& name,
                                   QWidget* parent)
    : InspectorPane(theme, name + QStringLiteral("Inspector"),
                    tr("Choose a row to see what is sent there, what is not, and why."), parent),
      m_theme(theme),
      m_clock(clock),
      m_zone(zone)
{
    setFocusPolicy(Qt::NoFocus);
    build();
    showNothing();
}

void SubjectInspector::build()
{
    m_name = new TextLabel(m_theme, TextRole::Title, TextLabel::Fit::Elided, content());
    m_name->setObjectName(QStringLiteral("subjectName"));
    m_about = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content());
    m_about->setColour(&Theme::muted);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_namesakes = new QPushButton(content());
    m_namesakes->setObjectName(QStringLiteral("namesakes"));
    m_namesakes->setProperty("link", true);
    m_namesakes->setFont(fontFor(TextRole::Secondary));
    m_asOf = new AsOfBar(m_theme, m_clock, m_zone, content());
    m_note = new NoteBox(m_theme, content());
    m_rowLayout = new QVBoxLayout;
    m_rowLayout->setSpacing(0);
    m_form = new ReasonForm(m_theme, content());
    m_history = new HistoryList(m_theme, m_zone, content());
    m_linked = new QWidget(content());
    m_linkedLayout = new QVBoxLayout(m_linked);
    m_linkedLayout->setContentsMargins(0, 12, 0, 0);

    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(2);
    layout->addWidget(m_name);
    layout->addWidget(m_about);
    layout->addWidget(m_namesakes, 0, Qt::AlignLeft);
    layout->addSpacing(12);
    layout->addWidget(m_asOf);
    layout->addWidget(m_note);
    layout->addSpacing(8);
    layout->addLayout(m_rowLayout);
    layout->addWidget(m_form);
    layout->addWidget(buildActions());
    layout->addSpacing(12);
    layout->addWidget(m_history);
    layout->addWidget(m_linked);
    layout->addStretch();
    m_late.setSingleShot(true);
    m_late.setInterval(patience);
    connect(&m_late, &QTimer::timeout, this, [this] {
        clearDetail();
        emit detailLate();
    });
    connectParts();
}

void SubjectInspector::connectParts()
{
    connect(m_namesakes, &QPushButton::clicked, this, [this] { emit namesakesWanted(m_subject.name); });
    connect(m_asOf, &AsOfBar::momentChanged, this, &SubjectInspector::momentChanged);
    connect(m_history, &HistoryList::momentWanted, m_asOf, &AsOfBar::setMoment);
    connect(m_history, &HistoryList::receiptWanted, this, &SubjectInspector::receiptWanted);
    connect(m_history, &HistoryList::notificationWanted, this, &SubjectInspector::notificationWanted);
    connect(m_history, &HistoryList::runWanted, this, &SubjectInspector::runWanted);
    connect(m_history, &HistoryList::earlierWanted, this, &SubjectInspector::earlierWanted);
    connect(m_more, &PersonMenu::pageWanted, this, &SubjectInspector::pageWanted);
    connect(m_more, &PersonMenu::homeWanted, this, &SubjectInspector::homeWanted);
    connect(m_more, &PersonMenu::askWanted, this, &SubjectInspector::askWanted);
    connect(m_more, &PersonMenu::momentWanted, m_asOf, &AsOfBar::open);
    connect(m_more, &PersonMenu::linkCopyWanted, this, &SubjectInspector::linkCopyWanted);
    connect(m_more, &PersonMenu::receiptWanted, this, [this] { emit receiptWanted(m_more->receipt()); });
}

std::optional<Millis> SubjectInspector::moment() const
{
    return m_asOf->moment();
}

QWidget* SubjectInspector::buildActions()
{
    auto* row = new QWidget(content());
    m_stopAll = new QPushButton(tr("Stop all optional…"), row);
    m_stopAll->setObjectName(QStringLiteral("stopAll"));
    m_copyId = new QPushButton(tr("Copy ID"), row);
    m_copyId->setObjectName(QStringLiteral("copyId"));
    m_link = new QPushButton(tr("Opt-out link…"), row);
    m_link->setObjectName(QStringLiteral("optOutLink"));
    m_more = new PersonMenu(row);
    m_undo = new QPushButton(tr("Undo"), row);
    m_undo->setObjectName(QStringLiteral("undo"));
    // Several rows: in some languages one would make the whole pane wider.
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_stopAll, 0, 0, 1, 3, Qt::AlignLeft);
    layout->addWidget(m_copyId, 1, 0);
    layout->addWidget(m_link, 1, 1);
    layout->addWidget(m_more, 2, 0);
    layout->addWidget(m_undo, 2, 1, Qt::AlignLeft);
    layout->setColumnStretch(2, 1);
    m_stopAll->setWhatsThis(
        tr("Stop all optional messages\nTurns everything off that can be turned off, after asking. "
           "What is required still comes; the question names it."));
    m_copyId->setWhatsThis(tr("Copy ID\nPuts the Slack ID on the clipboard, for a ticket or a search."));
    m_link->setWhatsThis(tr(
        "Opt-out link\nMakes a link through which messages can be turned off here without signing in, and puts it on "
        "the clipboard."));
    m_undo->setWhatsThis(
        tr("Undo\nTakes back your latest change to this row. Ctrl+Z takes back your latest change to "
           "anybody."));
    connect(m_stopAll, &QPushButton::clicked, this, &SubjectInspector::stopAllWanted);
    connect(m_undo, &QPushButton::clicked, this, &SubjectInspector::undoWanted);
    connect(m_link, &QPushButton::clicked, this, &SubjectInspector::linkWanted);
    connect(m_copyId, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_subject.id.toString()); });
    return row;
}

void SubjectInspector::showNothing()
{
    m_subject = {};
    showContent(false);
}

void SubjectInspector::showSubject(const Subject& subject, int namesakes)
{
    const bool another = subject.id != m_subject.id;
    m_subject = subject;
    m_name->setText(console::Wording::nameOf(subject));
    m_about->setText(subjectLine(subject, m_clock.now()));
    m_namesakes->setVisible(namesakes > 1);
    m_namesakes->setText(subject.kind == SubjectKind::Channel ? tr("%n channels have this name", nullptr, namesakes)
                                                              : tr("%n people have this name", nullptr, namesakes));
    m_form->setAbout(subject.kind);
    showContent(true);
    if (!another)
        return;
    m_detail.reset();
    m_form->reset();
    m_asOf->reset();
    m_more->setReceipt({});
    m_late.start();
    m_history->clear();
    m_linked->hide();
    ensureVisible(0, 0);
}

void SubjectInspector::clearDetail()
{
    m_detail.reset();
    m_note->setNote({}, {});
    for (CategoryRow* row : m_rows)
        row->clearDetail();
    m_history->setEntries({}, tr("Being fetched."), false);
}

void SubjectInspector::showDetail(const console::SubjectDetail& detail, const CategorySlug& about)
{
    m_late.stop();
    m_detail = detail;
    m_noteAbout = about.isEmpty() ? mostTelling(detail) : about;
    showNote();
    showRows(detail);
    showActs();
    if (detail.asOf)
        return;  // What stands below is of all times.
    m_historyNext = detail.historyNext;
    m_history->setEntries(detail.history, detail.fromCache && m_online ? tr("Being fetched.") : detail.historyNote,
                          !m_historyNext.isEmpty());
    m_more->setReceipt(latestReceipt(detail));
    m_more->setHasHome(detail.subject.kind == SubjectKind::User);
    m_asOf->setChanges(choicesIn(detail));
    showLinked(detail);
}

void SubjectInspector::showEarlier(const console::SubjectDetail& detail)
{
    if (detail.subject.id != m_subject.id)
        return;
    m_historyNext = detail.historyNext;
    m_history->addEntries(detail.history, !m_historyNext.isEmpty());
}

void SubjectInspector::showFailure(const QString& sentence)
{
    if (m_late.isActive())
        clearDetail();
    m_late.stop();
    m_detail.reset();
    m_note->setNote(tr("The details could not be fetched."), sentence);
    m_history->clear();
}

void SubjectInspector::setContact(bool online, const QString& since)
{
    m_online = online;
    m_lastContact = since;
    if (m_detail)
        showNote();
}

void SubjectInspector::showNote()
{
    const std::vector<console::CategoryDetail>& all = m_detail->categories;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const console::CategoryDetail& c) { return c.category.slug == m_noteAbout; });
    const QString then = m_detail->asOf ? console::Wording(m_zone).exactTime(*m_detail->asOf) : QString();
    if (found == all.end()) {
        m_note->setNote(then.isEmpty() ? QString() : tr("Nothing is known of %1.").arg(then),
                        tr("What Refrain remembers of this workspace begins later."));
        return;
    }
    QStringList words{found->why};
    if (!then.isEmpty())
        words.prepend(tr("At %1.").arg(then));
    else if (!m_online)
        words.prepend(m_lastContact.isEmpty() ? tr("There was no contact with the backend yet.")
                                              : tr("No contact with the backend since %1.").arg(m_lastContact));
    else if (m_detail->fromCache)
        words.prepend(tr("The backend has not answered yet; this is what was known here."));
    m_note->setNote(verdict(*found, m_online && !m_detail->fromCache), words.join(u' ').trimmed());
}

void SubjectInspector::showRows(const console::SubjectDetail& detail)
{
    while (m_rows.size() > qsizetype(detail.categories.size()))
        delete m_rows.takeLast();
    while (m_rows.size() < qsizetype(detail.categories.size())) {
        auto* row = new CategoryRow(m_theme, m_zone, content());
        connect(row, &CategoryRow::activated, this, &SubjectInspector::toggleWanted);
        m_rowLayout->addWidget(row);
        m_rows << row;
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setDetail(detail.categories[size_t(i)]);
    if (detail.asOf)
        showPastRows(detail);
    else
        setCells(m_cells);
}

void SubjectInspector::showPastRows(const console::SubjectDetail& detail)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setProblem({});
        m_rows.at(i)->setCell(pastCell(detail.categories[size_t(i)]));
        m_rows.at(i)->setChangeable(false);
    }
    m_stopAll->hide();
}

void SubjectInspector::setCells(const QHash<CategorySlug, console::Cell>& cells)
{
    m_cells = cells;
    if (m_detail && m_detail->asOf)
        return;  // These are of now.
    for (CategoryRow* row : m_rows) {
        row->setChangeable(true);
        if (const auto found = cells.find(row->category()); found != cells.end())
            row->setCell(*found);
    }
    if (const auto all = cells.find(everyCategory()); all != cells.end()) {
        m_stopAll->setVisible(all->delivers && !all->unreachable);
        m_isReachable = !all->unreachable;
        showActs();
    }
}

void SubjectInspector::showActs()
{
    const bool isNow = !(m_detail && m_detail->asOf);  // Nothing of the past can be changed.
    m_form->setVisible(m_mayChange && m_isReachable && isNow);
    m_link->setVisible(m_mayChange && m_isReachable);
    m_undo->setVisible(isNow && !m_undo->toolTip().isEmpty());
}

void SubjectInspector::setProblems(const QHash<CategorySlug, QString>& problems)
{
    for (CategoryRow* row : m_rows)
        row->setProblem(problems.value(row->category()));
}

void SubjectInspector::setUndoText(const QString& text)
{
    m_undo->setToolTip(text.toHtmlEscaped());
    m_undo->setAccessibleDescription(text);
    showActs();
}

void SubjectInspector::setMayChange(bool may)
{
    m_mayChange = may;
    m_stopAll->setEnabled(may);
    showActs();
}

void SubjectInspector::showLinked(const console::SubjectDetail& detail)
{
    while (QLayoutItem* item = m_linkedLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_linked->setVisible(!detail.linked.empty());
    if (detail.linked.empty())
        return;
    auto* heading = new TextLabel(m_theme, TextRole::Heading, TextLabel::Fit::Wrapped, m_linked);
    heading->setText(tr("Also this person"));
    m_linkedLayout->addWidget(heading);
    for (const Subject& other : detail.linked) {
        const QString label = (other.name.isEmpty() ? other.id.toString() : other.name) + QStringLiteral(" · ") +
                              (other.email.isEmpty() ? other.id.toString() : other.email);
        auto* link = new QPushButton(QString(label).replace(u'&', QStringLiteral("&&")), m_linked);
        link->setObjectName(QStringLiteral("linked-") + other.id.toString());
        link->setProperty("link", true);
        connect(link, &QPushButton::clicked, this, [this, id = other.id] { emit subjectWanted(id); });
        m_linkedLayout->addWidget(link, 0, Qt::AlignLeft);
    }
}

}  // namespace refrain::ui
