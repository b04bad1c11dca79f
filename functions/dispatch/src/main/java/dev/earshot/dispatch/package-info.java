/** The function dispatch: decides which departments a mention concerns, stores it, publishes their notices. */
@NullMarked
package dev.earshot.dispatch;

import org.jspecify.annotations.NullMarked;
