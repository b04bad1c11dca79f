/** How well each department fits what was said, learned from examples and descriptions. */
@NullMarked
package dev.earshot.analyze.departments;

import org.jspecify.annotations.NullMarked;
