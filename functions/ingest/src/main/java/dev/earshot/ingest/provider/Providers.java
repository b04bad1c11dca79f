package dev.earshot.ingest.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every provider there is; a new one is registered by its line here, and by its line in {@code ProviderRules}. */
public final class Providers {

    private static final List<Provider> ALL = List.of(new StandardWebhooks(), new GitHub(), new CloudEvents());

    private static final Map<String, Provider> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));

    private Providers() {}

    /** The names of all. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** The provider that a source names. */
    public static Optional<Provider> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
