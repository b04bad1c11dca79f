package dev.earshot.local.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The packaged files of the local cloud's pages. Templates escape every value. */
public final class Pages {

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    /** The HTML template of this name. */
    public Template template(String name) throws IOException {
        return engine.parse(text(name), Variant.forContentType(Variant.TEXT_HTML));
    }

    /** The file of this name as it is. */
    public static String text(String name) throws IOException {
        try (InputStream file = Pages.class.getResourceAsStream("/pages/" + name)) {
            if (file == null) {
                throw new IOException("the page " + name + " is not packaged");
            }
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
