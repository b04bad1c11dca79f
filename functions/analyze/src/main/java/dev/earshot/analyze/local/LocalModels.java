package dev.earshot.analyze.local;

import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.intent.IntentModel;
import dev.earshot.analyze.sentiment.SentimentModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The weights that are packaged with the function; {@code training.Train} writes them. */
public final class LocalModels {

    /** Where the packaged weights are, in the class path. */
    public static final String FOLDER = "/weights/";

    private LocalModels() {}

    /** The packaged weights for sentiments. */
    public static SentimentModel sentiment() {
        return read("sentiment", SentimentModel::read);
    }

    /** The packaged weights for intents and urgency. */
    public static IntentModel intents() {
        return read("intents", IntentModel::read);
    }

    /** The packaged weights for the default departments and noise. */
    public static DepartmentModel departments() {
        return read(DepartmentModel.NAME, DepartmentModel::read);
    }

    private interface Form<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> T read(String name, Form<T> form) {
        try (InputStream weights = LocalModels.class.getResourceAsStream(FOLDER + name)) {
            if (weights == null) {
                throw new IllegalStateException("the weights of '" + name + "' are not packaged");
            }
            return form.read(new DataInputStream(new BufferedInputStream(weights)));
        } catch (IOException e) {
            throw new IllegalStateException("the weights of '" + name + "' cannot be read", e);
        }
    }
}
