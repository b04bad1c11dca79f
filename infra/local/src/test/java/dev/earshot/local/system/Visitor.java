package dev.earshot.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.earshot.local.cloud.LocalCloud;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody at a browser of their own; whatever it complains about is kept. */
final class Visitor implements AutoCloseable {

    private static final int DESKTOP = 1_280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 844;
    private static final double PATIENCE_MILLIS = 15_000;

    /** Where screenshots for the documentation go; nowhere unless asked for. */
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getProperty("earshot.screenshots")).map(Path::of);

    private final LocalCloud cloud;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(LocalCloud cloud, BrowserContext context) {
        this.cloud = cloud;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** Signs in at a desk. */
    static Visitor atADesk(Browser browser, LocalCloud cloud, String name, String... groups) {
        return signedIn(browser, cloud, DESKTOP, ColorScheme.LIGHT, name, groups);
    }

    /** Signs in on a phone, in the dark. */
    static Visitor onAPhone(Browser browser, LocalCloud cloud, String name, String... groups) {
        return signedIn(browser, cloud, PHONE, ColorScheme.DARK, name, groups);
    }

    private static Visitor signedIn(
            Browser browser, LocalCloud cloud, int width, ColorScheme colours, String name, String... groups) {
        Visitor visitor = new Visitor(
                cloud,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(colours)));
        Page page = visitor.page;
        page.navigate(cloud.address().toString());
        page.fill("#name", name);
        page.locator("input[name=group]")
                .all()
                .forEach(box -> box.setChecked(List.of(groups).contains(box.inputValue())));
        page.click("button[type=submit]");
        page.waitForURL(cloud.address() + "/");
        return visitor;
    }

    Page page() {
        return page;
    }

    /** Goes somewhere by its path, and expects that it is there. */
    Page open(String path) {
        Response response = page.navigate(cloud.address().resolve(path).toString());
        assertEquals(200, response.status(), path);
        return page;
    }

    /** A page's own headers. */
    String header(String path, String name) {
        return page.navigate(cloud.address().resolve(path).toString()).headerValue(name);
    }

    /** Runs a script as a debugger does, which no Content-Security-Policy forbids; gives its value as text. */
    String run(String script) {
        CDPSession session = context.newCDPSession(page);
        try {
            JsonObject parameters = new JsonObject();
            parameters.addProperty("expression", script);
            parameters.addProperty("awaitPromise", true);
            parameters.addProperty("returnByValue", true);
            JsonObject answer = session.send("Runtime.evaluate", parameters);
            if (answer.has("exceptionDetails")) {
                throw new AssertionError(answer.toString());
            }
            JsonObject result = answer.getAsJsonObject("result");
            return result.has("value") ? result.get("value").getAsString() : "";
        } finally {
            session.detach();
        }
    }

    /** Keeps a picture of what is seen, when pictures are asked for. */
    void picture(String name) {
        SCREENSHOTS.ifPresent(
                folder -> page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png"))));
    }

    /** What the browser complained about: errors of scripts, refused resources, failed requests. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
