package dev.earshot.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.local.cloud.LocalCloud;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Goes to pages as a browser does: with cookies, and through the issuer's page where one has to sign in. */
final class Browsing {

    private static final HttpClient STRANGER =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final LocalCloud cloud;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Browsing(LocalCloud cloud) {
        this.cloud = cloud;
    }

    /** Somebody who has signed in. */
    static Browsing signedIn(LocalCloud cloud, String name, String... groups) throws Exception {
        Browsing browsing = new Browsing(cloud);
        HttpResponse<String> login = browsing.get("/");
        List<String> form = new ArrayList<>(List.of("name=" + encoded(name)));
        for (String group : groups) {
            form.add("group=" + encoded(group));
        }
        HttpResponse<String> home =
                browsing.http.send(form(login.uri(), String.join("&", form)).build(), BodyHandlers.ofString());
        if (home.statusCode() != 200
                || !home.uri().getAuthority().equals(cloud.address().getAuthority())) {
            throw new AssertionError(home.uri() + " answered " + home.statusCode() + ": " + home.body());
        }
        return browsing;
    }

    /** Asks for a page without having signed in; redirects are not followed. */
    static HttpResponse<String> get(LocalCloud cloud, String path) throws Exception {
        return follow(cloud.address().resolve(path).toString());
    }

    /** Follows a link without having signed in. */
    static HttpResponse<String> follow(String link) throws Exception {
        return STRANGER.send(request(URI.create(link)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(request(cloud.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Sends a page's form from that page. */
    HttpResponse<String> submit(String path, String form) throws Exception {
        return submit(path, form, cloud.address().toString());
    }

    /** Sends a form from a page of this origin. */
    HttpResponse<String> submit(String path, String form, String origin) throws Exception {
        return http.send(
                form(cloud.address().resolve(path), form)
                        .header("Origin", origin)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(URI address, String form) {
        return request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(40));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
