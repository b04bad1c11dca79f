package dev.earshot.inbox.page;

import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import dev.earshot.inbox.trial.TrialText;
import dev.earshot.inbox.trial.Trials;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page on which people try what would become of a text. */
@Path("/try")
@Produces(MediaType.TEXT_HTML)
public class TrialPageResource {

    private final Trials trials;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;

    public TrialPageResource(Trials trials, DepartmentDesk departments, CurrentCaller caller) {
        this.trials = trials;
        this.departments = departments;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response form() {
        return page(TrialPage.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response attempt(
            @FormParam("text") @DefaultValue("") String text, @FormParam("source") @DefaultValue("") String source) {
        caller.get();
        Map<String, String> names = departments.names();
        TrialText given = new TrialText(text, source.strip());
        return page(TrialPage.of(given, trials.attempt(given), names));
    }

    private Response page(TrialPage trial) {
        return Response.ok(PageTemplates.trial(Frame.of(Place.TRY, caller.get()), trial))
                .build();
    }
}
