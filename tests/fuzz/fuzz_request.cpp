#include "tests/fuzz/fuzz.h"
#include "web/requestreader_p.h"

using namespace refrain::web;

namespace {

struct Read {
    bool complete = false;
    Request request;
};

/// Feeds `step` bytes at a time, as packets might arrive.
Read readIn(const QByteArray& input, qsizetype step)
{
    RequestReader reader(16 * 1024);
    QByteArray waiting;
    for (qsizetype at = 0; at < input.size(); at += step) {
        waiting += input.mid(at, step);
        for (;;) {
            RequestReader::Step done = reader.feed(waiting);
            if (done == RequestReader::Step::HeaderDone)
                done = reader.setBodyLimit(1024);
            else if (done == RequestReader::Step::NeedMore)
                break;
            if (done == RequestReader::Step::Failed)
                return {};
            if (done == RequestReader::Step::Complete)
                return {true, reader.takeRequest()};
        }
    }
    return {};
}

}  // namespace

/// A request is the same however its bytes arrive, and within its limits.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    const Read whole = readIn(input, qMax(qsizetype(1), input.size()));
    const Read pieces = readIn(input, 1);
    require(whole.complete == pieces.complete);
    if (!whole.complete)
        return;
    require(whole.request.method == pieces.request.method);
    require(whole.request.target == pieces.request.target);
    require(whole.request.headers.fields() == pieces.request.headers.fields());
    require(whole.request.body == pieces.request.body);
    require(whole.request.body.size() <= 1024);
    (void)whole.request.form();
    (void)whole.request.basicCredentials();
    (void)whole.request.cookie("state");
}
