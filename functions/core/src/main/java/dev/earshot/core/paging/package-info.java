/** Lists that are read page by page. */
@NullMarked
package dev.earshot.core.paging;

import org.jspecify.annotations.NullMarked;
