package dev.earshot.inbox.audit;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The audit trail as a page and as a file, for the council. */
@Path("/audit")
public class AuditPageResource {

    private static final String NO_PERIOD =
            "From and to are times or days, such as 2026-11-22, in this order and 3 years apart at most.";

    private final AuditReading reading;
    private final CurrentCaller caller;

    public AuditPageResource(AuditReading reading, CurrentCaller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response show(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor) {
        Caller me = caller.get();
        if (!Access.audit(me)) {
            throw new NotFoundException();
        }
        Optional<AuditPeriod> asked = reading.period(from, to);
        AuditPeriod period = asked.or(() -> reading.period(null, null)).orElseThrow();
        AuditTable table = AuditTable.of(
                period,
                reading.list(me, period, Paging.read(asked.isPresent() ? cursor : null, null)),
                asked.isPresent() ? Optional.empty() : Optional.of(NO_PERIOD));
        return Response.status(asked.isPresent() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(AuditTemplates.trail(Frame.of(Place.AUDIT, me), table))
                .build();
    }

    @GET
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(hidden = true)
    public Response export(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return reading.period(from, to)
                .flatMap(period -> reading.file(caller.get(), period))
                .map(file -> Response.ok(file)
                        .header("Content-Disposition", "attachment; filename=\"earshot-audit.csv\"")
                        .build())
                .orElseThrow(NotFoundException::new);
    }
}
