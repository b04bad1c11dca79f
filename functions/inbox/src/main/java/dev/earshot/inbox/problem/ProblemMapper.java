package dev.earshot.inbox.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.earshot.core.json.BodyErrors;
import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.json.InvalidMemberException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure in the form of {@link ErrorAnswer}; what we did not expect is logged under an id. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final int RETRY_AFTER_SECONDS = 5;

    private final CurrentVertxRequest request;

    public ProblemMapper(CurrentVertxRequest request) {
        this.request = request;
    }

    @ServerExceptionMapper
    public Response ours(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return answer(Problem.invalid(BodyErrors.of(e)));
    }

    @ServerExceptionMapper
    public Response invalid(InvalidMemberException e) {
        return answer(Problem.invalid(List.of(new InvalidMember(e.pointer(), String.valueOf(e.getMessage())))));
    }

    /** Jackson's commonest failure, for which Quarkus has a mapper of its own unless there is this one. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e);
        }
        if (status < 400 || e.getResponse().hasEntity()) {
            return e.getResponse();
        }
        Response.ResponseBuilder answer = Response.fromResponse(answer(Problem.of(status, detail(status))));
        String allow = e.getResponse().getHeaderString("Allow");
        return allow == null ? answer.build() : answer.header("Allow", allow).build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(Problem.of(403, "You may not do that."));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "request failed, error %s", id);
        return answer(Problem.of(500, "Something went wrong here. The log knows it as " + id + "."));
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing here.";
            case 405 -> "This cannot be done here.";
            case 406 -> "There is no answer in the form that was asked for.";
            case 413 -> "A body has at most 64 KB.";
            case 415 -> "Send application/json.";
            default -> "The request cannot be understood.";
        };
    }

    private Response answer(Problem problem) {
        ErrorAnswer answer = ErrorAnswer.of(request.getCurrent().request().path(), problem);
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(answer.type()).entity(answer.body());
        return answer.status() == 503
                ? response.header("Retry-After", RETRY_AFTER_SECONDS).build()
                : response.build();
    }
}
