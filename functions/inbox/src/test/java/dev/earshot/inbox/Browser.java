package dev.earshot.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the function through Quarkus's stand-in for API Gateway; keeps cookies, follows redirects when told. */
final class Browser {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The address as the function sees it: the stand-in keeps the port to itself. */
    static final String OWN = "http://localhost";

    private static URI function() {
        return URI.create("http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.lambda.mock-event-server.test-port", int.class));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Goes to a page and on, as long as it is sent elsewhere. */
    HttpResponse<String> visit(String path) {
        HttpResponse<String> answer = get(path);
        for (int hops = 0; answer.statusCode() / 100 == 3 && hops < 10; hops++) {
            answer = get(answer.headers().firstValue("location").orElseThrow());
        }
        return answer;
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    HttpCookie session() {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals("q_session"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session among " + cookies()));
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        URI target = URI.create(path.startsWith(OWN + "/") ? function() + path.substring(OWN.length()) : path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.isAbsolute() ? target : URI.create(function() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
