/** Who is at the door: bearer tokens for the API, a session cookie for pages, and what both must prove. */
@NullMarked
package dev.earshot.inbox.signin;

import org.jspecify.annotations.NullMarked;
