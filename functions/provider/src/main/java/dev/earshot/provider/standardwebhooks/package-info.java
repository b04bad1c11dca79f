/** Standard Webhooks. */
@NullMarked
package dev.earshot.provider.standardwebhooks;

import org.jspecify.annotations.NullMarked;
