package dev.earshot.provider.x;

import dev.earshot.core.mention.Author;
import dev.earshot.provider.payload.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Who posted.
 *
 * @param author null when nothing is known
 * @param isProtected whether only approved followers may read it
 */
record User(@Nullable Author author, boolean isProtected) {

    private static final String AUTOMATED = "Automated";

    /** The user of this id among those that a payload includes, some payloads one level deeper; the id alone when not. */
    static User of(@Nullable String id, Fields includes) {
        for (Fields included : includes.items("users")) {
            Fields user = included.has("data") ? included.within("data") : included;
            if (id != null && id.equals(user.id("id"))) {
                Author author = user.author("id", "username", "name");
                boolean bot = AUTOMATED.equals(user.within("affiliation").text("description"));
                return new User(author != null && bot ? author.of(Author.Kind.BOT) : author, user.flag("protected"));
            }
        }
        return new User(Author.ofNullable(id, null, null), false);
    }
}
