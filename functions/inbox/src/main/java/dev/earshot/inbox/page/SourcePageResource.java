package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import dev.earshot.inbox.sources.SourceReading;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of where mentions come from, and whether they do. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
public class SourcePageResource {

    private final SourceReading sources;
    private final CurrentCaller caller;

    public SourcePageResource(SourceReading sources, CurrentCaller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response list() {
        Caller me = caller.get();
        if (!Access.sources(me)) {
            throw new NotFoundException();
        }
        return Response.ok(PageTemplates.sources(
                        Frame.of(Place.SOURCES, me),
                        sources.list(me).stream().map(SourceRow::of).toList()))
                .build();
    }
}
