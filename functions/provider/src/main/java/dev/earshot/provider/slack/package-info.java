/** Slack. */
@NullMarked
package dev.earshot.provider.slack;

import org.jspecify.annotations.NullMarked;
