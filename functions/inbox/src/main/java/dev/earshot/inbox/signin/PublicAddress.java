package dev.earshot.inbox.signin;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The inbox's address as people know it, without a slash at its end: as it is configured, else as it was called. The API
 * answers to its own names alone, so nobody can have it called by another.
 */
@Singleton
public class PublicAddress implements Supplier<String> {

    private final Optional<String> configured;
    private final CurrentVertxRequest request;

    public PublicAddress(
            @ConfigProperty(name = "earshot.public-url") Optional<String> configured, CurrentVertxRequest request) {
        this.configured = configured.filter(url -> !url.isBlank());
        this.request = request;
    }

    @Override
    public String get() {
        HttpServerRequest now = request.getCurrent().request();
        return configured.orElseGet(() -> now.scheme() + "://" + now.authority());
    }
}
