package dev.earshot.inbox.departments;

import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.routing.Department;
import dev.earshot.inbox.api.Items;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Departments with their rules. */
@Path("/api/departments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DepartmentResource {

    private final DepartmentDesk desk;
    private final CurrentCaller caller;

    public DepartmentResource(DepartmentDesk desk, CurrentCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** All departments, in their configured order. */
    @GET
    public Items<Department> list() {
        caller.get();
        return Items.all(desk.now());
    }

    /** One department. */
    @GET
    @Path("/{id}")
    public Department find(String id) {
        caller.get();
        return desk.find(id).orElseThrow(NotFoundException::new);
    }

    /** Changes a department, or adds one; the council alone. */
    @PUT
    @Path("/{id}")
    public Department put(String id, @Nullable Department department) {
        if (department == null) {
            throw new ProblemException(Problem.of(400, "The body is missing; send the department as JSON."));
        }
        if (!department.id().equals(id)) {
            throw new InvalidMemberException("/id", "must be the id in the path");
        }
        return switch (desk.put(caller.get(), department)) {
            case CHANGED -> department;
            case NOT_ALLOWED -> throw new NotFoundException();
            case TOO_LARGE ->
                throw new InvalidMemberException(
                        "/examples", "with the rules more than 400 KB: keep fewer or shorter ones");
            case TOO_MANY ->
                throw new ProblemException(
                        Problem.of(409, "There are " + DepartmentDesk.most() + " departments, which is the most."));
        };
    }
}
