package dev.earshot.provider;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.cloudevents.CloudEvents;
import dev.earshot.provider.discourse.Discourse;
import dev.earshot.provider.feed.Feed;
import dev.earshot.provider.form.Form;
import dev.earshot.provider.github.GitHub;
import dev.earshot.provider.intercom.Intercom;
import dev.earshot.provider.mastodon.Mastodon;
import dev.earshot.provider.meta.Meta;
import dev.earshot.provider.slack.Slack;
import dev.earshot.provider.standardwebhooks.StandardWebhooks;
import dev.earshot.provider.telegram.Telegram;
import dev.earshot.provider.trustpilot.Trustpilot;
import dev.earshot.provider.typeform.Typeform;
import dev.earshot.provider.websub.WebSub;
import dev.earshot.provider.x.X;
import dev.earshot.provider.zendesk.Zendesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every provider there is; a new one is registered by its line here. */
public final class Providers {

    private static final List<Provider> ALL = List.of(
            new StandardWebhooks(),
            new CloudEvents(),
            new GitHub(),
            new Discourse(),
            new Zendesk(),
            new Intercom(),
            new Mastodon(),
            new Typeform(),
            new Trustpilot(),
            new Form(),
            new WebSub(),
            new Feed(),
            new Meta(),
            new X(),
            new Slack(),
            new Telegram());

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

    /** The same in words alone. */
    public static Optional<String> fault(Source source) {
        return check(source).map(SourceRules.Fault::what);
    }

    /** The provider that a source names. */
    public static Optional<Provider> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
