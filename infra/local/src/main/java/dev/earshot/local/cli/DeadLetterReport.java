package dev.earshot.local.cli;

import dev.earshot.local.redrive.DeadLetter;
import dev.earshot.local.redrive.DeadLetter.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Dead letters for people: by cause, the most frequent first, with ids to look them up by. */
final class DeadLetterReport {

    private static final int MOST_IDS = 10;

    private DeadLetterReport() {}

    /** The lines to print. */
    static List<String> of(List<DeadLetter> letters) {
        Map<Cause, List<DeadLetter>> byCause = letters.stream()
                .collect(Collectors.groupingBy(DeadLetter::cause, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byCause.entrySet().stream()
                .sorted(Comparator.comparing(group -> -group.getValue().size()))
                .forEach(group -> add(lines, group.getKey(), group.getValue()));
        return lines;
    }

    private static void add(List<String> lines, Cause cause, List<DeadLetter> letters) {
        lines.add(letters.size() + " x " + why(cause));
        letters.stream()
                .limit(MOST_IDS)
                .map(letter -> "    message " + letter.messageId()
                        + (letter.mentionId() == null ? ", no mention id" : ", mention " + letter.mentionId()))
                .forEach(lines::add);
        if (letters.size() > MOST_IDS) {
            lines.add("    and " + (letters.size() - MOST_IDS) + " more");
        }
    }

    private static String why(Cause cause) {
        if (cause.reason() == null) {
            return "no reason given: SQS moved it here after its last delivery had failed, as in an outage";
        }
        String who = cause.function() == null ? "" : ", refused by " + Printable.line(cause.function());
        String where = cause.origin() == null ? "" : ", from " + Printable.line(cause.origin());
        return Printable.line(cause.reason()) + who + where;
    }
}
