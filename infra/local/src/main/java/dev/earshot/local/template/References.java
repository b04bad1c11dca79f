package dev.earshot.local.template;

/** What intrinsic functions may refer to. */
interface References {

    /** What {@code Ref} gives for a parameter, a pseudo parameter or a resource. */
    Value ref(String name, Position at);

    /** What {@code Fn::GetAtt} gives; {@code attribute} may have dots of its own, as {@code Outputs.Url}. */
    String attribute(String resource, String attribute, Position at);

    /** Whether a condition holds. */
    boolean condition(String name, Position at);

    /** What {@code Fn::FindInMap} gives. */
    Value mapped(String map, String first, String second, Position at);
}
