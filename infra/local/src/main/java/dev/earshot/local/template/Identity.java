package dev.earshot.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What other resources may learn of a resource.
 *
 * @param ref what {@code Ref} gives
 * @param attribute what {@code Fn::GetAtt} gives for an attribute; empty for one that does not exist
 */
record Identity(String ref, Function<String, Optional<String>> attribute) {

    static Identity of(String ref, Map<String, String> attributes) {
        return new Identity(ref, name -> Optional.ofNullable(attributes.get(name)));
    }
}
