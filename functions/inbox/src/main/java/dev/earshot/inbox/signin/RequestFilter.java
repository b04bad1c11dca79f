package dev.earshot.inbox.signin;

import dev.earshot.inbox.measure.RequestMetrics;
import dev.earshot.inbox.problem.ErrorAnswer;
import dev.earshot.inbox.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What holds for every request before anybody looks at it, and for every answer. */
@Singleton
public class RequestFilter {

    private static final int FIRST = 1_000;
    private static final long LARGEST_BODY = 64 * 1024;
    private static final String SPECIFICATION = "/api/openapi";

    private final CrossSite crossSite;
    private final IssuerAddresses issuer;
    private final RequestMetrics metrics;
    private final Clock clock;

    public RequestFilter(CrossSite crossSite, IssuerAddresses issuer, RequestMetrics metrics, Clock clock) {
        this.crossSite = crossSite;
        this.issuer = issuer;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        Instant begun = clock.instant();
        context.addEndHandler(
                done -> metrics.answered(context.response().getStatusCode(), Duration.between(begun, clock.instant())));
        context.addHeadersEndHandler(done -> SecurityHeaders.of(request.isSSL() || https(request), issuer.origins())
                .forEach((name, value) -> {
                    if (!context.response().headers().contains(name)) {
                        context.response().putHeader(name, value);
                    }
                }));
        Problem problem = problem(request);
        if (problem != null) {
            refuse(context, problem);
            return;
        }
        if (request.path().equals(SPECIFICATION) && !asksForAForm(request)) {
            request.headers().set("Accept", "application/json");
        }
        context.next();
    }

    private @Nullable Problem problem(HttpServerRequest request) {
        if (!isUri(request.uri())) {
            return Problem.of(404, "There is nothing here.");
        }
        // What is well addressed goes to another function.
        if (ErrorAnswer.isHook(request.path())) {
            return Problem.of(404, "Webhooks go to /hooks/NAME, or to /hooks/NAME/SECRET, where NAME is a source's.");
        }
        if (length(request) > LARGEST_BODY) {
            return Problem.of(413, "A body has at most 64 KB.");
        }
        boolean strange = crossSite.refuses(
                request.method().name(),
                request.path(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.scheme() + "://" + request.getHeader("Host"));
        return strange ? Problem.of(403, "This was sent by another site.") : null;
    }

    /** HTTP APIs hand on decoded paths, in which anything may be. */
    private static boolean isUri(String text) {
        try {
            return new URI(text).getPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static long length(HttpServerRequest request) {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean https(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }

    private static boolean asksForAForm(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("yaml");
    }

    private static void refuse(RoutingContext context, Problem problem) {
        ErrorAnswer answer = ErrorAnswer.of(context.request().path(), problem);
        var unused = context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", answer.type())
                .end(answer.body());
    }
}
