package dev.earshot.inbox.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Pages that every part may need. */
public final class LayoutTemplates {

    private LayoutTemplates() {}

    /** Templates of the layout, checked when they are built. */
    @CheckedTemplate(basePath = "layout")
    static final class Checked {

        private Checked() {}

        static native TemplateInstance error(Frame frame, String detail);
    }

    /** The page for people when something went wrong, as HTML; what is given is escaped. */
    public static String error(String title, String detail) {
        return Checked.error(Frame.of(title), detail).render();
    }
}
