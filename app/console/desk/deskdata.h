#pragma once

#include "console/approvals/approvals.h"
#include "console/audit/auditreader.h"
#include "console/desk/desk.h"
#include "console/desk/desksetup.h"
#include "console/desk/localchanges.h"
#include "console/desk/slices.h"
#include "console/drafts/drafts.h"
#include "console/engine/backendcalls.h"
#include "console/engine/engine.h"
#include "console/table/subjecttable.h"
#include "console/views/viewcounts.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThread>
#include <QTimer>

#include <functional>

namespace refrain::console {

/// What a Desk holds, and how it takes the engine's news. UI thread.
struct Desk::Data {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::Desk)
public:
    explicit Data(DeskSetup deskSetup);

    DeskSetup setup;
    QThread thread;
    Engine* engine;  ///< Lives in `thread` and is deleted there when it ends.
    SubjectTable people;
    SubjectTable channels;
    LocalChanges changes;
    SavedViews views;
    Drafts drafts;
    ViewCounts viewCounts;
    AuditReader audit;
    BackendCalls calls;
    Approvals approvals;
    std::vector<Category> allCategories;
    WorkspaceInfo workspace;
    ConnectionState connection;
    LoadProgress progress;
    Agreement agreement;
    LogState log;
    std::vector<Exchange> exchanges;
    bool isWiped = false;  ///< The tables are empty, and stay so until they are read anew.
    Slices slices;         ///< What the engine tells, in its order.
    QTimer silence;        ///< Looks whether seven days without contact are over.

    void connectTo(Desk& desk);
    /// Has the engine send a category, and hands on what comes of it.
    using SendCategory = std::function<void(CategorySender&, const CategorySender::Answer&)>;
    [[nodiscard]] QFuture<Result<Category>> askCategories(const SendCategory& send);
    [[nodiscard]] std::vector<StatusSentence> summary() const;

private:
    [[nodiscard]] std::vector<StatusSentence> alarms(int refused) const;
    [[nodiscard]] StatusSentence agreementSentence(bool isCalm) const;
    void connectChanges(Desk& desk);
    void connectStates(Desk& desk);
    void apply(Desk& desk, const TableBatch& batch);
    void wipe(Desk& desk, const QString& sentence);
};

}  // namespace refrain::console
