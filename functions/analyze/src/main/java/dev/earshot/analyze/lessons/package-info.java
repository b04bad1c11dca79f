/** What people's corrections become: lessons, and from these the next version of the departments' correction. */
@NullMarked
package dev.earshot.analyze.lessons;

import org.jspecify.annotations.NullMarked;
