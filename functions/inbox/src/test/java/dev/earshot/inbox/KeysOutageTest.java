package dev.earshot.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeysOutageTest.OnlyMetadata.class)
class KeysOutageTest {

    public static final class OnlyMetadata implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(HalfAnIssuer.class));
        }
    }

    /** Answers for its metadata, and fails where its keys should be. */
    public static final class HalfAnIssuer implements QuarkusTestResourceLifecycleManager {

        static String url = "";

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(
                        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            url = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext("/.well-known/openid-configuration", exchange -> {
                byte[] metadata = """
                        {"issuer": "URL", "authorization_endpoint": "URL/authorize", "token_endpoint": "URL/token",
                         "jwks_uri": "URL/keys"}""".replace("URL", url).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, metadata.length);
                exchange.getResponseBody().write(metadata);
                exchange.close();
            });
            server.createContext("/keys", exchange -> {
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            });
            server.start();
            return Issuer.settings(url);
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @Test
    void aTokenThatCannotBeCheckedNowIsNeitherAcceptedNorBlamed() {
        String token = Issuer.token(Issuer.claims().issuer(HalfAnIssuer.url));
        HttpResponse<String> answer = new Browser().get("/api/me", "Authorization", "Bearer " + token);
        Problems.assertProblem(503, answer);
        assertEquals("5", answer.headers().firstValue("retry-after").orElseThrow());
    }
}
