package dev.earshot.inbox.audit;

import dev.earshot.inbox.api.Items;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who changed what of the configuration and of cases. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private final AuditReading reading;
    private final CurrentCaller caller;

    public AuditResource(AuditReading reading, CurrentCaller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    /**
     * A page of the audit trail, newest first; empty for all but the council.
     *
     * @param from a time or a day (UTC); 30 days before {@code to} when left out
     * @param to a time, or a day to its end; now when left out
     */
    @GET
    public Items<AuditView> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        AuditPeriod period = reading.period(from, to)
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.of(
                                        400,
                                        "from and to are times or days, such as 2026-11-22, in this order and 3 years apart at most.")));
        return Items.of(reading.list(caller.get(), period, Paging.read(cursor, limit)), AuditView::of);
    }
}
