/** The function inbox: the departments' web page and API. */
@NullMarked
package dev.earshot.inbox;

import org.jspecify.annotations.NullMarked;
