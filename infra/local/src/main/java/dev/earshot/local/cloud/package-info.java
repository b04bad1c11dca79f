/** The local cloud: template.yaml, emulators, functions, event sources and HTTP API as one, with its own page. */
@NullMarked
package dev.earshot.local.cloud;

import org.jspecify.annotations.NullMarked;
