package dev.earshot.inbox.api;

import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who the API takes its caller for. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    private final CurrentCaller caller;

    public MeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * The caller as their token names them.
     *
     * @param groups sorted
     */
    public record Me(String subject, String name, List<String> groups) {}

    @GET
    public Me me() {
        var me = caller.get();
        return new Me(me.subject(), me.name(), me.groups().stream().sorted().toList());
    }
}
