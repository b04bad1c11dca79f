package dev.earshot.inbox.authors;

import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Authors' right to be forgotten. */
@Path("/api")
public class AuthorResource {

    private final ErasureRequests requests;
    private final CurrentCaller caller;

    public AuthorResource(ErasureRequests requests, CurrentCaller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    /**
     * Erases what an author said, wherever it is kept; done some seconds to minutes later. Whether Earshot ever heard of
     * the author makes no difference to the answer.
     *
     * @param authorId the platform's own id of the author, else the handle
     */
    @DELETE
    @Path("/authors/{source}/{authorId: .+}")
    public Response erase(String source, String authorId) {
        return answer(requests.erase(caller.get(), source, authorId));
    }

    /** Erases again whatever was ever erased: after the table was restored from a backup. */
    @POST
    @Path("/erasures/again")
    public Response eraseAgain() {
        return answer(requests.eraseAgain(caller.get()));
    }

    private static Response answer(ErasureRequests.Answer answer) {
        switch (answer) {
            case QUEUED -> {
                return Response.accepted().build();
            }
            case TRY_AGAIN ->
                throw new ProblemException(Problem.of(503, "It is written down but could not be queued; ask again."));
            default -> throw new NotFoundException();
        }
    }
}
