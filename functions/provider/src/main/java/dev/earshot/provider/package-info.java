/** How each platform proves itself and what its payloads say: one class per provider. */
@NullMarked
package dev.earshot.provider;

import org.jspecify.annotations.NullMarked;
