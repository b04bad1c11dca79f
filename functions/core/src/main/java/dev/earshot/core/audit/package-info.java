/** Who changed what of the configuration and of cases, and when. */
@NullMarked
package dev.earshot.core.audit;

import org.jspecify.annotations.NullMarked;
