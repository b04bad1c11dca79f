package dev.earshot.local.trace;

import java.time.Instant;

/**
 * One step of a mention's way.
 *
 * @param at when
 * @param where the function, {@code sns}, or {@code case}
 * @param hop what happened, one word such as {@code queued}
 * @param detail ids, names of configured things and numbers; never what people said
 */
public record TracedHop(Instant at, String where, String hop, String detail) {}
