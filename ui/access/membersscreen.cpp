#include "ui/access/membersscreen.h"

#include "console/access/rolewords.h"
#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::Member;

MembersScreen::MembersScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : ListScreen({theme, clock, zone, desk}, new ListBody(theme, QStringLiteral("members"),
                                                          {{tr("Name")}, {tr("Role")}, {tr("Given by")}, {tr("Since")}},
                                                          {220, 120, 190, 130}, 0, nullptr)),
      m_members(desk.calls()),
      m_pane(new MemberPane(theme, desk.people()))
{
    setObjectName(QStringLiteral("membersScreen"));
    setWhatsThis(
        tr("Members\nWho may use this console, and what each may do. Who opts in or out in Slack needs no role. "
           "Every change here is in the activity log."));
    m_list->table().setAccessibleName(tr("Members"));
    m_list->setNone(QStringLiteral("people"), tr("Nobody has a role yet."));
    layOut(buildBar());
    connectPane();
    connect(m_list, &ListBody::chosenChanged, this, &MembersScreen::showChosen);
    connect(m_list, &ListBody::actionTriggered, this, &MembersScreen::load);
}

MembersScreen::~MembersScreen() = default;

QWidget* MembersScreen::buildBar()
{
    auto* bar = new QWidget(this);
    auto* give = new QPushButton(tr("Give somebody a role"), bar);
    give->setObjectName(QStringLiteral("newMember"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(give);
    row->addStretch();
    connect(give, &QPushButton::clicked, this, &MembersScreen::begin);
    return bar;
}

void MembersScreen::connectPane()
{
    connect(m_pane, &MemberPane::giveWanted, this, &MembersScreen::give);
    connect(m_pane, &MemberPane::changeWanted, this, &MembersScreen::change);
    connect(m_pane, &MemberPane::removeWanted, this, &MembersScreen::remove);
    connect(m_pane, &MemberPane::cancelWanted, this, [this] {
        if (m_list->chosen().isEmpty() && !m_rows.empty())
            m_list->choose(m_rows.front().id.toString());
        showChosen();
    });
}

bool MembersScreen::isOffered() const
{
    return m_desk.mayAdminister();
}

QWidget* MembersScreen::inspector()
{
    return m_pane;
}

void MembersScreen::load()
{
    showLoading();
    whenDone(m_members.list(), this, [this](const Result<std::vector<Member>>& members) {
        if (!hasCome(members))
            return;
        m_rows = *members;
        std::sort(m_rows.begin(), m_rows.end(), [](const Member& a, const Member& b) {
            return std::pair(a.name.toCaseFolded(), a.id.toString()) <
                   std::pair(b.name.toCaseFolded(), b.id.toString());
        });
        showRows();
    });
}

void MembersScreen::showRows()
{
    const int place = m_list->table().currentIndex().row();
    std::vector<TextRow> rows;
    for (const Member& member : m_rows) {
        const QString name = member.name.isEmpty() ? member.id.toString() : member.name;
        rows.push_back({member.id.toString(),
                        {{isSelf(member.id) ? tr("%1 (you)").arg(inSentence(name)) : name, Tone::Text, true, false,
                          member.id.toString()},
                         {console::roleName(member.role), Tone::Text, false, false, console::roleMeaning(member.role)},
                         {nameOf(member.grantedBy)},
                         {relativeTime(member.grantedAt, m_clock.now(), m_zone), Tone::Muted, false, true,
                          exactTime(member.grantedAt, m_zone)}}});
    }
    m_list->setRows(std::move(rows));
    emit countChanged(qint64(m_rows.size()));
    const bool isThere =
        std::any_of(m_rows.begin(), m_rows.end(), [this](const Member& member) { return member.id == m_wanted; });
    if (isThere)
        m_list->choose(std::exchange(m_wanted, {}).toString());
    // Who loses their role leaves the place to who comes next.
    if (m_list->chosen().isEmpty() && !m_pane->isNew() && !m_rows.empty())
        m_list->choose(m_rows[size_t(qBound(0, place, int(m_rows.size()) - 1))].id.toString());
    if (!m_pane->isNew())
        showChosen();
}

void MembersScreen::showChosen()
{
    const Member* member = chosen();
    if (!m_pane || !member) {
        if (m_pane)
            m_pane->showNothing();
        return;
    }
    MemberPane::Shown shown{*member,
                            member->id.toString(),
                            nameOf(member->grantedBy),
                            exactTime(member->grantedAt, m_zone),
                            isSelf(member->id),
                            false};
    if (const int row = m_desk.people().rowOf(member->id); row >= 0 && !m_desk.people().email(row).isEmpty())
        shown.about = m_desk.people().email(row) + QStringLiteral(" · ") + shown.about;
    const auto admins =
        std::count_if(m_rows.begin(), m_rows.end(), [](const Member& m) { return m.role == Role::Admin; });
    shown.isLastAdmin = member->role == Role::Admin && admins <= 1;
    m_pane->showMember(shown);
}

void MembersScreen::begin()
{
    m_list->choose({});
    emit inspectorWanted();
    m_pane->showNew();
}

void MembersScreen::give(const SubjectId& person, Role role)
{
    if (person.isEmpty())
        return;
    Member none;
    none.id = person;
    m_wanted = person;
    make(m_members.give(person, role), tr("%1 is %2 now.").arg(inSentence(nameOf(person)), console::roleName(role)),
         Back{none, false});
}

void MembersScreen::change(Role role)
{
    const Member* member = chosen();
    if (!member)
        return;
    const Member before = *member;
    const auto act = [this, before, role] {
        make(m_members.change(before.id, role),
             tr("%1 is %2 now.").arg(inSentence(nameOf(before.id)), console::roleName(role)),
             isSelf(before.id) ? std::nullopt : std::optional(Back{before, true}));
    };
    if (isSelf(before.id))
        askFirst(tr("Give up being admin?"), tr("Give it up"), act);
    else
        act();
}

void MembersScreen::remove()
{
    const Member* member = chosen();
    if (!member)
        return;
    const Member before = *member;
    const auto act = [this, before] {
        mainPane()->setFocus(Qt::OtherFocusReason);  // The button pressed would mean somebody else afterwards.
        make(m_members.remove(before.id), tr("%1 may no longer use Refrain.").arg(inSentence(nameOf(before.id))),
             isSelf(before.id) ? std::nullopt : std::optional(Back{before, true}));
    };
    if (isSelf(before.id))
        askFirst(tr("Take your own role away?"), tr("Take it away"), act);
    else
        act();
}

void MembersScreen::askFirst(const QString& headline, const QString& action, const std::function<void()>& act)
{
    auto* dialog = new ConfirmDialog(
        m_theme, {headline, tr("You cannot take that back yourself: another admin would have to."), action}, this);
    connect(dialog, &QDialog::accepted, this, act);
    dialog->open();
}

void MembersScreen::make(QFuture<Result<>> act, const QString& sentence, const std::optional<Back>& back)
{
    m_pane->setBusy(true);
    m_pane->setProblem({});
    whenDone(std::move(act), this, [this, sentence, back](const Result<>& done) {
        m_pane->setBusy(false);
        if (!done) {
            m_wanted = {};
            m_pane->setProblem(done.error().message());
            emit said(done.error().message());
            return;
        }
        m_back = back;
        emit said(back ? tr("%1 Ctrl+Z takes it back.").arg(sentence) : sentence);
        load();
    });
}

bool MembersScreen::undo()
{
    if (!m_back)
        return false;
    const Back back = *std::exchange(m_back, std::nullopt);
    const SubjectId id = back.member.id;
    const bool isThere = std::any_of(m_rows.begin(), m_rows.end(), [&](const Member& m) { return m.id == id; });
    const QString sentence = tr("%1: as it was before.").arg(inSentence(nameOf(id)));
    if (!back.wasMember)
        make(m_members.remove(id), sentence, std::nullopt);
    else if (isThere)
        make(m_members.change(id, back.member.role), sentence, std::nullopt);
    else
        make(m_members.give(id, back.member.role), sentence, std::nullopt);
    return true;
}

const Member* MembersScreen::chosen() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Member& member) { return member.id.toString() == m_list->chosen(); });
    return found == m_rows.end() ? nullptr : &*found;
}

QString MembersScreen::nameOf(const SubjectId& id) const
{
    return id.isEmpty() ? tr("first connection") : shownName(m_desk, id);
}

bool MembersScreen::isSelf(const SubjectId& id) const
{
    return id.toString() == m_desk.workspace().userId;
}

}  // namespace refrain::ui
