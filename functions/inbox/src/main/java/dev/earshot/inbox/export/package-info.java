/** Files for spreadsheets. */
@NullMarked
package dev.earshot.inbox.export;

import org.jspecify.annotations.NullMarked;
