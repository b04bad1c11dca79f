package dev.earshot.inbox.metrics;

import dev.earshot.core.metrics.Period;
import dev.earshot.core.metrics.Review;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Counts and times. */
@Path("/api/metrics")
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {

    private final MetricsReading metrics;
    private final CurrentCaller caller;
    private final Clock clock;

    public MetricsResource(MetricsReading metrics, CurrentCaller caller, Clock clock) {
        this.metrics = metrics;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Counts and times of the departments that the caller may read. Cases count in the hour in which they were opened,
     * as they stand now.
     *
     * @param from RFC 3339; 30 days before {@code to} when left out, 24 hours by hour
     * @param to RFC 3339; now when left out
     * @param department whose alone; {@code _unrouted} and {@code _noise} for mentions without
     * @param bucket {@code day} (when left out; at most 400) or {@code hour} (at most 31 days of them)
     */
    @GET
    public Review read(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("department") @Nullable String department,
            @QueryParam("bucket") @Nullable String bucket) {
        Period period = PeriodQuery.read(from, to, bucket, clock.instant());
        String one = department == null || department.isEmpty() ? null : department;
        return metrics.read(caller.get(), one, period).orElseThrow(MetricsResource::tooMuch);
    }

    private static ProblemException tooMuch() {
        return new ProblemException(Problem.of(
                400, "That is more than can be read at once; ask for a shorter time or for one department."));
    }
}
