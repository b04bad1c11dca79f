package dev.earshot.inbox;

import dev.earshot.inbox.layout.LayoutTemplates;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A page that needs nothing but a session: tests of sign-in have no table. */
@Path("/who")
public class WhoResource {

    private final CurrentCaller caller;

    public WhoResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String who() {
        return LayoutTemplates.error("Who", caller.get().name());
    }
}
