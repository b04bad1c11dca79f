package dev.earshot.core.routing;

/**
 * Why a case was opened, so that people can judge and correct it.
 *
 * @param kind what spoke for it
 * @param ref which one, such as {@code support/asks for money back}
 * @param text the same for people
 */
public record Because(Kind kind, String ref, String text) {

    /** What can speak for a case. */
    public enum Kind {
        RULE,
        EXAMPLE,
        SCORE,
        SAFETY,
        PERSON
    }
}
