#include "service/routes/preferenceanswer.h"

#include "service/http/problem.h"
#include "wire/preferencechange.h"

namespace refrain::service {
namespace {

wire::Problem problemOf(const ChangeOutcome& outcome)
{
    Judgement judgement;
    judgement.outcome = Judgement::Outcome::Refused;
    judgement.refusal = outcome.refusal;
    judgement.sentence = outcome.sentence;
    judgement.pointer = outcome.pointer;
    return wire::problemOf(judgement);
}

}  // namespace

wire::PreferenceView onWire(const PreferenceView& view)
{
    return {view.preference, view.decision.deliver, view.decision.rule};
}

Result<web::Response> changeAnswer(store::Database& database, const Decider& decider, const WorkspaceId& workspace,
                                   const ChangeRequest& request, const ChangeOutcome& outcome)
{
    using Kind = ChangeOutcome::Kind;
    if (outcome.kind == Kind::UnknownSubject || outcome.kind == Kind::UnknownCategory)
        return problemResponse(Error::notFound(outcome.sentence));
    if (outcome.kind == Kind::Refused && outcome.refusal != Refusal::PreconditionFailed)
        return problemResponse(problemOf(outcome));
    const Result<PreferenceView> view = decider.view(database, workspace, request.subject, request.category);
    if (!view)
        return view.error();
    const QJsonObject preference = wire::toJson(onWire(*view));
    web::Response response;
    if (outcome.kind == Kind::Refused) {
        wire::Problem problem = problemOf(outcome);
        problem.current = preference;
        response = problemResponse(problem);
    } else {
        response = web::Response::json(preference);
    }
    response.set("ETag", wire::etag(view->preference.version));
    return response;
}

QString codeInBatch(const ChangeOutcome& outcome)
{
    using Kind = ChangeOutcome::Kind;
    switch (outcome.kind) {
        case Kind::Changed:
        case Kind::Unchanged: return {};
        case Kind::Refused: return wire::toString(problemOf(outcome).code);
        case Kind::UnknownSubject:
        case Kind::UnknownCategory: break;
    }
    return wire::toString(wire::ProblemCode::Unprocessable);
}

}  // namespace refrain::service
