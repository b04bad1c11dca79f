package dev.earshot.local.template;

import java.util.Map;
import java.util.Optional;

/** What a template declares before its resources: parameters, mappings and conditions. Conditions see no more than this. */
final class Declarations implements References {

    private final LocalEnvironment environment;
    private final Parameters parameters;
    private final Value.Fields mappings;
    private final Conditions conditions;

    Declarations(Sections sections, Given given, LocalEnvironment environment) {
        this.environment = environment;
        this.parameters = new Parameters(sections.fields("Parameters"), given);
        this.mappings = sections.fields("Mappings");
        this.conditions = new Conditions(sections.fields("Conditions"), new Intrinsics(this));
    }

    void check() {
        conditions.checkAll();
    }

    Map<String, String> parameters() {
        return parameters.texts();
    }

    Optional<Value> find(String name, Position at) {
        return parameters.value(name).or(() -> pseudo(name).map(text -> Value.text(text, at)));
    }

    @Override
    public Value ref(String name, Position at) {
        return find(name, at)
                .orElseThrow(() -> at.error("a condition may use parameters only, and there is no parameter " + name
                        + ": check the spelling"));
    }

    @Override
    public String attribute(String resource, String attribute, Position at) {
        throw at.error("a condition may use parameters only, not the attribute " + resource + "." + attribute);
    }

    @Override
    public boolean condition(String name, Position at) {
        return conditions.holds(name, at);
    }

    @Override
    public Value mapped(String map, String first, String second, Position at) {
        return mappings.get(map)
                .flatMap(found -> found.asFields("the mapping " + map).get(first))
                .flatMap(found ->
                        found.asFields(first + " of the mapping " + map).get(second))
                .orElseThrow(() -> at.error(
                        "Mappings has no " + map + "." + first + "." + second + ", add it or check the spelling"));
    }

    private Optional<String> pseudo(String name) {
        return switch (name) {
            case "AWS::Region" -> Optional.of(environment.region());
            case "AWS::AccountId" -> Optional.of(environment.accountId());
            case "AWS::Partition" -> Optional.of(environment.partition());
            case "AWS::StackName" -> Optional.of(environment.stackName());
            case "AWS::StackId" -> Optional.of(environment.stackId());
            case "AWS::URLSuffix" -> Optional.of("amazonaws.com");
            default -> Optional.empty();
        };
    }
}
