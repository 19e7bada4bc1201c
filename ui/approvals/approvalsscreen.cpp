#include "ui/approvals/approvalsscreen.h"

#include "console/desk/desk.h"
#include "ui/approvals/ruledialog.h"
#include "ui/bulk/bulkwords.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/labels.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace refrain::ui {

using console::ApprovalView;

namespace {

constexpr int followEvery = 700;

ApprovalWords wordsFor(console::Desk& desk)
{
    return ApprovalWords({[&desk](const CategorySlug& slug) {
                              const Category* category = desk.category(slug);
                              return category ? quotedTitle(*category) : slug.toString();
                          },
                          [&desk](const SubjectId& subject) { return inSentence(shownName(desk, subject)); }});
}

}  // namespace

ApprovalsScreen::ApprovalsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : ListScreen({theme, clock, zone, desk},
                 new ListBody(theme, QStringLiteral("approvals"),
                              {{tr("What")}, {tr("State")}, {tr("Expires")}, {tr("Asked by")}}, {320, 230, 100, 300}, 0,
                              nullptr)),
      m_words(wordsFor(desk)),
      m_pane(new ApprovalPane(theme, zone, m_words))
{
    setObjectName(QStringLiteral("approvalsScreen"));
    setWhatsThis(tr(
        "Approvals\nWhat is large, or overrides what people chose themselves, waits here for a second admin. Nothing "
        "of it is in force before, and the activity log names both."));
    m_list->table().setAccessibleName(tr("Requests for approval"));
    m_list->setNone(QStringLiteral("approvals"), tr("Nothing waits for approval, and nothing ever did."));
    layOut(buildBar());
    connectPane();
    connect(m_list, &ListBody::chosenChanged, this, &ApprovalsScreen::showChosen);
    connect(m_list, &ListBody::actionTriggered, this, &ApprovalsScreen::load);
    connect(&m_desk, &console::Desk::workspaceChanged, this, &ApprovalsScreen::showStanding);
    connect(&m_desk.approvals(), &console::Approvals::changed, this, [this] {
        showStanding();
        if (isVisible())
            load();
    });
    m_follow.setInterval(followEvery);
    m_follow.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, this, &ApprovalsScreen::load);
    showStanding();
}

ApprovalsScreen::~ApprovalsScreen() = default;

QWidget* ApprovalsScreen::buildBar()
{
    auto* bar = new QWidget(this);
    m_rule = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, bar);
    m_rule->setObjectName(QStringLiteral("approvalRule"));
    m_rule->setColour(&Theme::muted);
    m_changeRule = new QPushButton(tr("Change the rule…"), bar);
    m_changeRule->setObjectName(QStringLiteral("changeApprovalRule"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(m_rule, 1);
    row->addWidget(m_changeRule, 0, Qt::AlignTop);
    connect(m_changeRule, &QPushButton::clicked, this, &ApprovalsScreen::changeRule);
    return bar;
}

void ApprovalsScreen::connectPane()
{
    connect(m_pane, &ApprovalPane::approveWanted, this, &ApprovalsScreen::askApprove);
    connect(m_pane, &ApprovalPane::refuseWanted, this, [this](const QString& reason) { decide(false, reason); });
    connect(m_pane, &ApprovalPane::withdrawWanted, this, [this] {
        make(m_desk.approvals().withdraw(m_shown.approval.id), tr("Withdrawn. Nothing of it was done."));
    });
}

bool ApprovalsScreen::isOffered() const
{
    return m_desk.mayChange();
}

void ApprovalsScreen::reveal(const QString& id)
{
    m_wanted = id;
    load();
    emit inspectorWanted();
}

void ApprovalsScreen::showStanding()
{
    const console::Approvals& approvals = m_desk.approvals();
    m_rule->setText(ApprovalWords::rule(approvals.standing()));
    m_changeRule->setVisible(m_desk.mayAdminister());
    emit countChanged(approvals.forMe() > 0 ? approvals.forMe() : -1);
}

void ApprovalsScreen::load()
{
    showLoading();
    whenDone(m_desk.approvals().list(), this, [this](const Result<std::vector<ApprovalView>>& views) {
        if (!hasCome(views))
            return;
        m_rows = *views;
        std::stable_partition(m_rows.begin(), m_rows.end(), [](const ApprovalView& view) { return view.mayDecide; });
        showRows();
        const bool isDoing = std::any_of(m_rows.begin(), m_rows.end(), [](const ApprovalView& view) {
            return view.approval.state == ApprovalState::Applying;
        });
        if (isDoing && isVisible())
            m_follow.start();
    });
}

void ApprovalsScreen::showRows()
{
    std::vector<TextRow> rows;
    const Millis now = m_clock.now();
    for (const ApprovalView& view : m_rows) {
        const Approval& approval = view.approval;
        const bool isWaiting = approval.state == ApprovalState::Waiting;
        rows.push_back(
            {approval.id,
             {{m_words.title(view), Tone::Text, isWaiting, false, m_words.title(view)},
              {ApprovalWords::state(view), ApprovalWords::tone(view), view.mayDecide},
              {isWaiting ? tr("in %1", "a duration").arg(durationText(std::max(Millis(0), approval.expiresAt - now)))
                         : QString(),
               Tone::Muted, false, true, isWaiting ? exactTime(approval.expiresAt, m_zone) : QString()},
              {ApprovalWords::actor(approval.requester), Tone::Text, false, false,
               tr("Asked on %1").arg(exactTime(approval.requestedAt, m_zone))}}});
    }
    m_list->setRows(std::move(rows));
    if (!m_wanted.isEmpty())
        m_list->choose(std::exchange(m_wanted, {}));
    if (m_list->chosen().isEmpty() && !m_rows.empty())
        m_list->choose(m_rows.front().approval.id);
    else
        showChosen();
}

void ApprovalsScreen::showChosen()
{
    const ApprovalView* view = chosen();
    if (!m_pane)
        return;
    if (!view) {
        m_pane->showNothing();
        return;
    }
    const QString id = view->approval.id;
    whenDone(m_desk.approvals().find(id), this, [this, id](const Result<ApprovalView>& found) {
        if (!m_pane || m_list->chosen() != id)
            return;
        if (!found) {
            m_pane->setProblem(found.error().message());
            return;
        }
        m_shown = *found;
        m_pane->showApproval(m_shown);
    });
}

void ApprovalsScreen::askApprove(const QString& reason)
{
    const ApprovalWords::Note note = ApprovalWords::note(m_shown);
    QStringList text = m_words.lines(m_shown);
    if (note.isBad)
        text.prepend(note.headline + u' ' + note.text);
    text << tr("It is done as %1, and the activity log names you both.")
                .arg(inSentence(ApprovalWords::actor(m_shown.approval.requester)));
    auto* dialog = new ConfirmDialog(
        m_theme, {tr("Approve: %1?").arg(m_words.title(m_shown)), text.join(u'\n'), tr("Approve it")}, this);
    connect(dialog, &QDialog::accepted, this, [this, reason] { decide(true, reason); });
    dialog->open();
}

void ApprovalsScreen::decide(bool approve, const QString& reason)
{
    make(m_desk.approvals().decide(m_shown.approval.id, {approve, reason, m_shown.ground.digest}),
         approve ? tr("Approved: %1.").arg(m_words.title(m_shown)) : tr("Refused. Nothing of it was done."));
}

void ApprovalsScreen::make(QFuture<Result<ApprovalView>> act, const QString& sentence)
{
    m_pane->setBusy(true);
    m_pane->setProblem({});
    whenDone(std::move(act), this, [this, sentence](const Result<ApprovalView>& done) {
        m_pane->setBusy(false);
        emit said(done ? sentence : done.error().message());
        if (!done)
            m_pane->setProblem(done.error().message());
        m_desk.approvals().watch();
        load();
        if (isVisible() && done)
            mainPane()->setFocus(Qt::OtherFocusReason);  // the button that had it is gone
    });
}

void ApprovalsScreen::changeRule()
{
    const console::ApprovalStanding& standing = m_desk.approvals().standing();
    auto* dialog = new RuleDialog(m_theme, standing.policy, standing.active(), this);
    connect(dialog, &RuleDialog::saved, this, [this](const ApprovalPolicy& policy) {
        whenDone(m_desk.approvals().setPolicy(policy), this, [this](const Result<bool>& asked) {
            emit said(!asked   ? asked.error().message()
                      : *asked ? console::askedSentence()
                               : tr("The rule is in force."));
            m_desk.approvals().watch();
            load();
        });
    });
    dialog->open();
}

const ApprovalView* ApprovalsScreen::chosen() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const ApprovalView& view) { return view.approval.id == m_list->chosen(); });
    return found == m_rows.end() ? nullptr : &*found;
}

}  // namespace refrain::ui
