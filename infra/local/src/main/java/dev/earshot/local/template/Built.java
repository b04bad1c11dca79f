package dev.earshot.local.template;

import java.util.List;
import java.util.function.Supplier;

/**
 * A resource that was read.
 *
 * @param resources what it adds to the model; asked for when every resource of its stack is built, because event sources
 *     are resources of their own that come after the function
 */
record Built(Identity identity, Supplier<List<Resource>> resources) {

    static Built of(Identity identity, Resource resource) {
        return new Built(identity, () -> List.of(resource));
    }
}
