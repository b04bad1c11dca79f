package dev.earshot.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.local.lambda.InvocationResult.Crashed;
import dev.earshot.local.lambda.Invoker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private static final Invoker NOBODY = event -> CompletableFuture.completedFuture(new Crashed("not called"));

    private final RouteTable routes = table(
            "$default",
            "ANY /{proxy+}",
            "GET /pets/{proxy+}",
            "GET /pets/dog/{id}",
            "GET /pets/dog/1",
            "ANY /pets/dog/1",
            "ANY /hooks/{source}",
            "POST /hooks/{source}/{secret}");

    /** The first five are AWS's own example of what wins. */
    @ParameterizedTest
    @CsvSource({
        "GET, /pets/dog/1, GET /pets/dog/1",
        "GET, /pets/dog/2, GET /pets/dog/{id}",
        "GET, /pets/cat/1, GET /pets/{proxy+}",
        "POST, /test/5, ANY /{proxy+}",
        "GET, /, $default",
        "DELETE, /pets/dog/1, ANY /pets/dog/1",
        "OPTIONS, /hooks/forum, ANY /hooks/{source}",
        "HEAD, /hooks/forum, ANY /hooks/{source}",
        "POST, /hooks/forum/s3cret, POST /hooks/{source}/{secret}",
        "PUT, /hooks/forum/s3cret, ANY /{proxy+}",
        "POST, /hooks/, ANY /{proxy+}"
    })
    void choosesTheMostSpecificRoute(String method, String path, String key) {
        assertEquals(key, routes.find(method, path).orElseThrow().route().key());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, ANY /",
        "GET, /cases, ANY /{proxy+}",
        "GET, /api, ANY /{proxy+}",
        "POST, /api/cases/c_1/resolve, ANY /api/{proxy+}",
        "POST, /hooks/forum, ANY /hooks/{source}"
    })
    void greedyRoutesTakeWhatIsBelowThemAlone(String method, String path, String key) {
        RouteTable inbox = table("ANY /", "ANY /{proxy+}", "ANY /api/{proxy+}", "ANY /hooks/{source}");
        assertEquals(key, inbox.find(method, path).orElseThrow().route().key());
    }

    @Test
    void decodesPathParameters() {
        Map<String, String> parameters =
                routes.find("POST", "/hooks/a%20b+c/d%2Fe").orElseThrow().parameters();
        assertEquals(Map.of("source", "a b+c", "secret", "d/e"), parameters);
        assertEquals(
                Map.of("proxy", "x/y z"),
                routes.find("POST", "/x/y%20z").orElseThrow().parameters());
    }

    @Test
    void findsNothingWithoutDefault() {
        assertTrue(table("GET /hooks/{source}").find("POST", "/hooks/forum").isEmpty());
        assertTrue(table("GET /hooks/{source}").find("GET", "/hooks/forum/").isEmpty());
    }

    @Test
    void refusesWhatIsNoRouteKey() {
        assertThrows(IllegalArgumentException.class, () -> table("/hooks"));
        assertThrows(IllegalArgumentException.class, () -> table("GET hooks"));
    }

    private static RouteTable table(String... keys) {
        Map<String, Invoker> functions = new LinkedHashMap<>();
        for (String key : keys) {
            functions.put(key, NOBODY);
        }
        return new RouteTable(functions);
    }
}
