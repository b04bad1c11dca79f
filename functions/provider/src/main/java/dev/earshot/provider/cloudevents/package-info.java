/** CloudEvents over HTTP. */
@NullMarked
package dev.earshot.provider.cloudevents;

import org.jspecify.annotations.NullMarked;
