package dev.earshot.inbox.ears;

import dev.earshot.core.access.Caller;
import dev.earshot.core.ears.EarPlace;
import dev.earshot.core.ears.Ears;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.ears.EarTemplates.Host;
import dev.earshot.inbox.ears.EarTemplates.Row;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The register of ears: a form for one's own, and who listens where. */
@Path("/ears")
@Produces(MediaType.TEXT_HTML)
public class EarsPageResource {

    private static final int SPARE_ROWS = 3;

    private final EarDesk desk;
    private final CurrentCaller caller;

    public EarsPageResource(EarDesk desk, CurrentCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response show() {
        Caller me = caller.get();
        List<EarPlace> own = desk.own(me).map(Ears::places).orElse(List.of());
        List<Row> rows = new ArrayList<>();
        own.forEach(place -> rows.add(Row.of(rows.size() + 1, place)));
        int wanted = Math.min(Ears.MOST_PLACES, own.size() + SPARE_ROWS);
        while (rows.size() < wanted) {
            rows.add(Row.empty(rows.size() + 1));
        }
        return page(me, Response.Status.OK, rows, null);
    }

    /** The lists go together by their order; a line without a place is no line. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @FormParam("kind") @Nullable List<String> kinds,
            @FormParam("place") @Nullable List<String> places,
            @FormParam("note") @Nullable List<String> notes) {
        List<Row> rows = rows(orNone(kinds), orNone(places), orNone(notes));
        try {
            List<EarPlace> read = new ArrayList<>();
            for (Row row : rows) {
                if (!row.place().isBlank()) {
                    read.add(EarPlace.of(kind(row.kind()), row.place(), row.note()));
                }
            }
            desk.put(caller.get(), read);
            return Response.seeOther(URI.create("/ears")).build();
        } catch (InvalidMemberException e) {
            return page(
                    caller.get(), Response.Status.BAD_REQUEST, rows, "Not saved: a place is " + e.getMessage() + ".");
        }
    }

    private static List<Row> rows(List<String> kinds, List<String> places, List<String> notes) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(places.size(), Ears.MOST_PLACES); i++) {
            rows.add(new Row(i + 1, at(kinds, i), at(places, i), at(notes, i)));
        }
        return rows;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static EarPlace.@Nullable Kind kind(String name) {
        return Arrays.stream(EarPlace.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Response page(Caller me, Response.Status status, List<Row> rows, @Nullable String message) {
        return Response.status(status)
                .entity(EarTemplates.ears(
                        Frame.of(Place.EARS, me),
                        rows,
                        Host.of(desk.all(me)),
                        desk.suggestions(me),
                        Optional.ofNullable(message)))
                .build();
    }
}
