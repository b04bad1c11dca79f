/** What all pages share: the frame around them, the page for errors, and the files that browsers fetch. */
@NullMarked
package dev.earshot.inbox.layout;

import org.jspecify.annotations.NullMarked;
