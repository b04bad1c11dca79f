/** What all pages of the local cloud are made with. */
@NullMarked
package dev.earshot.local.pages;

import org.jspecify.annotations.NullMarked;
