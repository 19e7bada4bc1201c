#include "ui/activity/logpanel.h"

#include "console/audit/logpins.h"
#include "console/desk/desk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace refrain::ui {

using console::LogState;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogPanel)
};

QColor Theme::*colourOf(Tone tone)
{
    return tone == Tone::Good ? &Theme::in : tone == Tone::Danger ? &Theme::danger : &Theme::muted;
}

}  // namespace

LogLine logLine(const LogState& state, console::ConnectionState::Kind connection, qint64 newest, const QTimeZone& zone)
{
    using Kind = LogState::Kind;
    if (state.kind == Kind::Rewritten)
        return {state.sentence, Tone::Danger};
    if (!state.checkedAt) {
        if (state.kind == Kind::Checking && state.size > 0)
            return {Text::tr("Checking the log: %1 of %2 entries.").arg(grouped(state.verified), grouped(state.size)),
                    Tone::Muted};
        return {state.sentence.isEmpty() ? Text::tr("The log has not been checked yet.") : state.sentence, Tone::Muted};
    }
    const QString covered = Text::tr("Entries up to %1 were recomputed here and equal the signed root, checked %2.")
                                .arg(grouped(state.verified - 1), shortTime(*state.checkedAt, zone));
    const qint64 newer = newest - (state.verified - 1);
    if (state.verified == 0)
        return {Text::tr("The log is empty."), Tone::Muted};
    if (newer > 0)
        return {
            covered + u' ' +
                Text::tr("%1 newer entries shown here are not checked yet.", nullptr, int(newer)).arg(grouped(newer)),
            Tone::Muted};
    const bool holdsNow = connection == console::ConnectionState::Kind::Online && state.kind != Kind::Offline;
    return {covered, holdsNow ? Tone::Good : Tone::Muted};
}

LogPanel::LogPanel(const Theme& theme, const QTimeZone& zone, console::Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_zone(zone),
      m_desk(desk),
      m_audit(desk.audit()),
      m_line(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Elided, this)),
      m_verify(new QPushButton(tr("Check now"), this)),
      m_alarm(new QWidget(this)),
      m_note(new NoteBox(theme, m_alarm)),
      m_trust(new QPushButton(tr("Trust the new log from now on…"), m_alarm)),
      m_evidence(new QPushButton(tr("Save the evidence…"), m_alarm))
{
    build();
    connect(m_verify, &QPushButton::clicked, this, [this] { m_audit.verify(); });
    connect(m_trust, &QPushButton::clicked, this, &LogPanel::askTrust);
    connect(m_evidence, &QPushButton::clicked, this, &LogPanel::chooseEvidence);
    connect(&m_audit, &console::AuditReader::stateChanged, this, &LogPanel::refresh);
    connect(&desk, &console::Desk::connectionChanged, this, &LogPanel::refresh);
    connect(&desk, &console::Desk::workspaceChanged, this, &LogPanel::refresh);
    refresh();
}

void LogPanel::build()
{
    m_line->setObjectName(QStringLiteral("logState"));
    m_verify->setObjectName(QStringLiteral("verifyLog"));
    m_trust->setObjectName(QStringLiteral("trustNewLog"));
    m_evidence->setObjectName(QStringLiteral("saveEvidence"));
    m_alarm->setObjectName(QStringLiteral("logAlarm"));
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_line, 1);
    row->addWidget(m_verify);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_evidence);
    buttons->addWidget(m_trust);
    buttons->addStretch();
    auto* alarm = new QVBoxLayout(m_alarm);
    alarm->setContentsMargins(0, 0, 0, 4);
    alarm->setSpacing(8);
    alarm->addWidget(m_note);
    alarm->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_alarm);
}

void LogPanel::setNewest(qint64 index)
{
    const bool isNew = index > m_newest;
    m_newest = index;
    if (isNew && m_audit.state().verified <= index)
        m_audit.verify();
    refresh();
}

void LogPanel::refresh()
{
    const LogState& state = m_audit.state();
    const LogLine line = logLine(state, m_desk.connection().kind, m_newest, m_zone);
    m_line->setText(line.text);
    m_line->setColour(colourOf(line.tone));
    m_line->setToolTip(state.root.isEmpty() ? line.text : line.text + u'\n' + tr("Root %1").arg(state.root));
    const bool isAlarm = state.kind == LogState::Kind::Rewritten;
    m_line->setVisible(!isAlarm);
    m_verify->setVisible(!isAlarm);
    m_verify->setEnabled(state.kind != LogState::Kind::Checking);
    m_alarm->setVisible(isAlarm);
    if (isAlarm)
        showAlarm(state);
}

void LogPanel::showAlarm(const LogState& state)
{
    const bool isKey = !state.offeredKey.isEmpty();
    m_trust->setVisible(isKey);
    if (!isKey) {
        m_note->setNote(state.sentence,
                        tr("The log is signed by the key that this console knows, so this is no new installation. "
                           "Nothing here can make it good: save the evidence and give it to whoever is responsible "
                           "for the backend."),
                        &Theme::danger);
        return;
    }
    m_note->setNote(
        state.sentence,
        tr("Either the backend was installed anew, or somebody replaced its history. Ask whoever runs it which, and "
           "compare the fingerprints. Until then do not rely on the history.\n"
           "Known here: %1\nThe backend's now: %2")
            .arg(console::keyFingerprint(state.knownKey), console::keyFingerprint(state.offeredKey)),
        &Theme::danger);
}

void LogPanel::askTrust()
{
    const LogState state = m_audit.state();
    ConfirmDialog::Question question;
    question.headline = tr("Trust the new log from now on?");
    question.text =
        tr("Do this only if you know that the backend was installed anew, and its own log shows the key\n%1\n"
           "What this console saw under the old key stays on record on this computer, and can be saved as "
           "evidence.")
            .arg(console::keyFingerprint(state.offeredKey));
    if (m_desk.role() != Role::Admin)
        question.text.prepend(tr("Ask an admin of this workspace first: they see the same fingerprints.") + u'\n');
    question.action = tr("Trust the new log");
    auto* dialog = new ConfirmDialog(m_theme, question, this);
    connect(dialog, &QDialog::accepted, this, [this, key = state.offeredKey] { m_audit.trustNewLog(key); });
    dialog->open();
}

void LogPanel::chooseEvidence()
{
    auto* dialog = new QFileDialog(this, tr("Save the evidence"), QString(), tr("JSON files (*.json)"));
    dialog->setObjectName(QStringLiteral("evidenceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("refrain-log-evidence.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        whenDone(m_audit.saveEvidence(path), this, [this, path](const Result<>& saved) {
            emit said(saved ? tr("The evidence was saved in %1.").arg(path) : saved.error().message());
        });
    });
    dialog->open();
}

}  // namespace refrain::ui
