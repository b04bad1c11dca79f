package dev.earshot.inbox.signin;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The end of a session, here and at the issuer; and where the issuer sends people back to after a sign-in. */
@Path("/")
public class SignOutResource {

    private final OidcSession session;
    private final IssuerAddresses issuer;
    private final SignOut signOut;

    public SignOutResource(OidcSession session, IssuerAddresses issuer, SignOut signOut) {
        this.session = session;
        this.issuer = issuer;
        this.signOut = signOut;
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Uni<Response> signOut(@Context UriInfo here) {
        String back =
                UriBuilder.fromUri(here.getBaseUri()).path("signed-out").build().toString();
        URI next = issuer.endSession()
                .map(address -> signOut.at(address, session.getIdToken().getRawToken(), back))
                .orElse(URI.create(back));
        return session.logout().map(done -> Response.seeOther(next).build());
    }

    @GET
    @Path("signed-out")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance signedOut() {
        return SignInTemplates.signedOut(Frame.of("Signed out"));
    }

    /** A sign-in ends at the page that was asked for; whoever calls this by themselves wants the first page. */
    @GET
    @Path("signed-in")
    @Operation(hidden = true)
    public Response signedIn() {
        return Response.seeOther(URI.create("/")).build();
    }
}
