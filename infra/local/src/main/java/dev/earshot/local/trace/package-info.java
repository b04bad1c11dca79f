/** What became of one mention, hop by hop, from the functions' log lines, SNS's deliveries and the table. */
@NullMarked
package dev.earshot.local.trace;

import org.jspecify.annotations.NullMarked;
