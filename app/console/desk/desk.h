#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "console/desk/deskstatus.h"
#include "console/desk/localchange.h"
#include "console/desk/subjectdetail.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace refrain::console {

class Approvals;
class AuditReader;
class BackendCalls;
class Drafts;
class LocalBackend;
class SavedViews;
class SubjectTable;
class ViewCounts;
struct DeskSetup;

/// One signed-in workspace, as the windows see it. UI thread only; whatever takes time happens on the engine's
/// thread, which the desk owns: no call blocks on disk or network.
///
/// It starts by loading the cache (tables fill before any network), then syncs, then follows the changes feed for as
/// long as it lives. Destroying it loses nothing: what waits is on disk.
class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(DeskSetup setup, QObject* parent = nullptr);
    ~Desk() override;

    /// Begins. Call once, after connecting to the signals.
    void start();

    /// Keeps to a backend on this computer over its ends and starts, by the two below. `local` outlives the desk.
    void follow(const LocalBackend& local);
    void backendMoved(const QUrl& backend, const Secret& launchSecret);
    void backendAway();  ///< Nothing is sent until backendMoved() says where it is.

    [[nodiscard]] SubjectTable& people();
    [[nodiscard]] SubjectTable& channels();
    /// The table that holds a subject, null where neither does.
    [[nodiscard]] SubjectTable* tableOf(const SubjectId& subject);
    /// All categories by position, archived ones and `*` excepted.
    [[nodiscard]] const std::vector<Category>& categories() const;
    /// All categories, archived ones and `*` too, by position.
    [[nodiscard]] const std::vector<Category>& allCategories() const;
    /// One of all categories; null where the slug is unknown. `*` gives its policy.
    [[nodiscard]] const Category* category(const CategorySlug& slug) const;

    [[nodiscard]] const WorkspaceInfo& workspace() const;
    [[nodiscard]] Role role() const;
    /// Admins alone set the workspace's rules: its categories.
    [[nodiscard]] bool mayAdminister() const { return role() == Role::Admin; }
    /// Support and above. A viewer's wishes are refused here with a sentence.
    [[nodiscard]] bool mayChange() const;
    /// Role support must give a reason with every change.
    [[nodiscard]] bool needsReason() const;

    [[nodiscard]] const ConnectionState& connection() const;
    [[nodiscard]] const LoadProgress& progress() const;
    [[nodiscard]] const Agreement& agreement() const;
    /// What the status line says, worst first; never empty.
    [[nodiscard]] std::vector<StatusSentence> statusSummary() const;

    // Changing

    /// Shows the wish at once inside a pending ring and sends it on its way; every step is told by changeUpdated.
    /// An error where it cannot even be tried: a viewer, a missing reason, nothing asked. Nothing is shown then.
    [[nodiscard]] Result<LocalChangeId> change(const ChangeOrder& order);
    /// Takes a change back by an opposite one, or removes it where it has not been sent. An error says why it cannot.
    [[nodiscard]] Result<LocalChangeId> undo(const LocalChangeId& id);
    /// Takes back the latest change of this run that can be; NotFound where there is none.
    [[nodiscard]] Result<LocalChangeId> undoLast();
    /// What undoLast() would take back, in words for a menu, and whose change that is; empty: nothing.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] SubjectId undoSubject() const;
    /// The refused change was looked at: its ring goes, and it leaves the list.
    void acknowledge(const LocalChangeId& id);
    void acknowledge(const SubjectId& subject);

    /// What waits, failed or was refused and not looked at, oldest first.
    [[nodiscard]] const std::vector<LocalChange>& outbox() const;
    /// The refused (or waiting) changes of one subject, newest first.
    [[nodiscard]] std::vector<LocalChange> localChangesOf(const SubjectId& subject) const;
    /// Tries all (or one) again now instead of at the next attempt.
    void retry();
    void retry(const LocalChangeId& id);
    /// Gives one up; where it may already have reached the backend the sentence on changeUpdated says so.
    void discard(const LocalChangeId& id);

    // The workspace's rules, for admins, through the backend alone. The answer is what is in force then, or why not.

    [[nodiscard]] QFuture<Result<Category>> createCategory(const Category& category);
    /// Refused where the category is no longer as `before`.
    [[nodiscard]] QFuture<Result<Category>> editCategory(const Category& before, const Category& after);

    // Asking

    /// State, provenance, history and linked accounts of one subject; from the cache where the backend is away.
    [[nodiscard]] QFuture<Result<SubjectDetail>> detail(const SubjectId& subject, const DetailAsk& ask = {});
    /// Exchanges, newest first, console with backend and backend with others together.
    [[nodiscard]] const std::vector<Exchange>& exchanges() const;
    void refreshExchanges();  ///< Asks the backend for its latest runs; exchangesChanged follows.
    /// Asks the backend to read the directory from Slack anew; exchangesChanged and workspaceChanged follow.
    [[nodiscard]] QFuture<Result<>> syncDirectory();
    /// Stops the directory's first fetch; continueSync() and the next start go on there. progressChanged follows.
    void stopSync();
    void continueSync();
    void checkAgreement();  ///< Compares digests now; agreementChanged follows.
    [[nodiscard]] AuditReader& audit();
    /// Filters that this person named, and how many rows each has.
    [[nodiscard]] SavedViews& views();
    [[nodiscard]] ViewCounts& viewCounts();
    [[nodiscard]] Drafts& drafts();        ///< What this person is in the middle of writing.
    [[nodiscard]] Approvals& approvals();  ///< What needs a second admin, and what waits for one.
    /// For roles, keys, links and messages: what only the backend has.
    [[nodiscard]] BackendCalls& calls();

    /// Ends the session here and at the backend, wipes the cache of people, keeps the outbox. Then SessionEnded.
    void signOut();

signals:
    void connectionChanged(const refrain::console::ConnectionState& state);
    void progressChanged(const refrain::console::LoadProgress& progress);
    void workspaceChanged(const refrain::console::WorkspaceInfo& workspace);
    void categoriesChanged();
    void changeUpdated(const refrain::console::LocalChange& change);
    void outboxChanged();
    void undoTextChanged(const QString& text);
    void exchangesChanged();
    void agreementChanged(const refrain::console::Agreement& agreement);
    void statusChanged();

private:
    struct Data;
    std::unique_ptr<Data> d;

    [[nodiscard]] Result<LocalChangeId> make(const ChangeOrder& order, const LocalChangeId& undoes);
    void tell(const LocalChange& change);
};

}  // namespace refrain::console
