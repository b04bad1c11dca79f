package dev.earshot.inbox.subscriptions;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.subscription.Addition;
import dev.earshot.core.subscription.Subscriptions;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.page.Shown;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What awaits the council's approval: web endpoints that people want notices to go to. */
@Path("/approvals")
@Produces(MediaType.TEXT_HTML)
public class ApprovalPageResource {

    private static final Map<String, String> DONE = Map.of(
            "approved", "Approved: the address is asked to confirm, and gets notices from then on.",
            "refused", "Refused: nothing is sent there.");

    private final Subscriptions subscriptions;
    private final CurrentCaller caller;

    public ApprovalPageResource(Subscriptions subscriptions, CurrentCaller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("done") @Nullable String done) {
        return page(
                council(),
                Response.Status.OK,
                Optional.empty(),
                Optional.ofNullable(done).map(DONE::get));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(String id) {
        Caller me = council();
        Addition addition = subscriptions.approve(me, id).orElseThrow(NotFoundException::new);
        if (addition instanceof Addition.Invalid invalid) {
            String why = invalid.problems().get(0).detail();
            return page(me, Response.Status.CONFLICT, Optional.of("Not approved: " + why + "."), Optional.empty());
        }
        return back("approved");
    }

    @POST
    @Path("/{id}/refuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response refuse(String id) {
        if (!subscriptions.remove(council(), id)) {
            throw new NotFoundException();
        }
        return back("refused");
    }

    private Caller council() {
        Caller me = caller.get();
        if (!Access.approval(me)) {
            throw new NotFoundException();
        }
        return me;
    }

    private Response page(Caller me, Response.Status status, Optional<String> message, Optional<String> done) {
        List<ApprovalTemplates.Waiting> waiting = subscriptions.awaitingApproval(me).stream()
                .map(one -> ApprovalTemplates.Waiting.of(one, Shown.host(one.endpoint()), Shown.time(one.createdAt())))
                .toList();
        return Response.status(status)
                .entity(ApprovalTemplates.waiting(Frame.of(Place.APPROVALS, me), waiting, message, done))
                .build();
    }

    private static Response back(String done) {
        return Response.seeOther(URI.create("/approvals?done=" + done)).build();
    }
}
