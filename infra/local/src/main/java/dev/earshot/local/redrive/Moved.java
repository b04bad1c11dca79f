package dev.earshot.local.redrive;

import org.jspecify.annotations.Nullable;

/**
 * What became of a redrive.
 *
 * @param moved how many are in their queue again
 * @param doubled how many of them could not be deleted from the dead-letter queue, and so are in both
 * @param missed how many of those looked at are still dead letters, or were taken by somebody else
 * @param arrived how many others were met: dead letters since
 * @param fault why it ended before its time; null when it did not
 */
public record Moved(
        int moved,
        int doubled,
        int missed,
        int arrived,
        @Nullable String fault) {}
