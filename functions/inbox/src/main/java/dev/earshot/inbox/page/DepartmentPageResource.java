package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.routing.Department;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.departments.DepartmentEdit;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of one department, by which the council changes it part by part. */
@Path("/departments/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DepartmentPageResource {

    private final DepartmentDesk desk;
    private final CurrentCaller caller;

    public DepartmentPageResource(DepartmentDesk desk, CurrentCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response show(String id) {
        return page(Response.Status.OK, find(id), Optional.empty());
    }

    @POST
    @Path("/about")
    @Operation(hidden = true)
    public Response about(
            String id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("liaison") @DefaultValue("") String liaison,
            @FormParam("description") @DefaultValue("") String description,
            @FormParam("within") @DefaultValue("") String within,
            @FormParam("unit") @DefaultValue("") String unit,
            @FormParam("guidance") @DefaultValue("") String guidance) {
        return change(
                id,
                "about",
                one -> DepartmentEdit.about(
                        one,
                        new DepartmentEdit.About(
                                name, liaison, description, DepartmentEdit.within(within, unit), guidance)),
                new DepartmentCard.Change("", null, "", ""));
    }

    @POST
    @Path("/rules")
    @Operation(hidden = true)
    public Response rule(
            String id,
            @FormParam("was") @DefaultValue("") String was,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("pattern") @DefaultValue("") String pattern,
            @FormParam("action") @DefaultValue("") String action,
            @FormParam("priority") @DefaultValue("") String priority) {
        return change(
                id,
                "rules",
                one -> DepartmentEdit.rule(one, was, name, pattern, action, priority),
                new DepartmentCard.Change(
                        was, new DepartmentCard.RuleRow(name, pattern, "", action, priority), "", ""));
    }

    @POST
    @Path("/rules/remove")
    @Operation(hidden = true)
    public Response removeRule(String id, @FormParam("was") @DefaultValue("") String was) {
        return change(
                id,
                "rules",
                one -> DepartmentEdit.withoutRule(one, was),
                new DepartmentCard.Change("", null, "", ""));
    }

    @POST
    @Path("/examples")
    @Operation(hidden = true)
    public Response example(String id, @FormParam("example") @DefaultValue("") String example) {
        return change(
                id,
                "examples",
                one -> DepartmentEdit.example(one, example),
                new DepartmentCard.Change("", null, example, ""));
    }

    @POST
    @Path("/examples/remove")
    @Operation(hidden = true)
    public Response removeExample(String id, @FormParam("example") @DefaultValue("") String example) {
        return change(
                id,
                "examples",
                one -> DepartmentEdit.withoutExample(one, example),
                new DepartmentCard.Change("", null, "", ""));
    }

    private Response change(
            String id, String part, UnaryOperator<Department> edit, DepartmentCard.Change attempt) {
        Department before = find(id);
        if (!Access.configuration(caller.get())) {
            throw new NotFoundException();
        }
        String message;
        try {
            message = switch (desk.put(caller.get(), edit.apply(before))) {
                case CHANGED -> "";
                case NOT_ALLOWED -> throw new NotFoundException();
                case TOO_LARGE -> "with its rules and examples it would be larger than 400 KB";
                case TOO_MANY -> "there are " + DepartmentDesk.most() + " departments, which is the most";
            };
        } catch (InvalidMemberException e) {
            message = (e.pointer().isEmpty() ? "" : e.pointer() + " ") + e.getMessage();
        }
        if (message.isEmpty()) {
            return Response.seeOther(URI.create("/departments/" + before.id() + "#" + part)).build();
        }
        return page(
                Response.Status.BAD_REQUEST,
                before,
                Optional.of(new DepartmentCard.Change(
                        attempt.was(), attempt.rule(), attempt.example(), "Not changed: " + message + ".")));
    }

    private Response page(Response.Status status, Department one, Optional<DepartmentCard.Change> attempt) {
        Caller me = caller.get();
        DepartmentCard card = DepartmentCard.of(one, Access.configuration(me), attempt);
        return Response.status(status)
                .entity(PageTemplates.department(Frame.of(one.name(), Place.DEPARTMENTS, me), card))
                .build();
    }

    private Department find(String id) {
        return desk.find(id).orElseThrow(NotFoundException::new);
    }
}
