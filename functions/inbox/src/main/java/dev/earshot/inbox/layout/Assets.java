package dev.earshot.inbox.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The files that pages fetch, each under a path that changes with its content, so that browsers may keep it for ever.
 */
@SuppressWarnings("ImmutableEnumChecker") // The bytes are handed out as copies alone.
public enum Assets {
    CSS("earshot.css", "text/css;charset=UTF-8"),
    SCRIPT("inbox.js", "text/javascript;charset=UTF-8"),
    HTMX("htmx.min.js", "text/javascript;charset=UTF-8"),
    COUNCIL_CSS("council.css", "text/css;charset=UTF-8"),
    COUNCIL("council.js", "text/javascript;charset=UTF-8"),
    CHARTS("chart.umd.min.js", "text/javascript;charset=UTF-8"),
    ICON("ear.svg", "image/svg+xml");

    private static final int HASH_LENGTH = 12;

    private final String file;
    private final String type;
    private final byte[] content;
    private final String hash;

    Assets(String file, String type) {
        this.file = file;
        this.type = type;
        this.content = read(file);
        this.hash = hash(content);
    }

    /** Where it is fetched. */
    public String path() {
        return "/assets/" + hash + "/" + file;
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content.clone();
    }

    /** The file that is under this path in this version. */
    static Optional<Assets> find(String hash, String file) {
        for (Assets asset : values()) {
            if (asset.hash.equals(hash) && asset.file.equals(file)) {
                return Optional.of(asset);
            }
        }
        return Optional.empty();
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not packaged");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
