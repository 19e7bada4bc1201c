#pragma once

#include "base/id.h"
#include "base/result.h"
#include "slack/call.h"

#include <QJsonObject>

namespace refrain::slack {

/// views.publish: puts a view into one person's App Home, in place of what stood there. Needs no scope.
class ViewsPublish {
public:
    struct Response {
        QString hash;  ///< Of the view as it stands now.
    };

    /// `view`: of type `home`, at most 100 blocks and 250 kB.
    ViewsPublish(SubjectId user, QJsonObject view) : m_user(std::move(user)), m_view(std::move(view)) {}

    [[nodiscard]] Call call() const;
    [[nodiscard]] static Result<Response> parse(const QJsonObject& answer);

private:
    SubjectId m_user;
    QJsonObject m_view;
};

}  // namespace refrain::slack
