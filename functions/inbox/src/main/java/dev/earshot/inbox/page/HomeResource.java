package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.paging.Page;
import dev.earshot.core.routing.Department;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.cases.Casework;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page that people come to first: their departments' cases. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {

    private static final String CLOSED = "closed";
    private static final String PAGE_SIZE = "25";

    private final Casework casework;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;
    private final Clock clock;

    public HomeResource(Casework casework, DepartmentDesk departments, CurrentCaller caller, Clock clock) {
        this.casework = casework;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response home(
            @QueryParam("department") @Nullable String department,
            @QueryParam("show") @Nullable String show,
            @QueryParam("cursor") @Nullable String cursor) {
        Caller me = caller.get();
        List<CaseCard.Choice> mine = mine(me);
        CaseList cases = cases(me, department, show, cursor);
        return Response.ok(PageTemplates.home(Frame.of(Place.INBOX, me), mine, cases))
                .build();
    }

    /** The list alone, for the page to renew itself; 204 when it shows it already. */
    @GET
    @Path("cases")
    @Operation(hidden = true)
    public Response list(
            @QueryParam("department") @Nullable String department,
            @QueryParam("show") @Nullable String show,
            @QueryParam("seen") @Nullable String seen) {
        CaseList cases = cases(caller.get(), department, show, null);
        return cases.seen().equals(seen)
                ? Response.noContent().build()
                : Response.ok(PageTemplates.home$cases(cases)).build();
    }

    private CaseList cases(Caller me, @Nullable String department, @Nullable String show, @Nullable String cursor) {
        boolean closed = CLOSED.equals(show);
        String one = department == null || department.isEmpty() ? null : department;
        Set<CaseStatus> statuses = closed ? CaseStatus.CLOSED : CaseStatus.OPEN;
        Page<Case> page = casework.list(me, one, statuses, Paging.read(cursor, PAGE_SIZE));
        Map<String, String> names =
                departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
        Instant now = clock.instant();
        return new CaseList(
                page.items().stream()
                        .map(item -> CaseRow.of(item, names.getOrDefault(item.department(), item.department()), now))
                        .toList(),
                Optional.ofNullable(one),
                closed,
                Optional.ofNullable(page.next()).map(Object::toString),
                cursor == null);
    }

    private List<CaseCard.Choice> mine(Caller me) {
        return departments.all().stream()
                .filter(department -> Access.department(me, department.id()))
                .map(department -> new CaseCard.Choice(department.id(), department.name()))
                .toList();
    }
}
