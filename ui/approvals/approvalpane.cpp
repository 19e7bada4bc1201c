#include "ui/approvals/approvalpane.h"

#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr int longestReason = 500;

}  // namespace

ApprovalPane::ApprovalPane(const Theme& theme, const QTimeZone& zone, ApprovalWords words, QWidget* parent)
    : RecordPane(theme, zone, QStringLiteral("approvalInspector"),
                 tr("Choose a request to see exactly what it would change, and to decide about it."), parent,
                 TextLabel::Fit::Wrapped),
      m_words(std::move(words))
{
    title().setObjectName(QStringLiteral("approvalTitle"));
    note().setObjectName(QStringLiteral("approvalNote"));
    setActions(buildActions(theme));
    showNothing();
}

QWidget* ApprovalPane::buildActions(const Theme& theme)
{
    auto* box = new QWidget(content());
    m_lines = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
    m_lines->setObjectName(QStringLiteral("approvalLines"));
    m_sample = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, box);
    m_sample->setObjectName(QStringLiteral("approvalSample"));
    m_sample->setColour(&Theme::muted);
    m_why = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
    m_why->setObjectName(QStringLiteral("approvalWhyNot"));
    m_why->setColour(&Theme::muted);
    m_problem = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
    m_problem->setObjectName(QStringLiteral("approvalProblem"));
    m_problem->setColour(&Theme::danger);
    m_reason = new QLineEdit(box);
    m_reason->setObjectName(QStringLiteral("approvalReason"));
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Why (needed to refuse)"));
    m_reason->setAccessibleName(tr("Why you approve or refuse it"));
    m_buttons = new QWidget(box);
    m_approve = new QPushButton(tr("Approve…"), m_buttons);
    m_approve->setObjectName(QStringLiteral("approveRequest"));
    m_approve->setProperty("primary", true);
    m_refuse = new QPushButton(tr("Refuse"), m_buttons);
    m_refuse->setObjectName(QStringLiteral("refuseRequest"));
    m_withdraw = new QPushButton(tr("Withdraw it"), m_buttons);
    m_withdraw->setObjectName(QStringLiteral("withdrawRequest"));
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton* button : {m_approve, m_refuse, m_withdraw})
        row->addWidget(button);
    row->addStretch();
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_lines, m_sample, m_why, m_reason, m_buttons, m_problem})
        layout->addWidget(part);
    connect(m_reason, &QLineEdit::textChanged, this, &ApprovalPane::updateButtons);
    connect(m_approve, &QPushButton::clicked, this, [this] { emit approveWanted(m_reason->text().trimmed()); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { emit refuseWanted(m_reason->text().trimmed()); });
    connect(m_withdraw, &QPushButton::clicked, this, &ApprovalPane::withdrawWanted);
    return box;
}

void ApprovalPane::showNothing()
{
    m_view = {};
    showContent(false);
}

void ApprovalPane::showApproval(const console::ApprovalView& view)
{
    const Approval& approval = view.approval;
    const bool another = approval.id != m_view.approval.id;
    m_view = view;
    title().setText(m_words.title(view));
    when().setText(tr("%1 asked for it on %2", "somebody, when")
                       .arg(ApprovalWords::actor(approval.requester), exactTime(approval.requestedAt, zone())));
    const ApprovalWords::Note words = ApprovalWords::note(view);
    note().setNote(words.headline, words.text, words.isBad ? &Theme::danger : &Theme::text);
    const auto setText = [](TextLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    setText(m_lines, m_words.lines(view).join(u'\n'));
    setText(m_sample, m_words.sample(view));
    setText(m_why, ApprovalWords::whyNot(view));
    const bool isWaiting = approval.state == ApprovalState::Waiting;
    const bool isSend = approval.kind == ApprovalKind::Send;
    facts().setFacts(
        {{isSend ? tr("Recipients") : tr("People"), approval.size > 0 ? grouped(approval.size) : QString()},
         {tr("State"), ApprovalWords::state(view)},
         {tr("Reason"), approval.reason},
         {tr("Expires"), isWaiting ? exactTime(approval.expiresAt, zone()) : QString()},
         {tr("Decided by"), approval.decider ? ApprovalWords::actor(*approval.decider) : QString()},
         {tr("Decided"), approval.decidedAt ? exactTime(*approval.decidedAt, zone()) : QString()},
         {tr("In force"),
          approval.changed > 0 && approval.kind != ApprovalKind::Import ? grouped(approval.changed) : QString()},
         {tr("Ticket"), approval.act.value(QLatin1String("ticket")).toString()},
         {tr("ID"), approval.id}});
    if (another) {
        m_reason->clear();
        setProblem({});
    }
    updateButtons();
    showContent(true);
}

void ApprovalPane::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButtons();
}

void ApprovalPane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ApprovalPane::updateButtons()
{
    const bool isWaiting = m_view.approval.state == ApprovalState::Waiting;
    const bool mayWithdraw = isWaiting && m_view.isMine;
    m_reason->setVisible(m_view.mayDecide);
    m_approve->setVisible(m_view.mayDecide);
    m_refuse->setVisible(m_view.mayDecide);
    m_withdraw->setVisible(mayWithdraw);
    m_buttons->setVisible(m_view.mayDecide || mayWithdraw);
    m_reason->setEnabled(!m_isBusy);
    m_approve->setEnabled(!m_isBusy && !m_view.ground.isGone);
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_refuse->setEnabled(!m_isBusy && hasReason);
    m_refuse->setToolTip(hasReason ? QString() : tr("Say why first: whoever asked for it reads this."));
    m_withdraw->setEnabled(!m_isBusy);
}

}  // namespace refrain::ui
