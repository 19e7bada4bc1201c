#pragma once

#include "console/views/savedviews.h"

#include <QObject>

#include <memory>
#include <optional>

namespace refrain::console {

class SubjectTable;

/// How many rows each saved view has, kept true as changes arrive: after the first time only rows that changed are
/// looked at again. Counted off the UI thread. UI thread.
class ViewCounts final : public QObject {
    Q_OBJECT
public:
    /// All outlive this.
    ViewCounts(const SavedViews& views, SubjectTable& people, SubjectTable& channels, QObject* parent = nullptr);
    ~ViewCounts() override;

    /// nullopt: not counted yet, or its filter cannot be understood.
    [[nodiscard]] std::optional<int> count(const QString& view) const;
    /// What a filter asks of time has changed its answer.
    void timePassed();

signals:
    void changed();

private:
    struct Data;
    std::unique_ptr<Data> d;

    void count();
};

}  // namespace refrain::console
