package dev.earshot.poll;

/**
 * What came of a visit, or of several.
 *
 * @param feeds read, or found unchanged
 * @param feedsFailed could not be read
 * @param mentions queued
 * @param hubs that took a subscription
 * @param hubsFailed that did not
 */
public record Visit(int feeds, int feedsFailed, int mentions, int hubs, int hubsFailed) {

    /** Nothing was due. */
    public static final Visit NOTHING = new Visit(0, 0, 0, 0, 0);

    /** A feed could not be read. */
    public static final Visit FAILED_FEED = new Visit(0, 1, 0, 0, 0);

    /** A hub took a subscription. */
    public static final Visit HUB = new Visit(0, 0, 0, 1, 0);

    /** A hub did not take a subscription. */
    public static final Visit FAILED_HUB = new Visit(0, 0, 0, 0, 1);

    /** A feed was read, and so many mentions in it were new. */
    public static Visit feed(int mentions) {
        return new Visit(1, 0, mentions, 0, 0);
    }

    /** Both together. */
    public Visit plus(Visit other) {
        return new Visit(
                feeds + other.feeds,
                feedsFailed + other.feedsFailed,
                mentions + other.mentions,
                hubs + other.hubs,
                hubsFailed + other.hubsFailed);
    }
}
