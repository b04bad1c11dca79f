/** The clock that invokes functions, as EventBridge does. */
@NullMarked
package dev.earshot.local.schedule;

import org.jspecify.annotations.NullMarked;
