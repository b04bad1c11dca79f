package dev.earshot.inbox.signin;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of signing in and out, checked when they are built. */
@CheckedTemplate(basePath = "signin")
final class SignInTemplates {

    private SignInTemplates() {}

    static native TemplateInstance signedOut(Frame frame);
}
