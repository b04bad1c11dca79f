package dev.earshot.inbox.sources;

import dev.earshot.core.source.SourceState;
import dev.earshot.inbox.api.Items;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where mentions come from, and whether they do. */
@Path("/api/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource {

    private final SourceReading sources;
    private final CurrentCaller caller;

    public SourceResource(SourceReading sources, CurrentCaller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    /** Every configured source by name: what came last, what was refused, the last 24 hours. */
    @GET
    public Items<SourceState> list() {
        return Items.all(sources.list(caller.get()));
    }
}
