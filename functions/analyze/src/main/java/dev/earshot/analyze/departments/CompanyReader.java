package dev.earshot.analyze.departments;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.learning.LinearModel;
import dev.earshot.core.routing.Department;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a company's departments what the analyzer needs. Of each the description and the first 100 examples are read,
 * fewer when there are many departments: at most 600 texts of at most 400 characters, about 10 ms each. What was read for the
 * departments before is not read again, and of examples that are new some at a time, so that no mention waits long. Not for
 * use by several threads.
 */
public final class CompanyReader {

    private static final int MOST_EXAMPLES = 100;
    private static final int MOST_TEXTS = 600;
    private static final int LONGEST = 400;
    private static final int NEW_AT_A_TIME = 16;

    /** How likely the packaged model must find a class to be what a description speaks of. */
    private static final double SPEAKS_OF = 0.6;

    /** How alike the descriptions must be then, as a cosine. */
    private static final double ALIKE = 0.4;

    private final Function<String, Encoded> encoder;
    private final DepartmentModel model;
    private final Map<String, Department> shipped = new HashMap<>();
    private Map<String, Text> known = new HashMap<>();
    private Map<String, Text> needed = new HashMap<>();
    private int mayRead;
    private boolean whole;

    /**
     * @param encoder reads a text
     * @param model the packaged one
     * @param shipped the departments that the model was made for
     */
    public CompanyReader(Function<String, Encoded> encoder, DepartmentModel model, List<Department> shipped) {
        this.encoder = encoder;
        this.model = model;
        shipped.forEach(department -> this.shipped.put(department.id(), department));
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
    private record Text(float[] embedding, double[] logits) {

        float[] direction() {
            return Centre.direction(embedding);
        }
    }

    /**
     * What these departments are to the analyzer.
     *
     * @param whole whether all examples were read; otherwise those that were, and the next call reads more
     */
    public record Reading(Company company, boolean whole) {}

    /** Reads departments. */
    public Reading read(List<Department> departments) {
        needed = new HashMap<>();
        mayRead = NEW_AT_A_TIME;
        whole = true;
        int most = Math.min(MOST_EXAMPLES, MOST_TEXTS / Math.max(1, departments.size()) - 1);
        List<Company.Standing> standing = new ArrayList<>();
        List<OwnDepartment> own = new ArrayList<>();
        List<OwnExample> examples = new ArrayList<>();
        for (Department department : departments) {
            String stands = standsFor(department, departments);
            if (stands == null) {
                own.add(own(department, most));
            } else {
                standing.add(new Company.Standing(department.id(), stands));
                examples.addAll(examples(department, stands, most));
            }
        }
        known = needed;
        return new Reading(new Company(standing, own, examples), whole);
    }

    /** The packaged model's class that a department is, by its id or by what it says of itself; null for none. */
    private @Nullable String standsFor(Department department, List<Department> all) {
        Department same = shipped.get(department.id());
        if (same != null && same.description().equals(department.description())) {
            return same.id();
        }
        Text text = text(described(department));
        double[] shares = LinearModel.softmax(text.logits());
        for (int k = 0; k < shares.length; k++) {
            Department like = shipped.get(model.ids().get(k));
            if (like == null) {
                continue;
            }
            boolean speaksOf = shares[k] >= SPEAKS_OF;
            boolean alike =
                    Centre.cosine(text.direction(), text(described(like)).direction()) >= ALIKE;
            boolean mayBe = same == null ? speaksOf && alike && isFree(like, all) : speaksOf || alike;
            if (mayBe && (same == null || same.id().equals(like.id()))) {
                return like.id();
            }
        }
        return null;
    }

    private static boolean isFree(Department like, List<Department> all) {
        return all.stream().noneMatch(one -> one.id().equals(like.id()));
    }

    private OwnDepartment own(Department department, int most) {
        List<float[]> examples = department.examples().stream()
                .limit(most)
                .filter(this::mayBeRead)
                .map(example -> text(example).direction())
                .toList();
        return OwnDepartment.of(department.id(), text(described(department)).direction(), examples);
    }

    /** The examples that did not ship. */
    private List<OwnExample> examples(Department department, String stands, int most) {
        Department same = shipped.get(department.id());
        List<String> old = same == null ? List.of() : same.examples();
        return department.examples().stream()
                .filter(example -> !old.contains(example))
                .limit(most)
                .filter(this::mayBeRead)
                .map(example -> new OwnExample(stands, text(example).direction()))
                .toList();
    }

    private static String described(Department department) {
        return department.name() + ". " + department.description();
    }

    private boolean mayBeRead(String example) {
        String text = cut(example);
        if (known.containsKey(text) || needed.containsKey(text)) {
            return true;
        }
        whole &= mayRead > 0;
        return mayRead-- > 0;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private Text text(String uncut) {
        return needed.computeIfAbsent(cut(uncut), unread -> {
            Text read = known.get(unread);
            return read == null ? read(unread) : read;
        });
    }

    private Text read(String text) {
        Encoded encoded = encoder.apply(text);
        return new Text(encoded.embedding(), model.logits(encoded));
    }
}
