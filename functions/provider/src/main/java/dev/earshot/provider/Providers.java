package dev.earshot.provider;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.cloudevents.CloudEvents;
import dev.earshot.provider.feed.Feed;
import dev.earshot.provider.github.GitHub;
import dev.earshot.provider.standardwebhooks.StandardWebhooks;
import dev.earshot.provider.websub.WebSub;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every provider there is; a new one is registered by its line here. */
public final class Providers {

    private static final List<Provider> ALL =
            List.of(new StandardWebhooks(), new CloudEvents(), new GitHub(), new WebSub(), new Feed());

    private static final Map<String, Provider> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));

    private Providers() {}

    /** The names of all. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** What makes a source useless as it is configured; empty when nothing does. */
    public static Optional<SourceRules.Fault> check(Source source) {
        Optional<Provider> provider = named(source.provider());
        if (provider.isEmpty()) {
            String there = new TreeSet<>(names()).toString();
            String what = "source '" + source.name() + "' has a provider that does not exist; there are " + there;
            return Optional.of(new SourceRules.Fault("/provider", what));
        }
        return provider.get().rules().check(source);
    }

    /** The provider that a source names. */
    public static Optional<Provider> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
