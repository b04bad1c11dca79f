package dev.earshot.local.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML file as a {@link Value}. Composes nodes and never constructs objects, so no tag can run code. */
final class YamlDocument {

    /** CloudFormation's own limit for a template. */
    private static final int MAX_BYTES = 1_000_000;

    private static final int MAX_DEPTH = 60;

    private YamlDocument() {}

    /**
     * Reads one file.
     *
     * @param shownAs the file's name in messages
     */
    static Value.Fields read(Path file, String shownAs) {
        String text = content(file, shownAs);
        Node root = compose(text, shownAs);
        if (root == null) {
            throw new Position(shownAs, 1).error("the file is empty, write a template into it");
        }
        return new ValueBuilder(shownAs).build(root).asFields("a template");
    }

    private static String content(Path file, String shownAs) {
        Position start = new Position(shownAs, 1);
        if (!Files.isRegularFile(file)) {
            throw start.error("there is no such file at " + file.toAbsolutePath() + ", check the path");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw start.error("over " + MAX_BYTES
                        + " bytes, which CloudFormation refuses: move a part into a nested" + " stack");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw start.error("not UTF-8, save it as UTF-8");
        } catch (IOException e) {
            throw start.error("cannot be read (" + e.getMessage() + "), check its permissions");
        }
    }

    private static @Nullable Node compose(String text, String shownAs) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_BYTES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setAllowRecursiveKeys(false);
        try {
            return new Composer(new ParserImpl(new StreamReader(text), limits), new Resolver(), limits).getSingleNode();
        } catch (MarkedYAMLException e) {
            throw new Position(shownAs, line(e)).error("not valid YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            throw new Position(shownAs, line).error("a character that YAML does not allow, remove it");
        } catch (YAMLException e) {
            throw new Position(shownAs, 1).error("not a template that can be read safely: " + e.getMessage());
        }
    }

    private static int line(MarkedYAMLException e) {
        return Optional.ofNullable(e.getProblemMark()).map(Mark::getLine).orElse(0) + 1;
    }
}
