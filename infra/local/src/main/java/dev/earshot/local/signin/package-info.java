/** The local cloud's OpenID Connect issuer: who signs in says who they are. */
@NullMarked
package dev.earshot.local.signin;

import org.jspecify.annotations.NullMarked;
