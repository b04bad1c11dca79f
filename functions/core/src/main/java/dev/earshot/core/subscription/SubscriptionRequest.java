package dev.earshot.core.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as it was sent; {@link RequestReader} finds out whether it is in order.
 *
 * @param filter null for everything
 */
public record SubscriptionRequest(
        @Nullable String department,
        @Nullable String protocol,
        @Nullable String endpoint,
        @Nullable FilterRequest filter) {

    /**
     * Which notices are asked for.
     *
     * @param kinds null or empty for all
     * @param minPriority null for all
     */
    public record FilterRequest(
            @Nullable List<@Nullable String> kinds,
            @Nullable String minPriority) {}
}
