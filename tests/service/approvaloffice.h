#pragma once

#include "service/approvals/approvaldesk.h"
#include "service/approvals/guardedwriter.h"
#include "store/apikeystore.h"
#include "store/categorystore.h"
#include "store/memberstore.h"
#include "store/preferencestore.h"
#include "tests/service/record.h"

namespace refrain::test {

using namespace refrain::service;

/// The record with the admins Ann (A1) and Bea (B1), who approve above 25 people.
struct Office : Record {
    explicit Office(int people = 60) : Record(people)
    {
        addAdmin("A1");
        addAdmin("B1");
        ApprovalPolicy policy;
        policy.above = 25;
        if (!guarded.setPolicy(workspace, wire::toJson(policy), by("A1")))
            qFatal("no policy");
    }

    void addAdmin(const char* id, const char* grantedBy = "", Millis at = 0)
    {
        const auto done = pool.write<void>([&](store::Database& database) {
            return store::MemberStore(database).put(workspace, {QString::fromLatin1(id), QString::fromLatin1(id),
                                                                Role::Admin, QString::fromLatin1(grantedBy), at});
        });
        if (!done)
            qFatal("no admin");
    }

    static EditContext by(const char* id)
    {
        const QString user = QString::fromLatin1(id);
        const QString name = user == QLatin1String("A1") ? QStringLiteral("Ann") : QStringLiteral("Bea");
        return {Source::Console, {ActorKind::ConsoleUser, user, name}, QStringLiteral("a good reason"), {}};
    }
    static ApprovalDesk::Asker asker(const char* id) { return {by(id).actor, true}; }

    /// People U0 to U`count`-1 opted out of reminders.
    static ChangePlan optOut(int count)
    {
        ChangePlan plan;
        plan.isBulk = true;
        for (int i = 0; i < count; ++i)
            plan.requests.push_back(wish(qPrintable(QStringLiteral("U%1").arg(i)), "reminders", "opted_out"));
        return plan;
    }

    Approval asked(int count)
    {
        const auto guardedBatch = guarded.change(workspace, optOut(count), by("A1"));
        if (!guardedBatch || !guardedBatch->approval)
            qFatal("nobody was asked");
        return *guardedBatch->approval;
    }

    Result<service::ApprovalDesk::Decided> approve(const Approval& approval, const char* id, const QString& digest = {})
    {
        return approvals.decide({workspace, approval.id}, {true, {}, digest}, by(id));
    }

    Approval now(const Approval& approval) { return approvals.find({workspace, approval.id}, asker("B1"))->approval; }

    PreferenceState stateOf(const char* subject, const char* category = "reminders")
    {
        return store::PreferenceStore(db())
            .find(workspace, SubjectId(QString::fromLatin1(subject)), CategorySlug(QString::fromLatin1(category)))
            ->state;
    }

    int outOf(const char* category, int people)
    {
        int count = 0;
        for (int i = 0; i < people; ++i)
            count += stateOf(qPrintable(QStringLiteral("U%1").arg(i)), category) == PreferenceState::OptedOut;
        return count;
    }

    /// The person turns it off in Slack.
    void ownOptOut(const char* subject, const char* category = "reminders")
    {
        if (!preferences.apply(workspace, wish(subject, category, "opted_out", Source::SlashCommand)))
            qFatal("no opt-out");
    }

    /// The person asks for it in Slack.
    void ownOptIn(const char* subject, const char* category = "reminders")
    {
        if (!preferences.apply(workspace, wish(subject, category, "opted_in", Source::SlashCommand)))
            qFatal("no opt-in");
    }

    QStringList steps()
    {
        QStringList steps;
        const auto page = audit.page(workspace, {});
        for (const auto& item : page->items) {
            if (item.opened.entry.type == QLatin1String("approval"))
                steps << item.opened.entry.after.value(QLatin1String("state")).toString();
        }
        return steps;
    }

    ApprovalGate gate{random};
    GuardedWriter guarded{{writer, preferences, gate}};
    std::vector<QString> sent;
    NotificationDesk notifications{pool,
                                   writer,
                                   random,
                                   [this](const store::NotificationKey& key) { sent.push_back(key.id); },
                                   [](const store::NotificationKey&) {},
                                   [this](WorkspaceTransaction& transaction, const Notification& notification,
                                          const std::vector<SubjectId>& recipients, const EditContext& context) {
                                       return gate.askSend(transaction, notification, recipients, context);
                                   }};
    ImportDesk::Parts importParts{pool,
                                  writer,
                                  preferences,
                                  clock,
                                  random,
                                  &gate,
                                  [this](const store::ImportKey& key) { return held.begin(key); }};
    ImportDesk files{importParts};
    ImportUndo undo{importParts, tasks};
    HeldImports held{importParts, undo, tasks};
    ApprovalDesk approvals{{pool, writer, preferences, notifications, held, tasks, clock}};
    TaskPool tasks{1, 10};  // the last, so that it ends before what it works for
};

}  // namespace refrain::test
