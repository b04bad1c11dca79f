package dev.earshot.emulators.sns;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The signing key, made when the first delivery needs it: a start that signs nothing need not pay for it. */
final class KeyOnDemand implements Supplier<SigningKey> {

    private @Nullable SigningKey key;

    @Override
    public synchronized SigningKey get() {
        if (key == null) {
            key = SigningKey.generate();
        }
        return key;
    }
}
