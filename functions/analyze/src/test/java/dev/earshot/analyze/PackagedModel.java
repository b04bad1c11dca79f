package dev.earshot.analyze;

import java.io.IOException;
import java.io.UncheckedIOException;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** The model as the function itself finds it. */
public final class PackagedModel {

    private PackagedModel() {}

    public static LanguageDetectorModel load() {
        try {
            return AnalyzeConfiguration.model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
