package dev.earshot.inbox.mentions;

import dev.earshot.core.mention.MentionId;
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
import org.jspecify.annotations.Nullable;

/** What was said, and what employees heard. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MentionResource {

    private final MentionReading reading;
    private final Reporting reporting;
    private final OwnReports reports;
    private final CurrentCaller caller;

    public MentionResource(MentionReading reading, Reporting reporting, OwnReports reports, CurrentCaller caller) {
        this.reading = reading;
        this.reporting = reporting;
        this.reports = reports;
        this.caller = caller;
    }

    /** One mention. */
    @GET
    @Path("/mentions/{id}")
    public MentionView find(String id) {
        return MentionId.parse(id)
                .flatMap(known -> reading.find(caller.get(), known))
                .map(read -> MentionView.of(read.mention(), read.reportedBy(), read.reporters()))
                .orElseThrow(NotFoundException::new);
    }

    /** Takes what an employee heard; it is a mention some seconds later. */
    @POST
    @Path("/mentions")
    public Response report(@Nullable Report report) {
        if (report == null) {
            throw new ProblemException(Problem.of(400, "The body is missing; send JSON."));
        }
        return reporting
                .report(caller.get(), report)
                .map(id -> Response.accepted(new Accepted(id.value())).build())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(503, "It could not be queued; nothing was lost, send it again.")));
    }

    /** What the caller reported, the last first, and what became of it. */
    @GET
    @Path("/reports")
    public Items<OwnReports.OwnReport> own(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return Items.of(reports.list(caller.get(), Paging.read(cursor, limit)), one -> one);
    }

    /** Mentions that nothing speaks for, those heard last first. */
    @GET
    @Path("/unrouted")
    public Items<MentionView> unrouted(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return Items.of(reading.unrouted(caller.get(), Paging.read(cursor, limit)), MentionView::inList);
    }

    /** Mentions that were called noise, those heard last first. */
    @GET
    @Path("/noise")
    public Items<MentionView> noise(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        return Items.of(reading.noise(caller.get(), Paging.read(cursor, limit)), MentionView::inList);
    }

    /** The answer to a report. */
    public record Accepted(String mentionId) {}
}
