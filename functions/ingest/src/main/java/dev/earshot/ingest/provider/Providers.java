package dev.earshot.ingest.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every provider there is; a new one is registered by its line here. */
public final class Providers {

    private static final List<Provider> ALL = List.of(new StandardWebhooks(), new GitHub());

    private static final Map<String, Provider> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));

    private Providers() {}

    /** The provider that a source names. */
    public static Optional<Provider> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
