/** A form on the company's own site. */
@NullMarked
package dev.earshot.provider.form;

import org.jspecify.annotations.NullMarked;
