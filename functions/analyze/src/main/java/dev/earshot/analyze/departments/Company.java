package dev.earshot.analyze.departments;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.core.analysis.Analysis.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a company's departments are to the analyzer. A class of the packaged model that none of them stands for is not
 * told: there would be nobody to read it.
 *
 * @param standing who is told the packaged model's scores
 * @param own departments that are told by their descriptions and examples
 * @param examples the company's own for departments in {@code standing}
 */
public record Company(List<Standing> standing, List<OwnDepartment> own, List<OwnExample> examples) {

    /** Scores below this stay under every threshold. */
    private static final double JUST_UNDER = Fit.OVER - 0.001;

    /**
     * A department that is what a class of the packaged model is.
     *
     * @param department its id
     * @param known the class
     */
    record Standing(String department, String known) {}

    public Company {
        standing = List.copyOf(standing);
        own = List.copyOf(own);
        examples = List.copyOf(examples);
    }

    /** A company that has the departments of the packaged model, and no examples of its own. */
    public static Company packaged(DepartmentModel model) {
        return new Company(
                model.ids().stream()
                        .filter(id -> !id.equals(DepartmentModel.NOISE))
                        .map(id -> new Standing(id, id))
                        .toList(),
                List.of(),
                List.of());
    }

    /**
     * How well the company's departments fit a text.
     *
     * @param learned what people taught of the packaged model
     */
    public Fit fit(DepartmentModel model, Encoded text, Optional<Correction> learned) {
        float[] direction = Centre.direction(text.embedding());
        double[] raw = model.logits(text);
        double[] taught = learned.map(correction -> correction.apply(raw, text.embedding()))
                .orElse(raw);
        Fit packaged = model.fit(OwnExample.added(examples, model.ids(), taught, direction));
        List<Scored> scores = new ArrayList<>();
        packaged.departments().forEach(known -> standing.stream()
                .filter(one -> one.known().equals(known.id()))
                .forEach(one -> scores.add(new Scored(one.department(), known.score()))));
        own.forEach(one -> scores.add(one.score(direction, packaged)));
        scores.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Fit(scores, noise(packaged, scores), ranking(packaged, scores));
    }

    /** What fits a department of the company's own is no noise, though the packaged model knows nobody for it. */
    private double noise(Fit packaged, List<Scored> scores) {
        boolean concernsOwn = scores.stream()
                .anyMatch(score -> score.score() >= Fit.OVER
                        && own.stream().anyMatch(one -> one.id().equals(score.id())));
        return concernsOwn ? Math.min(packaged.noise(), JUST_UNDER) : packaged.noise();
    }

    private static List<String> ranking(Fit packaged, List<Scored> scores) {
        return Stream.concat(scores.stream(), Stream.of(new Scored(DepartmentModel.NOISE, packaged.noise())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(Scored::id)
                .toList();
    }
}
