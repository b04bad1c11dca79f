package dev.earshot.local.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an event of type {@code HttpApi}. */
final class HttpRouteReader {

    private static final List<String> METHODS =
            List.of("ANY", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern PATH = Pattern.compile("\\$default|/[A-Za-z0-9/_.~{}+:@%-]{0,511}");

    private HttpRouteReader() {}

    static EventSource read(String name, Properties properties, Position at, Intrinsics intrinsics) {
        Optional<String> path = properties.text("Path");
        Optional<String> method = properties.text("Method").map(HttpRouteReader::method);
        if (path.isPresent() != method.isPresent()) {
            throw at.error("an HTTP route wants both Path and Method, or neither for $default");
        }
        path.filter(text -> !PATH.matcher(text).matches()).ifPresent(text -> {
            throw properties.at("Path").error(text + " is no route, begin it with /");
        });
        method.filter(verb -> !METHODS.contains(verb)).ifPresent(verb -> {
            throw properties.at("Method").error(verb + " is no method, use one of " + METHODS);
        });
        String api = properties.text("ApiId").orElseGet(() -> implicitApi(at, intrinsics));
        // Functions are built for 2.0; 1.0 is another shape of request altogether.
        properties.word("PayloadFormatVersion", List.of("2.0"));
        properties.refuseOthers("RouteSettings", "TimeoutInMillis");
        return new EventSource.HttpRoute(name, api, method.orElse("ANY"), path.orElse("$default"), at);
    }

    private static String method(String text) {
        return text.equals("*") ? "ANY" : text.toUpperCase(Locale.ROOT);
    }

    private static String implicitApi(Position at, Intrinsics intrinsics) {
        return intrinsics.text(new Value.Call("Ref", Value.text(ApiRoutes.IMPLICIT_API, at), at), "ApiId");
    }
}
