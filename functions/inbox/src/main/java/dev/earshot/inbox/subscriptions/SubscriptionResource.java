package dev.earshot.inbox.subscriptions;

import dev.earshot.core.subscription.Addition;
import dev.earshot.core.subscription.SubscriptionRequest;
import dev.earshot.core.subscription.SubscriptionView;
import dev.earshot.core.subscription.Subscriptions;
import dev.earshot.inbox.api.Items;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Subscriptions to departments' notices. */
@Path("/api/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SubscriptionResource {

    private final Subscriptions subscriptions;
    private final CurrentCaller caller;

    public SubscriptionResource(Subscriptions subscriptions, CurrentCaller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    /**
     * The subscriptions that the caller may read, newest first.
     *
     * @param department to which; all when left out
     */
    @GET
    public Items<SubscriptionView> list(@QueryParam("department") @Nullable String department) {
        return Items.all(subscriptions.list(caller.get(), department));
    }

    /** Subscribes; the same again is the same subscription. */
    @POST
    public Response add(@Nullable SubscriptionRequest request) {
        if (request == null) {
            throw new ProblemException(Problem.of(400, "The body is missing; send JSON."));
        }
        Addition addition = subscriptions.add(caller.get(), request);
        if (addition instanceof Addition.Added added) {
            SubscriptionView view = added.subscription();
            return Response.created(URI.create("/api/subscriptions/" + view.id()))
                    .entity(view)
                    .build();
        }
        Addition.Invalid invalid = (Addition.Invalid) addition;
        throw new ProblemException(Problem.invalid(invalid.problems()));
    }

    /** Approves a web endpoint that somebody outside of the council asked for; it is asked to confirm from then on. */
    @POST
    @Path("/{id}/approve")
    public SubscriptionView approve(String id) {
        Addition answer = subscriptions.approve(caller.get(), id).orElseThrow(NotFoundException::new);
        if (answer instanceof Addition.Added added) {
            return added.subscription();
        }
        String why = ((Addition.Invalid) answer).problems().get(0).detail();
        throw new ProblemException(Problem.of(409, "It cannot be approved: " + why + "."));
    }

    /** Unsubscribes. */
    @DELETE
    @Path("/{id}")
    public Response remove(String id) {
        if (!subscriptions.remove(caller.get(), id)) {
            throw new NotFoundException();
        }
        return Response.noContent().build();
    }
}
