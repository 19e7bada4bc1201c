// What the Playbooks screen does: writing, publishing and taking back.

#include "console/desk/desk.h"
#include "console/desk/numbers.h"
#include "console/drafts/drafts.h"
#include "console/drafts/draftshapes.h"
#include "ui/categories/categorywords.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/recipientfield.h"
#include "ui/common/whendone.h"
#include "ui/notifications/notificationwords.h"
#include "ui/playbooks/playbookeditor.h"
#include "ui/playbooks/playbooksscreen.h"
#include "ui/playbooks/playbookwords.h"

#include <QStackedWidget>

#include <algorithm>

namespace refrain::ui {

using console::Playbook;
using console::PlaybookCopy;

std::function<void()> PlaybooksScreen::backToWritten()
{
    return [this, known = m_editor->playbook(), before = m_editor->before(), mine = m_editor->written()] {
        begin(known, before, mine);
        keepDraft();
    };
}

void PlaybooksScreen::keepDraft()
{
    m_desk.drafts().keep(name(), m_editor->draft());
}

void PlaybooksScreen::restoreDraft()
{
    const QJsonObject draft = m_desk.drafts().draft(name());
    if (m_restored || !isVisible() || !m_loaded || !m_desk.mayAdminister() || m_desk.categories().empty())
        return;
    m_restored = true;
    const PlaybookCopy before = console::playbookFromDraft(draft.value(QLatin1String("before")).toObject());
    const Playbook* known = playbook(before.playbook);
    if (!known || m_pages->currentWidget() == m_editor)
        return;
    begin(*known, before, console::playbookFromDraft(draft.value(QLatin1String("written")).toObject()));
    tellOfDraft();
}

void PlaybooksScreen::begin(const Playbook& known, const PlaybookCopy& before, const PlaybookCopy& written)
{
    m_editor->setCategories(m_desk.categories());
    m_editor->edit(known, before, written);
    m_pages->setCurrentWidget(m_editor);
    showWritten();
    emit besideWanted();
    m_editor->focusFirst();
}

void PlaybooksScreen::showWritten()
{
    if (!m_pane || m_pages->currentWidget() != m_editor)
        return;
    PlaybookPane::Shown shown = shownOf(m_editor->playbook(), m_editor->written());
    shown.isWritten = true;
    m_pane->show(shown);
    m_pane->setLanguage(m_editor->language());
}

void PlaybooksScreen::leaveEditor()
{
    m_desk.drafts().keep(name(), {});
    m_pages->setCurrentWidget(m_listPage);
    showCards();
    mainPane()->setFocus(Qt::OtherFocusReason);
}

void PlaybooksScreen::save(bool over)
{
    PlaybookCopy wish = m_editor->written();
    const bool isNew = wish.version == 0;
    if (isNew)
        wish.slug = freeSlug(suggestedSlug(wish.title));
    m_editor->clearProblems();
    m_editor->setBusy(true);
    const auto before = copy(wish.slug) ? std::optional(*copy(wish.slug)) : std::nullopt;
    const auto store = [this, isNew, before](const PlaybookCopy& written) {
        const PlaybookCopy* now = copy(written.slug);
        whenDone(isNew ? m_playbooks.create(written) : m_playbooks.save(written, now ? *now : written), this,
                 [this, isNew, before](const Result<PlaybookCopy>& stored) {
                     m_editor->setBusy(false);
                     if (!stored) {
                         m_editor->setProblem(stored.error());
                         return;
                     }
                     if (before && !isNew)
                         m_back = [this, before = *before, stored = *stored]() mutable {
                             before.version = stored.version;
                             run(m_playbooks.save(before, stored), tr("“%1” is as it was before.").arg(before.title),
                                 {});
                         };
                     keep(*stored);
                     m_chosen = QStringLiteral("copy:") + stored->slug;
                     leaveEditor();
                     emit said(isNew ? tr("“%1” is a draft now. Publish it when it is right.").arg(stored->title)
                                     : tr("“%1” is saved. Ctrl+Z takes it back.").arg(stored->title));
                     load();
                 });
    };
    if (!over) {
        store(wish);
        return;
    }
    whenDone(m_playbooks.copies(), this, [this, wish, store](const Result<std::vector<PlaybookCopy>>& copies) mutable {
        m_editor->setBusy(false);
        if (copies)
            m_copies = *copies;
        if (const PlaybookCopy* theirs = copy(wish.slug))
            wish.version = theirs->version;
        store(wish);
    });
}

void PlaybooksScreen::keep(const PlaybookCopy& stored)
{
    const auto known = std::find_if(m_copies.begin(), m_copies.end(),
                                    [&](const PlaybookCopy& own) { return own.slug == stored.slug; });
    if (known == m_copies.end())
        m_copies.push_back(stored);
    else
        *known = stored;
}

void PlaybooksScreen::publish()
{
    const PlaybookCopy* own = chosenCopy();
    const Playbook* known = own ? playbook(own->playbook) : nullptr;
    if (!known)
        return;
    const auto act = [this, slug = own->slug, title = own->title, announces = known->announces] {
        std::function<void()> back;
        if (!announces)
            back = [this, slug, title] {
                run(m_playbooks.unpublish(slug), tr("“%1” is a draft again.").arg(title), {});
            };
        run(m_playbooks.publish(slug),
            announces ? tr("The announcement was accepted; it goes out now.")
                      : tr("“%1” is published. Ctrl+Z takes it back.").arg(title),
            back);
    };
    if (known->announces) {
        m_pane->setBusy(true);
        whenDone(m_playbooks.reach(own->slug), this,
                 [this, known = *known, own = *own, act](const Result<console::AnnouncementReach>& reach) {
                     if (!m_pane)
                         return;
                     m_pane->setBusy(false);
                     m_pane->setProblem(reach ? QString() : reach.error().message());
                     if (reach)
                         askToAnnounce(known, own, *reach, act);
                 });
        return;
    }
    ask(tr("Publish “%1”?").arg(own->title),
        known->resubscribe ? libraryWords(known->description)
                           : tr("From then on everybody in the workspace reads these words. It can be unpublished."),
        tr("Publish it"), act);
}

void PlaybooksScreen::askToAnnounce(const Playbook& known, const PlaybookCopy& own,
                                    const console::AnnouncementReach& reach, const std::function<void()>& act)
{
    const Category* about = m_desk.category(own.about);
    const QString said = announcementText(known, own, about);
    const QString title = about ? titleOf(*about) : own.about.toString();
    const qint64 skipped = reach.total - reach.deliver;
    QStringList text{
        u'“' + said.simplified().left(200) + u'”', tr("It goes to: %1.").arg(recipientWords(m_desk, own.recipients)),
        skipped == 0 ? tr("Get it, as it stands now: %1. Nobody is skipped.").arg(console::grouped(reach.deliver))
                     : tr("Get it, as it stands now: %1. Skipped: %2, who turned “%3” off or cannot be "
                          "reached.")
                           .arg(console::grouped(reach.deliver), console::grouped(skipped), title),
        callsWords(console::calledTogether(said))};
    text.removeAll(QString());
    ask(tr("Send the announcement?"), text.join(QStringLiteral("\n\n")), tr("Send it"), act);
}

void PlaybooksScreen::unpublish()
{
    const PlaybookCopy* own = chosenCopy();
    const Playbook* known = own ? playbook(own->playbook) : nullptr;
    if (!known)
        return;
    const QString what = known->announces     ? tr("What has not gone out yet is not sent. Who got it keeps it.")
                         : known->resubscribe ? tr("Refrain's own words come back, and with the policy of before "
                                                   "everybody's way to return.")
                                              : tr("Refrain's own words come back. The draft stays.");
    ask(tr("Unpublish “%1”?").arg(own->title), what, tr("Unpublish it"),
        [this, slug = own->slug, title = own->title, announces = known->announces] {
            std::function<void()> back;
            if (!announces)
                back = [this, slug, title] {
                    run(m_playbooks.publish(slug), tr("“%1” is published again.").arg(title), {});
                };
            run(m_playbooks.unpublish(slug), tr("“%1” is a draft again.").arg(title), back);
        });
}

void PlaybooksScreen::test()
{
    const PlaybookCopy* own = chosenCopy();
    const Playbook* known = own ? playbook(own->playbook) : nullptr;
    if (!known)
        return;
    m_pane->setBusy(true);
    console::NotificationDraft draft;
    draft.category = own->about;
    draft.text = announcementText(*known, *own, m_desk.category(own->about));
    draft.recipients = {SubjectId(m_desk.workspace().userId)};
    whenDone(m_notifications.send(draft), this, [this](const Result<QString>& id) {
        if (!m_pane)
            return;
        m_pane->setBusy(false);
        m_pane->setProblem(id ? QString() : id.error().message());
        if (id)
            emit said(tr("It is on its way to you. If it looks right in Slack, publish it."));
    });
}

void PlaybooksScreen::ask(const QString& headline, const QString& text, const QString& action,
                          const std::function<void()>& act)
{
    auto* dialog = new ConfirmDialog(m_theme, {headline, text, action}, this);
    connect(dialog, &QDialog::accepted, this, [act] { act(); });
    dialog->open();
}

void PlaybooksScreen::run(QFuture<Result<PlaybookCopy>> act, const QString& sentence, std::function<void()> back)
{
    mainPane()->setFocus(Qt::OtherFocusReason);  // The button pressed may be gone afterwards.
    m_pane->setBusy(true);
    m_pane->setProblem({});
    whenDone(std::move(act), this, [this, sentence, back = std::move(back)](const Result<PlaybookCopy>& done) {
        if (!m_pane)
            return;
        m_pane->setBusy(false);
        if (!done) {
            m_pane->setProblem(done.error().message());
            emit said(done.error().message());
            return;
        }
        m_back = back;
        keep(*done);
        showCards();
        emit said(sentence);
        load();
    });
}

}  // namespace refrain::ui
