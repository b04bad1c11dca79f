package dev.earshot.inbox.page;

import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.mentions.Reporting;
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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page where people report what they heard. */
@Path("/report")
@Produces(MediaType.TEXT_HTML)
public class ReportPageResource {

    private final Reporting reporting;
    private final CurrentCaller caller;
    private final Clock clock;

    public ReportPageResource(Reporting reporting, CurrentCaller caller, Clock clock) {
        this.reporting = reporting;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response form() {
        return page(Response.Status.OK, ReportForm.empty(clock));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response report(
            @FormParam("text") @Nullable String text,
            @FormParam("where") @Nullable String where,
            @FormParam("url") @Nullable String url,
            @FormParam("heardOn") @Nullable String heardOn,
            @FormParam("anonymous") @Nullable String anonymous) {
        ReportForm form = ReportForm.sent(text, where, url, heardOn, anonymous, clock);
        try {
            if (reporting.report(caller.get(), form.report(clock)).isPresent()) {
                return Response.seeOther(URI.create("/report/thanks")).build();
            }
        } catch (InvalidMemberException e) {
            return page(Response.Status.BAD_REQUEST, form.refused(FormErrors.of(e)));
        }
        InvalidMember later = new InvalidMember("", "It could not be sent just now; nothing was lost, send it again.");
        return page(Response.Status.SERVICE_UNAVAILABLE, form.refused(new FormErrors(List.of(later))));
    }

    @GET
    @Path("thanks")
    @Operation(hidden = true)
    public Response thanks() {
        return Response.ok(PageTemplates.reported(Frame.of("Thank you", Place.REPORT, caller.get())))
                .build();
    }

    private Response page(Response.Status status, ReportForm form) {
        return Response.status(status)
                .entity(PageTemplates.report(Frame.of(Place.REPORT, caller.get()), form))
                .build();
    }
}
