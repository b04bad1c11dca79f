/** Creates what a template describes in emulators, or in whatever answers as AWS does. */
@NullMarked
package dev.earshot.local.stack;

import org.jspecify.annotations.NullMarked;
