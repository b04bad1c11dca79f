package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Department;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.cases.Giving;
import dev.earshot.inbox.cases.StepAnswer;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.mentions.GiveRequest;
import dev.earshot.inbox.mentions.MentionReading;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of what concerns nobody: unrouted mentions and noise, both of which can be given to a department. */
@Path("/{list: unrouted|noise}")
@Produces(MediaType.TEXT_HTML)
public class AsidePageResource {

    private static final String PAGE_SIZE = "25";

    private final MentionReading reading;
    private final Giving giving;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;

    public AsidePageResource(MentionReading reading, Giving giving, DepartmentDesk departments, CurrentCaller caller) {
        this.reading = reading;
        this.giving = giving;
        this.departments = departments;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response list(
            String list,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("given") @Nullable String given) {
        AsideDays days = new AsideDays(CaseQuery.day(from), CaseQuery.day(to));
        return page(Response.Status.OK, list, days, Paging.read(cursor, PAGE_SIZE), name(given), Optional.empty());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response give(
            String list,
            String id,
            @FormParam("department") @Nullable String department,
            @FormParam("text") @Nullable String text) {
        MentionId known = MentionId.parse(id).orElseThrow(NotFoundException::new);
        StepAnswer answer;
        try {
            GiveRequest request = new GiveRequest(department == null ? "" : department, text);
            answer = giving.give(caller.get(), known, request.department(), request.note());
        } catch (InvalidMemberException e) {
            answer = new StepAnswer.Invalid(e.pointer(), String.valueOf(e.getMessage()));
        }
        if (answer instanceof StepAnswer.Taken taken) {
            return Response.seeOther(
                            URI.create("/" + list + "?given=" + taken.now().department()))
                    .build();
        }
        if (answer instanceof StepAnswer.Refused refused) {
            return refused(Response.Status.CONFLICT, list, refused.why());
        }
        if (answer instanceof StepAnswer.Invalid invalid) {
            return refused(Response.Status.BAD_REQUEST, list, invalid.detail());
        }
        throw new NotFoundException();
    }

    private Response refused(Response.Status status, String list, String why) {
        return page(
                status,
                list,
                AsideDays.ALL,
                Paging.read(null, PAGE_SIZE),
                Optional.empty(),
                Optional.of("Not given: " + why + "."));
    }

    private Response page(
            Response.Status status,
            String list,
            AsideDays days,
            PageRequest asked,
            Optional<String> given,
            Optional<String> refused) {
        Caller me = caller.get();
        if (!Access.aside(me)) {
            throw new NotFoundException();
        }
        Place place = list.equals("noise") ? Place.NOISE : Place.UNROUTED;
        PageRequest at = days.begin(asked);
        Page<AnalyzedMention> page =
                days.within(place == Place.NOISE ? reading.noise(me, at) : reading.unrouted(me, at));
        List<Department> all = departments.all();
        Map<String, String> names = departments.names();
        AsideList shown = new AsideList(
                place,
                days,
                page.items().stream().map(said -> AsideRow.of(said, names)).toList(),
                AsideList.choices(all),
                Optional.ofNullable(page.next()).map(Object::toString),
                given,
                refused);
        return Response.status(status)
                .entity(PageTemplates.aside(Frame.of(place, me), shown))
                .build();
    }

    private Optional<String> name(@Nullable String id) {
        return Optional.ofNullable(id).map(departments.names()::get);
    }
}
