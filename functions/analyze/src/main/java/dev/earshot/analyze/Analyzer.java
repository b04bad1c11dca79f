package dev.earshot.analyze;

import dev.earshot.core.mention.Mention;
import java.util.List;
import java.util.function.Function;

/** What understands mentions: a model in this function, or a service. */
@FunctionalInterface
public interface Analyzer {

    /**
     * Looks at mentions together; none of them is deleted, and no two are equal.
     *
     * @return tells what was understood of each of them; where it throws, that mention alone is tried again
     */
    Function<Mention, Understanding> analyze(List<Mention> mentions);

    /** An analyzer that gains nothing by seeing several at once. */
    static Analyzer oneByOne(Function<Mention, Understanding> understanding) {
        return mentions -> understanding;
    }
}
