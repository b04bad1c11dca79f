package dev.earshot.inbox.cases;

import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.api.Items;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The departments' cases. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseResource {

    private final Casework casework;
    private final CurrentCaller caller;

    public CaseResource(Casework casework, CurrentCaller caller) {
        this.casework = casework;
        this.caller = caller;
    }

    /**
     * A page of cases, those opened last first.
     *
     * @param department whose; all that the caller may read when left out
     * @param status one or more of the statuses, with commas between them; all when left out
     */
    @GET
    public Items<CaseView> list(
            @QueryParam("department") @Nullable String department,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return Items.of(
                casework.list(caller.get(), department, statuses(status), Paging.read(cursor, limit)),
                CaseView::inList);
    }

    /** One case with its history. */
    @GET
    @Path("/{id}")
    public CaseView find(String id) {
        return casework.find(caller.get(), id(id)).map(CaseView::of).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("/{id}/acknowledge")
    public Response acknowledge(String id, StepRequest.@Nullable Acknowledge request) {
        return take(id, request == null ? new StepRequest.Acknowledge(null) : request);
    }

    @POST
    @Path("/{id}/resolve")
    public Response resolve(String id, StepRequest.@Nullable Resolve request) {
        return take(id, required(request));
    }

    @POST
    @Path("/{id}/dismiss")
    public Response dismiss(String id, StepRequest.@Nullable Dismiss request) {
        return take(id, required(request));
    }

    @POST
    @Path("/{id}/reroute")
    public Response reroute(String id, StepRequest.@Nullable Reroute request) {
        return take(id, required(request));
    }

    @POST
    @Path("/{id}/reopen")
    public Response reopen(String id, StepRequest.@Nullable Reopen request) {
        return take(id, required(request));
    }

    @POST
    @Path("/{id}/assign")
    public Response assign(String id, StepRequest.@Nullable Assign request) {
        return take(id, required(request));
    }

    @POST
    @Path("/{id}/note")
    public Response note(String id, StepRequest.@Nullable Note request) {
        return take(id, required(request));
    }

    private Response take(String id, StepRequest request) {
        StepAnswer answer = casework.take(caller.get(), id(id), request.step(), request.version());
        if (answer instanceof StepAnswer.Taken taken) {
            return Response.ok(CaseView.of(taken.now())).build();
        }
        if (answer instanceof StepAnswer.Refused refused) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(CaseView.of(refused.now()))
                    .build();
        }
        if (answer instanceof StepAnswer.Invalid invalid) {
            throw new InvalidMemberException(invalid.pointer(), invalid.detail());
        }
        throw new NotFoundException();
    }

    private static CaseId id(String id) {
        return CaseId.parse(id).orElseThrow(NotFoundException::new);
    }

    private static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(Problem.of(400, "The body is missing; send JSON."));
        }
        return body;
    }

    private static Set<CaseStatus> statuses(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return EnumSet.allOf(CaseStatus.class);
        }
        EnumSet<CaseStatus> statuses = EnumSet.noneOf(CaseStatus.class);
        for (String one : status.split(",", -1)) {
            statuses.add(Arrays.stream(CaseStatus.values())
                    .filter(known -> known.name().equals(one.strip()))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.of(
                            400, "status is one or more of NEW, ACKNOWLEDGED, RESOLVED, DISMISSED and REROUTED."))));
        }
        return statuses;
    }
}
