package dev.earshot.core.subscription;

import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The wish that a department's notices go to an endpoint. What was asked for is what it is called, so that asking twice
 * is asking once.
 *
 * @param id {@code s_} and 26 characters of base32: the fingerprint of department, protocol, endpoint and filter
 * @param endpoint an e-mail address, a URL or a queue's ARN; an e-mail address is personal data and is never logged
 * @param createdBy the name of who asked
 */
public record Subscription(
        String id,
        String department,
        Protocol protocol,
        String endpoint,
        Filter filter,
        String createdBy,
        Instant createdAt) {

    private static final Pattern ID = Pattern.compile("s_[a-z2-7]{26}");

    public Subscription {
        if (!isId(id)) {
            throw new IllegalArgumentException("a subscription id is s_ and 26 characters of base32");
        }
    }

    /** Whether a subscription can have this id. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The subscription for what was asked. */
    static Subscription of(Wish wish, String createdBy, Instant now) {
        return new Subscription(
                id(wish), wish.department(), wish.protocol(), wish.endpoint(), wish.filter(), createdBy, now);
    }

    private static String id(Wish wish) {
        String kinds = wish.filter().kinds().stream().map(Enum::name).collect(Collectors.joining(","));
        return "s_"
                + MentionId.fingerprint(String.join(
                        "\n",
                        "subscription",
                        wish.department(),
                        wish.protocol().word(),
                        wish.endpoint(),
                        kinds,
                        String.valueOf(wish.filter().minPriority())));
    }

    /** Where its notices go. */
    public Address address() {
        return new Address(protocol, endpoint);
    }

    /** Without the endpoint, so that no log can hold it. */
    @Override
    public String toString() {
        return id;
    }
}
