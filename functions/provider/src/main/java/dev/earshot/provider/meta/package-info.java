/** Facebook Pages and Instagram. */
@NullMarked
package dev.earshot.provider.meta;

import org.jspecify.annotations.NullMarked;
