package dev.earshot.provider.trustpilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.trustpilot.ReviewLookup.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The events of one delivery. Stars are not made part of the title or the text, which are the reviewer's own words. A
 * deletion is believed without a lookup: it can only take words away.
 */
final class Reviews {

    private static final String PRODUCT = "product-review-";
    private static final Set<String> SAID = Set.of(
            "service-review-created", "service-review-updated", "product-review-created", "product-review-updated");
    private static final Set<String> DELETED = Set.of("service-review-deleted", "product-review-deleted");
    private static final Pattern ID_TO_ASK_FOR = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Source source;
    private final Instant receivedAt;
    private final ReviewLookup lookup;
    private final Listening listening;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private int ignored;

    Reviews(Source source, Instant receivedAt, ReviewLookup lookup) {
        this.source = source;
        this.receivedAt = receivedAt;
        this.lookup = lookup;
        this.listening = Listening.of(source);
    }

    /** One review that an event is about; {@code data} is what is known of it. */
    private record Review(String event, String id, Fields data) {}

    Heard heard(JsonNode events) {
        List<Review> said = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            read(new Fields(events.path(i), "/events/" + i), events.path(i), said);
        }
        JsonNode key = source.options().path(Trustpilot.API_KEY);
        if (!key.isMissingNode() && !said.isEmpty()) {
            Map<String, ReviewLookup.Answer> answers = lookup.ask(key.asText(""), paths(said));
            for (ReviewLookup.Answer answer : answers.values()) {
                if (answer instanceof ReviewLookup.NoAnswer none) {
                    return new Heard.Later(none.reason());
                }
            }
            said = lookedUp(said, answers);
        }
        said.forEach(this::mention);
        return mentions.isEmpty() && !errors.isEmpty()
                ? new Heard.Malformed("No event of the delivery is as Trustpilot documents it.", errors)
                : new Heard.Mentions(mentions, ignored, errors);
    }

    private void read(Fields event, JsonNode json, List<Review> said) {
        String name = json.path("eventName").asText("");
        boolean deletes = DELETED.contains(name);
        boolean heard = listening.event(name) && (deletes || listening.channel(locationId(json)));
        if (!heard || !(deletes || SAID.contains(name))) {
            ignored++;
            return;
        }
        Fields data = event.within("eventData");
        String id = data.id("id");
        boolean asked = !deletes && source.options().has(Trustpilot.API_KEY);
        if (id == null || (asked && !ID_TO_ASK_FOR.matcher(id).matches())) {
            data.wrong("id", "is missing or not an id of Trustpilot's");
            fail(data);
        } else if (deletes) {
            mentions.add(draft(id).version(Long.MAX_VALUE).deleted(receivedAt));
        } else {
            said.add(new Review(name, id, data));
        }
    }

    /** Channels are locations, by {@code locationId}. */
    private static @Nullable String locationId(JsonNode json) {
        return json.at("/eventData/locationId").textValue();
    }

    private static Map<String, String> paths(List<Review> said) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (Review review : said) {
            String kind = review.event().startsWith(PRODUCT) ? "/v1/product-reviews/" : "/v1/reviews/";
            paths.put(review.id(), kind + review.id());
        }
        return paths;
    }

    /** What Trustpilot itself says of the reviews; those that it does not know are ignored. */
    private List<Review> lookedUp(List<Review> said, Map<String, ReviewLookup.Answer> answers) {
        List<Review> known = new ArrayList<>();
        for (Review review : said) {
            if (answers.get(review.id()) instanceof Found found) {
                known.add(new Review(review.event(), review.id(), new Fields(found.review(), "")));
            } else {
                ignored++;
            }
        }
        return known;
    }

    private void mention(Review review) {
        Fields data = review.data();
        String text = data.text("text");
        Fields consumer = data.within("consumer");
        String name = consumer.text("name");
        MentionDraft draft = draft(review.id())
                .title(data.text("title"))
                .text(text == null ? data.text("content") : text)
                .author(Author.ofNullable(consumer.id("id"), null, name == null ? consumer.text("displayName") : name))
                .language(data.text("language"))
                .createdAt(data.time("createdAt"))
                .version(version(review.event(), data));
        if (data.errors().isEmpty()) {
            boolean product = review.event().startsWith(PRODUCT);
            mentions.add(draft.url(product ? null : "https://www.trustpilot.com/reviews/" + review.id())
                    .heard(receivedAt));
        } else {
            fail(data);
        }
    }

    /** An update that does not say when it was made is as new as its delivery. */
    private long version(String event, Fields data) {
        Instant updated = data.time("updatedAt");
        if (updated != null) {
            return Math.max(1, updated.toEpochMilli());
        }
        return event.endsWith("-updated") ? receivedAt.toEpochMilli() : 1;
    }

    private MentionDraft draft(String id) {
        return Mention.of(source.name(), "trustpilot", id);
    }

    private void fail(Fields data) {
        errors.addAll(data.errors());
        ignored++;
    }
}
