package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One template being read. A resource is read when something refers to it, or at the end; what is referred to is read
 * whole, so a circle that CloudFormation would refuse comes to light here too.
 */
final class Stack implements References {

    private final Declarations declarations;
    private final DeclaredResources declared;
    private final Scope scope;
    private final Sections sections;
    private final Map<String, Built> built = new LinkedHashMap<>();
    private final Set<String> inProgress = new LinkedHashSet<>();

    private Stack(TemplateFile file, Sections sections, Given given, LocalEnvironment environment) {
        this.declarations = new Declarations(sections, given, environment);
        this.declarations.check();
        this.declared = new DeclaredResources(sections, declarations);
        this.scope = new Scope(file, environment, new Intrinsics(this));
        this.sections = sections;
    }

    /** Reads a nested stack, or the root. */
    static Stack read(TemplateFile file, Given given, LocalEnvironment environment) {
        Value.Fields document = YamlDocument.read(file.path(), file.shownAs());
        return new Stack(file, new Sections(document), given, environment);
    }

    /** The resources that are created, in the order of the file. */
    List<Resource> resources() {
        declared.created().forEach(resource -> build(resource, resource.at()));
        List<Resource> all = new ArrayList<>();
        declared.created()
                .forEach(resource ->
                        all.addAll(build(resource, resource.at()).resources().get()));
        return all;
    }

    Map<String, String> outputs() {
        Map<String, String> values = new LinkedHashMap<>();
        sections.fields("Outputs").entries().forEach((name, field) -> {
            Properties output = new Properties("output " + name, field.value().asFields(name), field.key());
            Value value = output.value("Value").orElseThrow(() -> output.missing("Value"));
            if (output.text("Condition").map(it -> condition(it, field.key())).orElse(true)) {
                values.put(name, scope.intrinsics().text(value, "the output " + name));
            }
            output.refuseOthers("Description", "Export");
        });
        return values;
    }

    String description() {
        return sections.description();
    }

    Map<String, String> parameters() {
        return declarations.parameters();
    }

    @Override
    public Value ref(String name, Position at) {
        return declarations
                .find(name, at)
                .orElseGet(() -> Value.text(identity(name, at).ref(), at));
    }

    @Override
    public String attribute(String resource, String attribute, Position at) {
        return identity(resource, at)
                .attribute()
                .apply(attribute)
                .orElseThrow(() -> at.error(resource + " has no attribute " + attribute + " that the local cloud knows,"
                        + " check the spelling"));
    }

    @Override
    public boolean condition(String name, Position at) {
        return declarations.condition(name, at);
    }

    @Override
    public Value mapped(String map, String first, String second, Position at) {
        return declarations.mapped(map, first, second, at);
    }

    private Identity identity(String name, Position at) {
        return declared.find(name, at)
                .map(resource -> build(resource, at).identity())
                .or(() ->
                        declared.functionOfRole(name).map(function -> GeneratedRole.of(function, scope.environment())))
                .orElseThrow(() -> at.error("there is no parameter and no resource " + name + ", check the spelling"));
    }

    private Built build(Declared resource, Position at) {
        Built done = built.get(resource.id());
        if (done != null) {
            return done;
        }
        if (!inProgress.add(resource.id())) {
            throw circle(resource, at);
        }
        declared.before(resource).forEach(other -> build(other.resource(), other.at()));
        Built result = ResourceTypes.reader(resource).read(resource, scope);
        inProgress.remove(resource.id());
        built.put(resource.id(), result);
        return result;
    }

    private TemplateException circle(Declared resource, Position at) {
        List<String> circle = new ArrayList<>(inProgress);
        List<String> members = circle.subList(circle.indexOf(resource.id()), circle.size());
        return at.error("circular reference " + String.join(" -> ", members) + " -> " + resource.id()
                + ", CloudFormation cannot create these: break the circle");
    }
}
