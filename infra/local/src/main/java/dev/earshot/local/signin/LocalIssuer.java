package dev.earshot.local.signin;

import dev.earshot.core.routing.Department;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An OpenID Connect issuer on 127.0.0.1, in place of the company's own. It believes everybody: a page asks for a name and
 * for groups, and the tokens say just that. Codes go to the local cloud alone, with PKCE.
 */
public final class LocalIssuer implements AutoCloseable {

    /** The path of the issuer's address. */
    public static final String ID = "earshot";

    /** The one client that it knows. */
    public static final String CLIENT = "earshot";

    /** Who its access tokens are for. */
    public static final String AUDIENCE = "earshot";

    /** The claim with the groups, an array of texts. */
    public static final String GROUP_CLAIM = "groups";

    private record Machinery(TokenMint mint, Protocol protocol) {}

    private final URI cloud;
    private final LoopbackServer server;
    private final CompletableFuture<Machinery> machinery;

    private LocalIssuer(URI cloud, Clock clock) throws IOException {
        this.cloud = cloud;
        this.server = LoopbackServer.bind(0, "issuer");
        this.machinery = CompletableFuture.supplyAsync(() -> prepare(clock));
    }

    /**
     * Takes a port, and prepares the rest in the background.
     *
     * @param cloud the address of the local cloud, the only place that codes are sent to
     */
    public static LocalIssuer open(URI cloud, Clock clock) throws IOException {
        return new LocalIssuer(cloud, clock);
    }

    /** Begins to answer; what was asked before has waited. */
    public void serve(Supplier<List<Department>> departments) throws IOException {
        server.serve(new IssuerCalls(
                server.uri(), cloud, () -> machinery.join().protocol(), () -> Group.of(departments.get())));
    }

    /** The issuer's address, as tokens name it. */
    public URI url() {
        return server.uri().resolve("/" + ID);
    }

    /** An access token for an hour. */
    public String accessToken(Person person) {
        return machinery.join().mint().accessToken(person);
    }

    /** Drops every connection. */
    @Override
    public void close() {
        server.close();
    }

    /** The slow parts: the library's classes, and a key. */
    private Machinery prepare(Clock clock) {
        TokenMint mint = new TokenMint(url().toString(), clock);
        Protocol protocol = new Protocol(server.uri().toString(), mint);
        protocol.answer("GET", "/" + ID + "/jwks", Map.of(), null);
        return new Machinery(mint, protocol);
    }
}
