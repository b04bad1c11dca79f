package dev.earshot.emulators.sns;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where e-mail goes instead of out: the newest {@value #CAPACITY} mails to anybody. Safe for use by many threads. */
public final class Mailbox {

    /** How many mails are kept; older ones make room. */
    public static final int CAPACITY = 1_000;

    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private final Clock clock;

    /** An empty mailbox that stamps mails by this clock. */
    public Mailbox(Clock clock) {
        this.clock = clock;
    }

    /** The mails kept, newest first, as of now. */
    public synchronized List<Mail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    /** The mail of this id, if it is still kept. */
    public synchronized Optional<Mail> find(String id) {
        return newestFirst.stream().filter(mail -> mail.id().equals(id)).findAny();
    }

    /** How many mails are kept. */
    public synchronized int count() {
        return newestFirst.size();
    }

    synchronized void receive(String to, String subject, String text, @Nullable URI confirmLink, Mail.Kind kind) {
        newestFirst.addFirst(
                new Mail(UUID.randomUUID().toString(), clock.instant(), to, subject, text, confirmLink, kind));
        if (newestFirst.size() > CAPACITY) {
            newestFirst.removeLast();
        }
    }
}
