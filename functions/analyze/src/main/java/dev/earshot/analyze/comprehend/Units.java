package dev.earshot.analyze.comprehend;

import java.util.List;

/** What Comprehend charges: units of 100 characters, at least three for each document. */
final class Units {

    /** What is paid for even when less is sent. */
    static final int SMALLEST_CHARGE_CHARACTERS = 300;

    private static final int CHARACTERS = 100;

    private Units() {}

    /**
     * The units of one call. Amazon states the smallest charge "per request"; here it is counted for each document of a
     * batch, so that the figure is never below the bill.
     */
    static long of(List<String> documents) {
        return documents.stream().mapToLong(Units::of).sum();
    }

    private static long of(String document) {
        long charged = Math.max(SMALLEST_CHARGE_CHARACTERS, document.codePointCount(0, document.length()));
        return (charged + CHARACTERS - 1) / CHARACTERS;
    }
}
