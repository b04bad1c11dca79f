package dev.earshot.provider.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.SourceRules;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Any RSS or Atom feed, which is read on a schedule: nobody delivers it, so no delivery is proven. */
public final class Feed implements Provider {

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public boolean polled() {
        return true;
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any()
                .required(FeedOptions.URL, FeedOptions::urlFault)
                .option(FeedOptions.EVERY, FeedOptions::everyFault);
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return new Proof.Refused("this source is read on a schedule, nothing is delivered to it");
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return FeedMentions.heard(hook.body(), source, receivedAt);
    }

    @Override
    public List<String> setup(Source source, String url) {
        FeedOptions options = FeedOptions.of(source);
        return List.of(
                "Nothing is to be entered anywhere: the feed is read every " + options.every(),
                "Feed: " + options.url());
    }

    /** The feed as it would be found at its address. */
    @Override
    public Trial trial(Source source, Instant now) {
        return new Trial(
                Map.of("Content-Type", "application/atom+xml"), trialFeed(now).getBytes(UTF_8));
    }

    /** An Atom feed with one entry, in which the words of trials are said. */
    public static String trialFeed(Instant now) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                  <title>Trial</title><id>urn:earshot:trial</id><updated>%1$s</updated>
                  <entry>
                    <id>urn:earshot:trial:%2$d</id><title>Trial</title><updated>%1$s</updated>
                    <content>%3$s</content>
                  </entry>
                </feed>
                """.formatted(now, now.toEpochMilli(), Trial.WORDS);
    }
}
