package dev.earshot.inbox.ears;

import dev.earshot.core.ears.EarPlace;
import dev.earshot.core.ears.Ears;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.api.Items;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the company's people listen. */
@Path("/api/ears")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EarsResource {

    private final EarDesk desk;
    private final CurrentCaller caller;

    public EarsResource(EarDesk desk, CurrentCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Where somebody listens. */
    public record EarsView(String name, List<String> departments, List<EarPlace> places, Instant updatedAt) {

        static EarsView of(Ears ears) {
            return new EarsView(ears.name(), ears.departments(), ears.places(), ears.updatedAt());
        }
    }

    /** The places of one employee, as they are sent. */
    public record EarsRequest(@Nullable List<@Nullable Place> places) {

        /** One place. */
        public record Place(
                EarPlace.@Nullable Kind kind,
                @Nullable String place,
                @Nullable String note) {}

        List<EarPlace> read() {
            if (places == null) {
                throw new InvalidMemberException("/places", "is missing; send an empty list for none");
            }
            List<EarPlace> read = new ArrayList<>();
            for (Place one : places) {
                String pointer = "/places/" + read.size();
                if (one == null) {
                    throw new InvalidMemberException(pointer, "a place");
                }
                read.add(place(pointer, one));
            }
            return read;
        }

        private static EarPlace place(String pointer, Place one) {
            try {
                return EarPlace.of(one.kind(), one.place(), one.note());
            } catch (InvalidMemberException e) {
                throw new InvalidMemberException(pointer + e.pointer(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** Who listens where, those who said so last first. */
    @GET
    public Items<EarsView> list() {
        return Items.all(desk.all(caller.get()).stream().map(EarsView::of).toList());
    }

    /** Hosts that mentions of the last 7 days linked to, where neither a source nor anybody listens. */
    @GET
    @Path("/suggestions")
    public Items<EarDesk.Suggestion> suggestions() {
        return Items.all(desk.suggestions(caller.get()));
    }

    /** Where the caller listens. */
    @GET
    @Path("/me")
    public EarsView own() {
        return desk.own(caller.get()).map(EarsView::of).orElseThrow(NotFoundException::new);
    }

    /** Writes down where the caller listens, in place of what they said before. */
    @PUT
    @Path("/me")
    public EarsView put(@Nullable EarsRequest request) {
        if (request == null) {
            throw new ProblemException(Problem.of(400, "The body is missing; send JSON."));
        }
        return EarsView.of(desk.put(caller.get(), request.read()));
    }

    /** Forgets where the caller listens. */
    @DELETE
    @Path("/me")
    public Response remove() {
        desk.remove(caller.get());
        return Response.noContent().build();
    }
}
