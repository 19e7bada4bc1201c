#pragma once

#include "domain/import.h"
#include "wire/importrow.h"

#include <QFuture>

#include <functional>
#include <memory>
#include <vector>

namespace refrain::console {

class BackendCalls;

/// What imports ask of the backend; a seam for tests. Each may be called on the UI thread alone.
struct ImportCalls {
    using Rows = std::shared_ptr<const wire::ImportPart>;
    /// An answer to rows, with the import as it stands then, where there is one.
    struct Taken {
        wire::ImportReply reply;
        ImportCounts counts;
        std::optional<Import> import;
    };

    std::function<QFuture<Result<Taken>>(Rows rows)> check;
    std::function<QFuture<Result<Import>>(Import wish, QByteArray key)> begin;
    std::function<QFuture<Result<Taken>>(QString id, Rows rows, QByteArray key)> take;
    std::function<QFuture<Result<Import>>(QString id)> finish;
    std::function<QFuture<Result<Import>>(QString id)> cancel;
    std::function<QFuture<Result<Import>>(QString id)> undo;
    std::function<QFuture<Result<Import>>(QString id)> find;
    /// What a past one did not take over, by line: refused and unreadable rows, and those that wait still.
    std::function<QFuture<Result<std::vector<wire::ImportItem>>>(QString id)> left;
    std::function<QFuture<Result<std::vector<wire::ImportItem>>>(QString id)> waiting;
    /// Newest first.
    std::function<QFuture<Result<std::vector<Import>>>()> list;

    /// REQUIRES: `calls` outlives it.
    [[nodiscard]] static ImportCalls to(BackendCalls& calls);
};

}  // namespace refrain::console
