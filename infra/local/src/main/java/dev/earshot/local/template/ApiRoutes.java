package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which functions an HTTP API's definition names. SAM writes their ARNs into it, so the API depends on them: a function
 * that has routes and also refers to its own API cannot be deployed.
 */
final class ApiRoutes {

    /** The API that SAM makes for routes that name none. */
    static final String IMPLICIT_API = "ServerlessHttpApi";

    private final List<Route> routes = new ArrayList<>();

    ApiRoutes(Collection<Declared> resources) {
        resources.stream()
                .filter(resource -> resource.type().equals(FunctionReader.TYPE))
                .forEach(this::collect);
    }

    List<Route> of(String api) {
        return routes.stream().filter(route -> route.api().equals(api)).toList();
    }

    private void collect(Declared function) {
        function.properties().get("Events").ifPresent(events -> {
            if (events instanceof Value.Fields fields) {
                fields.entries().values().forEach(event -> api(event.value())
                        .ifPresent(api -> routes.add(new Route(function.id(), api, event.key()))));
            }
        });
    }

    private static Optional<String> api(Value event) {
        if (!(event instanceof Value.Fields fields)
                || !fields.get("Type")
                        .filter(type -> type instanceof Value.Scalar scalar
                                && scalar.text().equals(EventReader.HTTP_API))
                        .isPresent()) {
            return Optional.empty();
        }
        Optional<Value> named = fields.get("Properties")
                .flatMap(
                        value -> value instanceof Value.Fields properties ? properties.get("ApiId") : Optional.empty());
        if (named.isEmpty()) {
            return Optional.of(IMPLICIT_API);
        }
        return named.filter(Value.Call.class::isInstance)
                .map(value -> ((Value.Call) value).argument())
                .map(argument -> argument instanceof Value.Scalar scalar ? scalar.text() : "");
    }

    /** A function's route of an API. */
    record Route(String function, String api, Position at) {}
}
