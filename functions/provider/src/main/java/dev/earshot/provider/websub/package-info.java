/** WebSub: feeds that a hub pushes. */
@NullMarked
package dev.earshot.provider.websub;

import org.jspecify.annotations.NullMarked;
