#include "console/desk/desk.h"

#include "base/log.h"
#include "console/desk/deskdata.h"
#include "console/local/localbackend.h"

#include <QUuid>

#include <utility>

namespace refrain::console {

Desk::Desk(DeskSetup setup, QObject* parent) : QObject(parent), d(std::make_unique<Data>(std::move(setup)))
{
    d->connectTo(*this);
    d->thread.setObjectName(QStringLiteral("engine"));
    d->thread.start();
}

Desk::~Desk()
{
    d->engine->disconnect(this);
    d->engine->post([](Engine& engine) { engine.close(); });
    d->thread.quit();
    d->thread.wait();
}

void Desk::start()
{
    d->engine->post([](Engine& engine) { engine.open(); });
    TokenStore& tokens = *d->setup.tokens;
    const QString account = d->setup.account.id;
    if (d->setup.grant) {
        const SignInGrant grant = *std::exchange(d->setup.grant, std::nullopt);
        tokens.write(account, grant.refreshToken, this, [](const Result<>&) {});
        d->engine->post([grant](Engine& engine) { engine.begin(grant); });
        return;
    }
    tokens.read(account, this, [this](const Result<std::optional<Secret>>& token) {
        if (token && *token) {
            d->engine->post([secret = **token](Engine& engine) { engine.begin(secret); });
            return;
        }
        // The keyring may just be locked: nothing is wiped on that account.
        d->connection = {
            ConnectionState::Kind::SessionEnded, d->setup.clock->now(),
            tr("No sign-in is stored for this workspace, or the keyring is locked. Sign in again, or unlock "
               "it and start Refrain anew.")};
        emit connectionChanged(d->connection);
        emit statusChanged();
    });
}

void Desk::follow(const LocalBackend& local)
{
    connect(&local, &LocalBackend::stateChanged, this, [this, &local](LocalBackend::State state) {
        if (state == LocalBackend::State::Ready)
            backendMoved(local.url(), local.launchSecret());
        else
            backendAway();
    });
}

void Desk::backendMoved(const QUrl& backend, const Secret& launchSecret)
{
    d->engine->post([backend, launchSecret](Engine& engine) { engine.setBackend(backend, launchSecret); });
}

void Desk::backendAway()
{
    d->engine->post([](Engine& engine) { engine.setBackendAway(); });
}

SubjectTable& Desk::people()
{
    return d->people;
}

SubjectTable& Desk::channels()
{
    return d->channels;
}

SubjectTable* Desk::tableOf(const SubjectId& subject)
{
    return d->changes.tableOf(subject);
}

const std::vector<Category>& Desk::categories() const
{
    return d->people.categories();
}

const std::vector<Category>& Desk::allCategories() const
{
    return d->allCategories;
}

const Category* Desk::category(const CategorySlug& slug) const
{
    for (const Category& category : d->allCategories) {
        if (category.slug == slug)
            return &category;
    }
    return nullptr;
}

const WorkspaceInfo& Desk::workspace() const
{
    return d->workspace;
}

Role Desk::role() const
{
    return d->workspace.role;
}

bool Desk::mayChange() const
{
    return role() == Role::Support || role() == Role::Sender || role() == Role::Admin;
}

bool Desk::needsReason() const
{
    return role() == Role::Support || role() == Role::Sender;
}

const ConnectionState& Desk::connection() const
{
    return d->connection;
}

const LoadProgress& Desk::progress() const
{
    return d->progress;
}

const Agreement& Desk::agreement() const
{
    return d->agreement;
}

std::vector<StatusSentence> Desk::statusSummary() const
{
    return d->summary();
}

Result<LocalChangeId> Desk::change(const ChangeOrder& order)
{
    return make(order, {});
}

Result<LocalChangeId> Desk::make(const ChangeOrder& order, const LocalChangeId& undoes)
{
    if (!mayChange())
        return Error::forbidden(
            tr("Your role here lets you look, not change. Ask an admin of this workspace's Refrain."));
    if (needsReason() && order.reason.trimmed().isEmpty())
        return Error::invalid(tr("Give a reason first: your role needs one with every change."),
                              QStringLiteral("/reason"));
    const auto before = d->changes.shown(order.subject, order.category);
    if (!before)
        return before.error();
    LocalChange change;
    change.after = order.wish.appliedTo(*before);
    if (change.after == *before)
        return Error::invalid(tr("That is so already; nothing was changed."));
    if (order.category == everyCategory() && change.after.state == PreferenceState::OptedIn)
        return Error::invalid(tr("All optional messages can be off or follow each category, not on as a whole."));
    change.id = LocalChangeId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    change.order = order;
    change.before = *before;
    change.madeAt = d->setup.clock->now();
    change.undoes = undoes;
    const SubjectTable* table = tableOf(order.subject);
    change.subjectName = table->name(table->rowOf(order.subject));
    const Category* known = category(order.category);
    change.categoryTitle = known ? known->title : order.category.toString();
    d->changes.take(change);
    if (undoes.isEmpty())
        d->engine->post([change](Engine& engine) { engine.submit(change); });
    else
        d->engine->post([change](Engine& engine) { engine.submitUndo(change); });
    tell(change);
    return change.id;
}

void Desk::tell(const LocalChange& change)
{
    emit changeUpdated(change);
    emit outboxChanged();
    emit undoTextChanged(undoText());
    emit statusChanged();
}

Result<LocalChangeId> Desk::undo(const LocalChangeId& id)
{
    const auto order = d->changes.undoOrder(id, d->setup.clock->now());
    if (!order)
        return order.error();
    return make(*order, id);
}

Result<LocalChangeId> Desk::undoLast()
{
    const LocalChangeId id = d->changes.lastUndoable(d->setup.clock->now());
    if (id.isEmpty())
        return Error::notFound(tr("There is nothing to undo."));
    return undo(id);
}

QString Desk::undoText() const
{
    return d->changes.undoText(d->setup.clock->now());
}

SubjectId Desk::undoSubject() const
{
    return d->changes.undoSubject(d->setup.clock->now());
}

void Desk::acknowledge(const LocalChangeId& id)
{
    const LocalChange* change = d->changes.find(id);
    if (!change || change->isOpen() || (change->stage == ChangeStage::Failed && change->kept))
        return;
    d->changes.remove(id);
    d->engine->post([id](Engine& engine) { engine.forget(id); });
    emit outboxChanged();
    emit statusChanged();
}

void Desk::acknowledge(const SubjectId& subject)
{
    for (const LocalChange& change : localChangesOf(subject))
        acknowledge(change.id);
}

const std::vector<LocalChange>& Desk::outbox() const
{
    return d->changes.listed();
}

std::vector<LocalChange> Desk::localChangesOf(const SubjectId& subject) const
{
    std::vector<LocalChange> found;
    for (const LocalChange& change : d->changes.listed()) {
        if (change.order.subject == subject)
            found.insert(found.begin(), change);
    }
    return found;
}

void Desk::retry()
{
    d->engine->post([](Engine& engine) { engine.retry({}); });
}

void Desk::retry(const LocalChangeId& id)
{
    d->engine->post([id](Engine& engine) { engine.retry(id); });
}

void Desk::discard(const LocalChangeId& id)
{
    d->engine->post([id](Engine& engine) { engine.discard(id); });
}

QFuture<Result<Category>> Desk::createCategory(const Category& category)
{
    return d->askCategories(
        [category](CategorySender& sender, const auto& answer) { sender.create(category, answer); });
}

QFuture<Result<Category>> Desk::editCategory(const Category& before, const Category& after)
{
    return d->askCategories(
        [before, after](CategorySender& sender, const auto& answer) { sender.edit(before, after, answer); });
}

QFuture<Result<SubjectDetail>> Desk::detail(const SubjectId& subject, const DetailAsk& ask)
{
    const auto promise = std::make_shared<QPromise<Result<SubjectDetail>>>();
    promise->start();
    d->engine->post([promise, subject, ask](Engine& engine) {
        const auto answer = [promise](const Result<SubjectDetail>& detail) {
            promise->addResult(detail);
            promise->finish();
        };
        if (engine.work())
            engine.work()->subjects.read(subject, ask, engine.hasContact(), answer);
        else
            answer(Error::unavailable(tr("Sign in again to see more.")));
    });
    return promise->future();
}

const std::vector<Exchange>& Desk::exchanges() const
{
    return d->exchanges;
}

void Desk::refreshExchanges()
{
    d->engine->post([](Engine& engine) {
        if (engine.work())
            engine.work()->workspace.readExchanges();
    });
}

QFuture<Result<>> Desk::syncDirectory()
{
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    d->engine->post([promise](Engine& engine) {
        const auto answer = [promise](const Result<>& asked) {
            promise->addResult(asked);
            promise->finish();
        };
        if (engine.work())
            engine.work()->workspace.syncDirectory(answer);
        else
            answer(Error::unavailable(tr("Sign in again to read the directory.")));
    });
    return promise->future();
}

void Desk::stopSync()
{
    d->engine->post([](Engine& engine) { engine.stopSync(); });
}

void Desk::continueSync()
{
    d->engine->post([](Engine& engine) { engine.continueSync(); });
}

void Desk::checkAgreement()
{
    d->engine->post([](Engine& engine) {
        if (engine.work())
            engine.work()->agreement.check();
    });
}

SavedViews& Desk::views()
{
    return d->views;
}

ViewCounts& Desk::viewCounts()
{
    return d->viewCounts;
}

Drafts& Desk::drafts()
{
    return d->drafts;
}

AuditReader& Desk::audit()
{
    return d->audit;
}

Approvals& Desk::approvals()
{
    return d->approvals;
}

BackendCalls& Desk::calls()
{
    return d->calls;
}

void Desk::signOut()
{
    d->setup.tokens->remove(d->setup.account.id, this, [](const Result<>&) {});
    d->engine->post([](Engine& engine) { engine.signOut(); });
}

}  // namespace refrain::console
