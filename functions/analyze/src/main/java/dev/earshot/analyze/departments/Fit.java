package dev.earshot.analyze.departments;

import dev.earshot.core.analysis.Analysis.Scored;
import java.util.List;

/**
 * How well departments fit one text.
 *
 * @param departments every department by its score, best first; from 0.5 on it is over its own threshold
 * @param noise how likely it concerns nobody, in the same way: from 0.5 on it is called noise
 * @param ranking departments and {@code noise}, likeliest first
 */
public record Fit(List<Scored> departments, double noise, List<String> ranking) {

    /** From this score on a department is over its threshold. */
    public static final double OVER = 0.5;

    public Fit {
        departments = List.copyOf(departments);
        ranking = List.copyOf(ranking);
    }

    /** Whether it is called noise. */
    public boolean isNoise() {
        return noise >= OVER;
    }

    /** Whether it is neither noise nor over any department's threshold. */
    public boolean unsure() {
        return !isNoise() && departments.stream().noneMatch(one -> one.score() >= OVER);
    }
}
