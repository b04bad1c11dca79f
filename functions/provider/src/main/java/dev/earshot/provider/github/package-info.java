/** GitHub. */
@NullMarked
package dev.earshot.provider.github;

import org.jspecify.annotations.NullMarked;
