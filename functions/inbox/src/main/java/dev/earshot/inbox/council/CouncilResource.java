package dev.earshot.inbox.council;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.Review;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.export.Csv;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.metrics.MetricsReading;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How listening goes, for the council and for leadership; nobody else is told that there is such a page. */
@Path("/council")
@Produces(MediaType.TEXT_HTML)
public class CouncilResource {

    private final MetricsReading metrics;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;
    private final Clock clock;

    public CouncilResource(MetricsReading metrics, DepartmentDesk departments, CurrentCaller caller, Clock clock) {
        this.metrics = metrics;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("department") @Nullable String department) {
        Caller me = entitled();
        Span span = Span.read(from, to, department, today());
        Council council = Council.of(read(me, span), span, names(), new Links(me), today());
        return Response.ok(CouncilTemplates.council(Frame.of(Place.COUNCIL, me), council))
                .build();
    }

    /** The same by department and day. */
    @GET
    @Path("export.csv")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response export(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("department") @Nullable String department) {
        Caller me = entitled();
        Span span = Span.read(from, to, department, today());
        Review review = read(me, span)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(400, "That is too much at once; ask for fewer days or for one department.")));
        String file = "earshot-" + span.from() + "-to-" + span.to() + ".csv";
        return Response.ok(CouncilSheet.of(review))
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private Caller entitled() {
        Caller me = caller.get();
        if (!Access.overview(me)) {
            throw new NotFoundException();
        }
        return me;
    }

    private Optional<Review> read(Caller me, Span span) {
        return metrics.read(me, span.department().orElse(null), span.period());
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Map<String, String> names() {
        Map<String, String> names = departments.names();
        names.put(Counted.UNROUTED, "Unrouted");
        names.put(Counted.NOISE, "Noise");
        return names;
    }
}
