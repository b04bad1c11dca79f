package dev.earshot.inbox.mentions;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.ReportedBy;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.core.routing.Department;
import dev.earshot.edge.MessageSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The use case: what an employee heard becomes a mention of the source {@code employees} and takes the same way as all
 * others. The mention says the department alone; who it was is kept beside it, and nowhere for an anonymous report.
 */
public final class Reporting {

    /** The provider of what employees report. */
    public static final String PROVIDER = "employee";

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Supplier<List<Department>> departments;
    private final Reporters reporters;
    private final ReportedLinks links;
    private final KnownPosts posts;
    private final MessageSink mentions;
    private final Clock clock;

    /** @param mentions the mentions queue */
    public Reporting(
            Supplier<List<Department>> departments,
            Reporters reporters,
            ReportedLinks links,
            KnownPosts posts,
            MessageSink mentions,
            Clock clock) {
        this.departments = departments;
        this.reporters = reporters;
        this.links = links;
        this.posts = posts;
        this.mentions = mentions;
        this.clock = clock;
    }

    /**
     * Queues the report. The same words from the same department are one mention, however often they are sent. What
     * quotes by its address what a department has a case of joins that mention; anonymous reports join nothing.
     *
     * @return the mention's id; empty when the queue did not take it
     */
    public Optional<MentionId> report(Caller caller, Report report) {
        Instant now = clock.instant();
        if (report.heardAt() != null && report.heardAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new InvalidMemberException("/heardAt", "nobody hears the future; leave it out for now");
        }
        Mention mention = mention(caller, report, now);
        if (!anonymous(report)) {
            Optional<MentionId> quoted = quoted(mention);
            if (quoted.isPresent()) {
                join(quoted.get(), caller, report, now);
                return quoted;
            }
            reporters.remember(mention.id(), caller, department(caller), now);
            if (mention.url() != null) {
                links.keep(mention.url(), mention.id(), now);
            }
        }
        String key = mention.id().value();
        return mentions.send(Map.of(key, QueueForms.write(mention))).isEmpty()
                ? Optional.of(mention.id())
                : Optional.empty();
    }

    private Optional<MentionId> quoted(Mention mention) {
        return mention.url() == null
                ? Optional.empty()
                : posts.at(mention.url()).filter(id -> !id.equals(mention.id()));
    }

    private void join(MentionId quoted, Caller caller, Report report, Instant now) {
        reporters.remember(quoted, caller, department(caller), now);
        links.keep(String.valueOf(report.url()), quoted, now);
        posts.tell(quoted, caller, department(caller), report, now);
    }

    private Mention mention(Caller caller, Report report, Instant now) {
        String department = anonymous(report) ? null : department(caller);
        return Mention.of(Source.EMPLOYEES, PROVIDER, externalId(report, department))
                .text(report.text())
                .title(report.where())
                .url(report.url())
                .createdAt(report.heardAt() == null ? now : report.heardAt())
                .reportedBy(anonymous(report) ? ReportedBy.nobody() : ReportedBy.of(department))
                .heard(now);
    }

    /** Nothing of the person goes into it: an id that could be guessed from a name would tell who it was. */
    private static String externalId(Report report, @Nullable String department) {
        String heardAt = report.heardAt() == null ? "" : EarshotJson.time(report.heardAt());
        return MentionId.fingerprint(
                String.join("\n", department + "", heardAt, report.url() + "", report.where() + "", report.text()));
    }

    private @Nullable String department(Caller caller) {
        return departments.get().stream()
                .map(Department::id)
                .filter(caller.groups()::contains)
                .findFirst()
                .orElse(null);
    }

    private static boolean anonymous(Report report) {
        return Boolean.TRUE.equals(report.anonymous());
    }
}
