package dev.earshot.inbox.authors;

import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Authors' rights: to know what is held about them, and to be forgotten. */
@Path("/api")
public class AuthorResource {

    private final ErasureRequests requests;
    private final AccessReports reports;
    private final CurrentCaller caller;

    public AuthorResource(ErasureRequests requests, AccessReports reports, CurrentCaller caller) {
        this.requests = requests;
        this.reports = reports;
        this.caller = caller;
    }

    /**
     * All that is held about an author, those heard last first, in parts of at most 3 MB.
     *
     * @param authorId the platform's own id of the author, else the handle
     */
    @GET
    @Path("/authors/{source}/{authorId: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    public AccessReport report(
            String source,
            String authorId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return reports.report(caller.get(), source, authorId, Paging.read(cursor, limit))
                .orElseThrow(NotFoundException::new);
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
