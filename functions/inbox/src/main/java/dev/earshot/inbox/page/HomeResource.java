package dev.earshot.inbox.page;

import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.signin.CurrentCaller;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that people come to first. */
@Path("/")
public class HomeResource {

    private final CurrentCaller caller;

    public HomeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance home() {
        return PageTemplates.home(Frame.of("Inbox", caller.get().name()));
    }
}
