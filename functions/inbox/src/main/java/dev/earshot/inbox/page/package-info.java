/** The pages: HTML for people, and what browsers need for it. */
@NullMarked
package dev.earshot.inbox.page;

import org.jspecify.annotations.NullMarked;
