/**
 * Reads the SAM {@code template.yaml} into typed records with every intrinsic function resolved, so that the local cloud
 * runs what is deployed. Start at {@link dev.earshot.local.template.TemplateReader}.
 *
 * <p>What the local cloud does not know is an error with its line, never a silent difference.
 */
@NullMarked
package dev.earshot.local.template;

import org.jspecify.annotations.NullMarked;
