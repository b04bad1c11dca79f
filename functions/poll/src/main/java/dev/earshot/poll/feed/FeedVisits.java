package dev.earshot.poll.feed;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.source.FeedState;
import dev.earshot.core.source.FeedStateStore;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import dev.earshot.edge.MentionQueue;
import dev.earshot.poll.Visit;
import dev.earshot.poll.web.Deadline;
import dev.earshot.poll.web.SafeWeb;
import dev.earshot.poll.web.WebAnswer;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.feed.FeedMentions;
import dev.earshot.provider.feed.FeedOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a source's feed when it is due, and queues what is new in it. */
public final class FeedVisits {

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1";

    private final SafeWeb web;
    private final FeedStateStore states;
    private final SourceHealth health;
    private final MentionQueue mentions;
    private final Clock clock;

    /** @param health gets what visits brought */
    public FeedVisits(SafeWeb web, FeedStateStore states, SourceHealth health, MentionQueue mentions, Clock clock) {
        this.web = web;
        this.states = states;
        this.health = health;
        this.mentions = mentions;
        this.clock = clock;
    }

    /** Reads the feed of a source; does nothing while it is not due. Outages of the store throw. */
    public Visit visit(Source source, Deadline deadline) {
        Instant now = clock.instant();
        FeedOptions options = FeedOptions.of(source);
        String feed = Fingerprint.of(options.url());
        // Another address is another feed.
        FeedState before = states.find(source.name())
                .filter(known -> known.feed().equals(feed))
                .orElseGet(() -> FeedState.unread(feed, now));
        if (!before.isDue(now)) {
            return Visit.NOTHING;
        }
        NextState next = new NextState(before, options.every(), now);
        WebAnswer answer = web.get(options.url(), conditions(before), deadline);
        return answer instanceof WebAnswer.Answered answered
                ? answered(source, answered, next)
                : failed(source, next, ((WebAnswer.Failed) answer).reason(), Optional.empty());
    }

    private static Map<String, String> conditions(FeedState before) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", ACCEPT);
        if (before.etag() != null) {
            headers.put("If-None-Match", before.etag());
        }
        if (before.lastModified() != null) {
            headers.put("If-Modified-Since", before.lastModified());
        }
        return headers;
    }

    private Visit answered(Source source, WebAnswer.Answered answer, NextState next) {
        return switch (answer.status()) {
            case 200 -> read(source, answer, next);
            case 304 -> kept(source, next.unchanged(), Visit.feed(0));
            case 410 -> kept(source, next.gone(), Visit.FAILED_FEED);
            default -> failed(source, next, "its server answered " + answer.status(), answer.header("retry-after"));
        };
    }

    private Visit kept(Source source, FeedState state, Visit visit) {
        states.put(source.name(), state);
        return visit;
    }

    private Visit read(Source source, WebAnswer.Answered answer, NextState next) {
        Heard heard = FeedMentions.heard(answer.body(), source, next.now());
        if (!(heard instanceof Heard.Mentions all)) {
            return failed(source, next, ((Heard.Malformed) heard).reason(), Optional.empty());
        }
        List<Mention> listened = Listening.of(source).apply(all).mentions();
        Map<String, Mention> prints = new HashMap<>();
        listened.forEach(mention -> prints.put(Fingerprint.of(mention), mention));
        List<Mention> unseen = prints.entrySet().stream()
                .filter(one -> !next.before().seen().contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!mentions.takesAll(unseen)) {
            return failed(source, next, "not everything in it could be queued", Optional.empty());
        }
        states.put(source.name(), next.read(answer, prints.keySet()));
        if (!unseen.isEmpty()) {
            health.add(source.name(), SourceReport.delivery(next.now(), unseen.size(), 0));
        }
        return Visit.feed(unseen.size());
    }

    private Visit failed(Source source, NextState next, String reason, Optional<String> retryAfter) {
        states.put(source.name(), next.failed(reason, retryAfter));
        return Visit.FAILED_FEED;
    }
}
