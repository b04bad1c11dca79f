package dev.earshot.inbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What tests send bodies to. */
@Path("/api/echo")
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {

    public enum Colour {
        RED,
        GREEN
    }

    public record Part(int count) {}

    public record Whole(String text, Colour colour, List<Part> parts) {

        public Whole {
            if ("bad".equals(text)) {
                throw new IllegalArgumentException("a text must not be bad");
            }
        }
    }

    @POST
    public Whole echo(Whole whole) {
        return whole;
    }

    @GET
    @Path("fault")
    public String fault() {
        throw new IllegalStateException("a secret of ours");
    }
}
