package dev.earshot.provider.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.payload.Fields;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in: {@code text} or {@code message}, and where there are such fields {@code name}, {@code topic} or
 * {@code subject}, {@code page} or {@code url}, {@code id}. All others are not read, an e-mail address least of all.
 *
 * <p>Without an {@code id} the same words under the same name from the same page are one mention for the rest of the hour,
 * however often somebody clicks.
 */
record Submission(Source source, JsonNode form, Instant receivedAt) {

    private static final String TRAP = "website";

    Heard heard() {
        if (!form.path(TRAP).asText("").isBlank()) {
            return Heard.ignored();
        }
        Fields fields = new Fields(form, "");
        String text = either(fields, "text", "message");
        if (text == null) {
            fields.wrong("text", "is missing");
        }
        String name = fields.text("name");
        String page = either(fields, "page", "url");
        String id = fields.id("id");
        MentionDraft draft = Mention.of(source.name(), "form", id == null ? hash(text, name, page) : id)
                .title(either(fields, "topic", "subject"))
                .text(text)
                .author(Author.ofNullable(null, null, name))
                .url(page)
                .createdAt(receivedAt);
        return fields.errors().isEmpty()
                ? Heard.one(draft.heard(receivedAt))
                : new Heard.Malformed("The form lacks something.", fields.errors());
    }

    private static @Nullable String either(Fields fields, String name, String otherName) {
        String value = fields.text(name);
        String other = value == null || value.isBlank() ? fields.text(otherName) : value;
        return other == null || other.isBlank() ? null : other;
    }

    private String hash(@Nullable String text, @Nullable String name, @Nullable String page) {
        Instant hour = receivedAt.truncatedTo(ChronoUnit.HOURS);
        String all = text + "\0" + name + "\0" + page + "\0" + hour;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
