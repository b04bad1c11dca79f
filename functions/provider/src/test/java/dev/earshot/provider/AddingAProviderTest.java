package dev.earshot.provider;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example in the documentation is the code that runs. */
class AddingAProviderTest {

    @Test
    void theProviderThatIsShownIsTheOneInTheRepository() throws IOException {
        String page = page();
        String code = Files.readString(Path.of("src/main/java/dev/earshot/provider/mastodon/Mastodon.java"));
        String shown = code.substring(code.indexOf("/**"));
        assertTrue(
                page.contains("```java\n" + shown + "```\n"), "docs/adding-a-provider.md shows another Mastodon.java");
    }

    @Test
    void everyMethodOfAProviderIsExplained() throws IOException {
        String page = page();
        for (Method method : Provider.class.getDeclaredMethods()) {
            assertTrue(method.isSynthetic() || page.contains("\n| `" + method.getName() + "` |"), method.getName());
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/adding-a-provider.md"));
    }
}
