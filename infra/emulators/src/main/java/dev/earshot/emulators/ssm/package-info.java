/** SSM's parameter store in memory: the few actions that functions and deployments use. */
@NullMarked
package dev.earshot.emulators.ssm;

import org.jspecify.annotations.NullMarked;
