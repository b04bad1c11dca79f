package dev.earshot.inbox.authors;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.authors.AuthorTemplates.Asked;
import dev.earshot.inbox.authors.AuthorTemplates.Found;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What is held about one author, to hand out or to erase; for the council. Who was asked about is in no address. */
@Path("/authors")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AuthorPageResource {

    private static final String INCOMPLETE = "Enter the source's name and the author's id, at most 256 characters.";

    private final AccessReports reports;
    private final ErasureRequests erasures;
    private final CurrentCaller caller;

    public AuthorPageResource(AccessReports reports, ErasureRequests erasures, CurrentCaller caller) {
        this.reports = reports;
        this.erasures = erasures;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response form() {
        return page(Response.Status.OK, new Asked("", ""), Optional.empty(), null);
    }

    @POST
    @Operation(hidden = true)
    public Response look(
            @FormParam("source") @Nullable String source,
            @FormParam("authorId") @Nullable String authorId,
            @FormParam("cursor") @Nullable String cursor) {
        Asked asked = asked(source, authorId);
        if (!complete(asked)) {
            return page(Response.Status.BAD_REQUEST, asked, Optional.empty(), INCOMPLETE);
        }
        Found found = Found.of(report(asked, cursor), Optional.ofNullable(cursor));
        return page(Response.Status.OK, asked, Optional.of(found), null);
    }

    @POST
    @Path("/report")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response download(
            @FormParam("source") @Nullable String source,
            @FormParam("authorId") @Nullable String authorId,
            @FormParam("cursor") @Nullable String cursor)
            throws JsonProcessingException {
        AccessReport report = report(asked(source, authorId), cursor);
        return Response.ok(EarshotJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"earshot-author-" + report.authorKey() + ".json\"")
                .build();
    }

    @POST
    @Path("/erase")
    @Operation(hidden = true)
    public Response erase(
            @FormParam("source") @Nullable String source,
            @FormParam("authorId") @Nullable String authorId,
            @FormParam("sure") @Nullable String sure) {
        Asked asked = asked(source, authorId);
        if (!complete(asked) || sure == null) {
            String missing = complete(asked) ? "Not erased: confirm that you mean it." : INCOMPLETE;
            return page(Response.Status.BAD_REQUEST, asked, Optional.empty(), missing);
        }
        return switch (erasures.erase(caller.get(), asked.source(), asked.authorId())) {
            case QUEUED ->
                page(
                        Response.Status.OK,
                        asked,
                        Optional.empty(),
                        "What this author said is being erased; look again in a minute.");
            case TRY_AGAIN ->
                page(
                        Response.Status.SERVICE_UNAVAILABLE,
                        asked,
                        Optional.empty(),
                        "It is written down but could not be queued; ask again.");
            case NOT_ALLOWED -> throw new NotFoundException();
        };
    }

    private AccessReport report(Asked asked, @Nullable String cursor) {
        return reports.report(caller.get(), asked.source(), asked.authorId(), Paging.read(cursor, null))
                .orElseThrow(NotFoundException::new);
    }

    private static Asked asked(@Nullable String source, @Nullable String authorId) {
        return new Asked(source == null ? "" : source.strip(), authorId == null ? "" : authorId.strip());
    }

    private static boolean complete(Asked asked) {
        return !asked.source().isEmpty()
                && asked.source().length() <= 64
                && !asked.authorId().isEmpty()
                && asked.authorId().length() <= 256;
    }

    private Response page(Response.Status status, Asked asked, Optional<Found> found, @Nullable String message) {
        Caller me = caller.get();
        if (!Access.erasure(me)) {
            throw new NotFoundException();
        }
        return Response.status(status)
                .entity(AuthorTemplates.author(Frame.of(Place.AUTHORS, me), asked, found, Optional.ofNullable(message)))
                .build();
    }
}
