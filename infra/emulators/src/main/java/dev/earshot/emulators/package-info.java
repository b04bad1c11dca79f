/** AWS services on this machine: started in this process, bound to 127.0.0.1, gone when closed. */
@NullMarked
package dev.earshot.emulators;

import org.jspecify.annotations.NullMarked;
