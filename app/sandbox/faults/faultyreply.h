#pragma once

#include "sandbox/faults/faults.h"
#include "web/reply.h"
#include "web/response.h"

#include <QObject>

#include <functional>

namespace refrain::sandbox {

/// Runs things later, on the thread that made it. after() may be called from any thread.
class Later : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void after(int ms, std::function<void()> run);
};

/// Answers through `fault`: `make` gives the right answer and is called only by faults that leave the
/// work done.
void answerWithFault(const Fault& fault, web::Reply reply, const std::function<web::Response()>& make, Later& later);

}  // namespace refrain::sandbox
