package dev.earshot.local.signin;

import dev.earshot.local.pages.Pages;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Where people say who they are. Nobody is asked to prove it. */
final class LoginPage {

    private final Template page;

    LoginPage() throws IOException {
        this.page = new Pages().template("login.html");
    }

    /**
     * The page as HTML; its form is sent to the address that it was asked by.
     *
     * @param checked the ids of the groups to tick
     * @param problem what was wrong with what was entered; empty for nothing
     */
    String render(List<Group> groups, String name, Set<String> checked, String problem) {
        return page.data("groups", groups)
                .data("name", name)
                .data("checked", checked)
                .data("problem", problem)
                .render();
    }
}
