#include "ui/notifications/composer.h"

#include "console/approvals/approvals.h"
#include "console/desk/desk.h"
#include "console/drafts/drafts.h"
#include "console/table/subjecttable.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/notifications/notificationwords.h"
#include "ui/notifications/previewpane.h"

#include <QUuid>

namespace refrain::ui {

using console::NotificationDetail;
using console::RecipientList;

namespace {

const QString draftName = QStringLiteral("notification");

}  // namespace

Composer::Composer(const Theme& theme, console::Desk& desk, ComposePage& page, PreviewPane& pane, QWidget* window)
    : QObject(window),
      m_theme(theme),
      m_desk(desk),
      m_page(page),
      m_pane(pane),
      m_window(window),
      m_notifications(desk.calls()),
      m_cancelled(std::make_shared<std::atomic_bool>(false))
{
    m_resolveSoon.setSingleShot(true);
    m_resolveSoon.setInterval(200);
    connect(&m_resolveSoon, &QTimer::timeout, this, &Composer::resolve);
    connect(&m_desk, &console::Desk::categoriesChanged, this, [this] { m_page.setCategories(m_desk.categories()); });
    connectPage();
}

Composer::~Composer()
{
    *m_cancelled = true;
}

void Composer::connectPage()
{
    connect(&m_page, &ComposePage::recipientsEdited, this, [this] {
        m_isPreviewed = false;
        m_key.clear();
        keepDraft();
        update();
        m_resolveSoon.start();
    });
    connect(&m_page, &ComposePage::edited, this, &Composer::changed);
    connect(&m_page.message(), &MessageField::renderWanted, this, &Composer::render);
    connect(&m_page, &ComposePage::testWanted, this, &Composer::sendTest);
    connect(&m_page, &ComposePage::sendWanted, this, &Composer::ask);
    connect(&m_page, &ComposePage::cancelWanted, this, [this] {
        m_thrownAway = m_page.written();
        m_page.setWritten({});
        emit left();
        if (!m_thrownAway.isEmpty())
            emit said(tr("The message was thrown away. Ctrl+Z brings it back."));
    });
}

bool Composer::undo()
{
    if (m_thrownAway.isEmpty())
        return false;
    m_page.setWritten(std::exchange(m_thrownAway, {}));
    return true;
}

void Composer::keepDraft()
{
    QJsonObject draft = m_page.written().draft();
    if (!draft.isEmpty() && !m_key.isEmpty())
        draft.insert(QStringLiteral("key"), QString::fromLatin1(m_key));
    m_desk.drafts().keep(draftName, draft);
}

bool Composer::restore()
{
    const QJsonObject draft = m_desk.drafts().draft(draftName);
    if (m_restored || m_desk.categories().empty())
        return false;
    m_restored = true;
    if (draft.isEmpty() || !m_page.written().isEmpty())
        return false;
    m_page.setCategories(m_desk.categories());
    m_page.setWritten(ComposePage::Written::fromDraft(draft));
    m_key = draft.value(QLatin1String("key")).toString().toLatin1();
    keepDraft();
    return true;
}

void Composer::begin()
{
    m_page.setCategories(m_desk.categories());
    whenDone(m_notifications.templates(), this, [this](const Result<std::vector<console::MessageTemplate>>& known) {
        if (!known)
            return;
        m_page.message().setTemplates(*known);
        m_page.message().useTemplate(std::exchange(m_wantedTemplate, {}));
    });
    resolve();
}

void Composer::useTemplate(const QString& slug)
{
    // The list of them may be on its way.
    if (!m_page.message().useTemplate(slug))
        m_wantedTemplate = slug;
}

void Composer::render()
{
    const MessageField::Written written = m_page.message().written();
    whenDone(m_notifications.render(written.templateSlug, *m_page.message().data()), this,
             [this, written](const Result<QString>& text) {
                 if (m_page.message().written() != written)
                     return;
                 m_page.message().setRendered(text);
                 update();
             });
}

void Composer::changed()
{
    m_test = Test::None;
    m_key.clear();
    keepDraft();
    m_page.setProblem({});
    preview();
}

void Composer::resolve()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const QString text = m_page.toText();
    QFuture<RecipientList> found;
    switch (m_page.to()) {
        case ComposePage::To::People:
            found = console::recipientsMatching(text, m_desk.people().snapshot(), m_cancelled);
            break;
        case ComposePage::To::Channels:
            found = console::recipientsMatching(text, m_desk.channels().snapshot(), m_cancelled);
            break;
        case ComposePage::To::List:
            found = console::recipientsListed(text, {m_desk.people().snapshot(), m_desk.channels().snapshot()},
                                              m_cancelled);
            break;
    }
    whenDone(std::move(found), this, [this, mine = m_cancelled](const RecipientList& list) {
        if (!*mine)
            takeRecipients(list);
    });
}

void Composer::takeRecipients(const RecipientList& list)
{
    m_list = list;
    QStringList trouble;
    if (!list.hint.isEmpty())
        trouble << list.hint;
    trouble << leftOutText(list, 5) << beyondText();
    trouble.removeAll(QString());
    m_page.setTrouble(trouble.join(u'\n'));
    preview();
}

QString Composer::beyondText() const
{
    return m_list.beyond > 0
               ? tr("One message goes to 100,000 at most: %1 more are left out.").arg(grouped(m_list.beyond))
               : QString();
}

void Composer::preview()
{
    const quint64 generation = ++m_generation;
    m_isPreviewed = false;
    if (m_list.ids.empty() || m_page.category().isEmpty()) {
        m_pane.showSentence(tr("Nobody yet."), tr("Say to whom it goes, and you see here who gets it."));
        update();
        return;
    }
    update();
    whenDone(m_notifications.preview(m_page.category(), m_list.ids), this,
             [this, generation](const Result<console::Preview>& preview) {
                 if (generation != m_generation)
                     return;
                 m_isPreviewed = preview.ok();
                 if (preview)
                     m_pane.showPreview(*preview);
                 else
                     m_pane.showSentence(tr("It is not known who would get it."), preview.error().message());
                 update();
             });
}

void Composer::update()
{
    const auto count = qint64(m_list.ids.size());
    const bool needsTest = count > many;
    QString words =
        count > 0 ? tr("%1 recipient(s)", nullptr, int(count)).arg(grouped(count)) : tr("Nobody is named yet.");
    if (m_isPreviewed && m_pane.skipped() > 0)
        words += tr(", %1 skipped").arg(grouped(m_pane.skipped()));
    if (needsApproval())
        words += u'\n' + tr("Needs a second admin's approval.");
    m_page.setRecipientsText(words, m_isPreviewed);
    const bool isReady = m_isPreviewed && m_pane.delivered() > 0 && !m_resolveSoon.isActive();
    m_page.setSend(isReady ? tr("Send to %1…").arg(grouped(m_pane.delivered())) : tr("Send…"),
                   isReady && (!needsTest || m_test == Test::Passed));
    updateTest();
}

void Composer::updateTest()
{
    if (qint64(m_list.ids.size()) <= many) {
        m_page.setTest({}, {}, false);
        return;
    }
    switch (m_test) {
        case Test::None:
            m_page.setTest(
                tr("Look at it first."),
                m_testWords + tr("It goes to more than %1, so it has to go to you alone once: the same text, the "
                                 "same category. Then it can be sent to all.")
                                  .arg(many),
                true);
            break;
        case Test::Underway: m_page.setTest(tr("It is on its way to you."), {}, true); break;
        case Test::Passed: m_page.setTest(m_testWords, tr("If it looks right, send it to all."), false); break;
    }
}

console::NotificationDraft Composer::draft(std::vector<SubjectId> recipients)
{
    const MessageField::Written written = m_page.message().written();
    return {m_page.category(),     written.text,
            written.templateSlug,  m_page.message().data().value_or(QJsonObject()),
            std::move(recipients), {}};
}

void Composer::sendTest()
{
    if (m_test == Test::Underway)
        return;
    m_page.setBusy(true);
    m_page.setProblem({});
    m_testWords.clear();
    const MessageField::Written text = m_page.message().written();
    whenDone(m_notifications.send(draft({SubjectId(m_desk.workspace().userId)})), this,
             [this, text](const Result<QString>& id) {
                 m_page.setBusy(false);
                 if (!id) {
                     m_page.setProblem(id.error().message());
                     return;
                 }
                 if (m_page.message().written() != text)
                     return;  // It was a test of another text.
                 m_test = Test::Underway;
                 update();
                 followTest(*id);
             });
}

void Composer::followTest(const QString& id)
{
    whenDone(m_notifications.read(id, {}, 1), this, [this, id](const Result<NotificationDetail>& detail) {
        if (m_test != Test::Underway)
            return;
        if (detail && isOver(detail->sent.notification.state)) {
            takeTest(*detail);
            return;
        }
        QTimer::singleShot(500, this, [this, id] { followTest(id); });
    });
}

void Composer::takeTest(const NotificationDetail& detail)
{
    const console::RecipientFate fate =
        detail.recipients.empty() ? console::RecipientFate() : detail.recipients.front();
    m_test = Test::None;
    if (fate.outcome == RecipientOutcome::Sent) {
        m_test = Test::Passed;
        m_testWords = tr("You have it in Slack.");
    } else if (fate.outcome == RecipientOutcome::Skipped) {
        m_test = Test::Passed;
        m_testWords = tr("You do not get these yourself.");
    } else {
        m_page.setProblem(tr("The test message did not arrive: %1").arg(fateWords(fate, {})));
    }
    update();
}

bool Composer::needsApproval() const
{
    PlannedAct act{PlannedAct::Sort::Send};
    act.people = qint64(m_list.ids.size());
    return m_desk.approvals().needs(act);
}

void Composer::ask()
{
    const QString category = m_desk.category(m_page.category()) ? m_desk.category(m_page.category())->title : QString();
    QStringList text{u'“' + m_page.message().shownText().simplified().left(160) + u'”',
                     tr("It goes out as “%1”. Each is asked about once more when the turn comes.").arg(category)};
    if (m_pane.skipped() > 0)
        text << tr("%1 recipient(s) are skipped, as it stands now.", nullptr, int(m_pane.skipped()))
                    .arg(grouped(m_pane.skipped()));
    text << m_page.message().callsText() << leftOutText(m_list, 3) << beyondText();
    if (needsApproval())
        text << console::needsApprovalSentence();
    text.removeAll(QString());
    auto* dialog = new ConfirmDialog(
        m_theme,
        {tr("Send this to %1 recipient(s)?", nullptr, int(m_pane.delivered())).arg(grouped(m_pane.delivered())),
         text.join(QStringLiteral("\n\n")), needsApproval() ? tr("Send for approval") : tr("Send it")},
        m_window);
    connect(dialog, &QDialog::accepted, this, &Composer::send);
    dialog->open();
}

void Composer::send()
{
    // Pressed again after an answer that was lost, it is still the same message.
    if (m_key.isEmpty())
        m_key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    keepDraft();  // Sent once more after an end of the program, it is the same message too.
    console::NotificationDraft message = draft(m_list.ids);
    message.key = m_key;
    m_page.setBusy(true);
    m_page.setProblem({});
    const bool isAsked = needsApproval();
    whenDone(m_notifications.send(message), this, [this, isAsked](const Result<QString>& id) {
        m_page.setBusy(false);
        if (!id) {
            m_page.setProblem(id.error().message());
            emit said(id.error().message());
            return;
        }
        m_page.setWritten({});
        m_thrownAway = {};
        emit said(isAsked ? tr("Sent for approval. Nothing goes out until a second admin approves.")
                          : tr("The message was accepted. The list shows how far it is."));
        emit sent(*id);
    });
}

}  // namespace refrain::ui
