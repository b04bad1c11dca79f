package dev.earshot.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** OpenID Connect itself, by mock-oauth2-server. It sees neither names of hosts nor origins that callers make up. */
final class Protocol {

    private final String base;
    private final Route endpoints;

    /** @param base the server's address, without a slash at its end */
    Protocol(String base, TokenMint mint) {
        this.base = base;
        OAuth2Config config =
                new OAuth2Config(true, null, null, false, mint.provider(), Set.of(mint), new NoServer(base));
        this.endpoints = new OAuth2HttpRequestHandler(config).getAuthorizationServer();
    }

    /**
     * Answers one request.
     *
     * @param target path and query, percent-encoded
     * @param headers the two that matter: {@code authorization} and {@code content-type}
     */
    IssuerAnswer answer(String method, String target, Map<String, String> headers, @Nullable String body) {
        HttpUrl url = HttpUrl.get(base + target);
        OAuth2HttpRequest request = new OAuth2HttpRequest(Headers.of(headers), method, url, body);
        OAuth2HttpResponse response = endpoints.invoke(request);
        Map<String, String> answered = new HashMap<>();
        response.getHeaders().forEach(header -> answered.put(header.getFirst(), header.getSecond()));
        return new IssuerAnswer(response.getStatus(), answered, Objects.requireNonNullElse(response.getBody(), ""));
    }

    /** The form by which the library's own login page would say who signs in. */
    static String signIn(Person person) {
        ObjectNode claims = EarshotJson.mapper().createObjectNode().put("name", person.name());
        person.groups().forEach(claims.putArray("groups")::add);
        return "username=" + URLEncoder.encode(person.name(), UTF_8) + "&claims="
                + URLEncoder.encode(claims.toString(), UTF_8);
    }
}
