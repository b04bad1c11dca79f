/** Posts of a Discourse forum. */
@NullMarked
package dev.earshot.provider.discourse;

import org.jspecify.annotations.NullMarked;
