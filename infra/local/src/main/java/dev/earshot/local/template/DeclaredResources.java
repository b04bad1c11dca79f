package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code Resources} of one template, those that SAM adds included, and which of them are created. */
final class DeclaredResources {

    /** CloudFormation's own limit. */
    private static final int MAX_RESOURCES = 500;

    private final Map<String, Declared> created = new LinkedHashMap<>();
    private final Map<String, String> absent = new LinkedHashMap<>();
    private final ApiRoutes routes;

    DeclaredResources(Sections sections, References references) {
        Globals globals = new Globals(sections.fields("Globals"));
        Value.Fields section = sections.fields("Resources");
        if (section.entries().isEmpty() || section.entries().size() > MAX_RESOURCES) {
            throw section.at().error("a template has 1 to " + MAX_RESOURCES + " Resources");
        }
        section.entries().forEach((id, field) -> {
            Declared resource = Declared.read(id, field, globals);
            ResourceTypes.check(resource, sections.isServerless());
            if (resource.condition()
                    .map(name -> references.condition(name, resource.at()))
                    .orElse(true)) {
                created.put(id, resource);
            } else {
                absent.put(id, resource.condition().orElseThrow());
            }
        });
        this.routes = new ApiRoutes(created.values());
        addImplicitApi(globals);
    }

    Collection<Declared> created() {
        return created.values();
    }

    /** The resource of that name; an error when it is declared and not created. */
    Optional<Declared> find(String name, Position at) {
        if (absent.containsKey(name)) {
            throw at.error(name + " is not created because its condition " + absent.get(name)
                    + " does not hold, choose with Fn::If");
        }
        return Optional.ofNullable(created.get(name));
    }

    /** The function whose role SAM would call {@code name}. */
    Optional<Declared> functionOfRole(String name) {
        return created.values().stream()
                .filter(resource -> resource.type().equals(FunctionReader.TYPE))
                .filter(resource -> name.equals(resource.id() + "Role"))
                .filter(resource -> resource.properties().get("Role").isEmpty())
                .findFirst();
    }

    /** What must exist before {@code resource} though no property of it says so. */
    List<Dependency> before(Declared resource) {
        List<Dependency> before = new ArrayList<>();
        for (Value value : resource.dependsOn()) {
            String name = value.asText("DependsOn");
            if (!created.containsKey(name) && !absent.containsKey(name)) {
                throw value.at().error("DependsOn names " + name + ", which is no resource: check the spelling");
            }
            Optional.ofNullable(created.get(name)).ifPresent(other -> before.add(new Dependency(other, value.at())));
        }
        for (ApiRoutes.Route route : routes.of(resource.id())) {
            Optional.ofNullable(created.get(route.function()))
                    .ifPresent(function -> before.add(new Dependency(function, route.at())));
        }
        return before;
    }

    private void addImplicitApi(Globals globals) {
        String id = ApiRoutes.IMPLICIT_API;
        routes.of(id).stream()
                .findFirst()
                .filter(route -> !created.containsKey(id))
                .ifPresent(route -> {
                    Value.Fields properties = globals.applyTo(HttpApiReader.TYPE, Value.Fields.none(route.at()));
                    created.put(
                            id,
                            new Declared(id, HttpApiReader.TYPE, properties, Optional.empty(), List.of(), route.at()));
                });
    }

    /** A resource that comes first, and where that is said. */
    record Dependency(Declared resource, Position at) {}
}
