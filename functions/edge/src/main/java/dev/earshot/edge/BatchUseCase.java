package dev.earshot.edge;

import java.util.List;
import java.util.function.Function;

/**
 * A use case that does some of its work for a whole batch at once, such as one call to a service that takes many texts.
 *
 * @param <T> what a message means
 */
@FunctionalInterface
public interface BatchUseCase<T> {

    /**
     * Does what is done together.
     *
     * @param batch what could be read, at most one SQS batch, perhaps nothing
     * @return handles each value of the batch on its own: where it throws, that value alone is tried again. When this
     *     method itself throws, all of them are.
     */
    Function<T, Outcome> handlerOf(List<T> batch);
}
