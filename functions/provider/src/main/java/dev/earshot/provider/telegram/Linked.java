package dev.earshot.provider.telegram;

import dev.earshot.core.mention.Mention;
import dev.earshot.provider.payload.Fields;
import java.util.List;

/** Text whose words are links: the addresses stand beside it, and are put behind the words. */
final class Linked {

    private static final String LINK = "text_link";
    /** What Telegram allows. */
    private static final int MOST = 100;

    private Linked() {}

    /** The text with addresses; entities that do not fit, or come out of order, are left out. Offsets count UTF-16 units. */
    static String text(String text, List<Fields> entities) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Fields entity : entities.subList(0, Math.min(entities.size(), MOST))) {
            String url = entity.scalar("url");
            int end = end(entity, text.length());
            if (entity.scalar("type").equals(LINK) && end > done && Mention.isWebAddress(url)) {
                out.append(text, done, end).append(" (").append(url).append(')');
                done = end;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Where an entity ends; -1 when not in the text. */
    private static int end(Fields entity, int length) {
        Long size = entity.version("length");
        long offset = entity.scalar("offset").matches("[0-9]{1,9}") ? Long.parseLong(entity.scalar("offset")) : -1;
        if (size == null || offset < 0 || size > length || offset + size > length) {
            return -1;
        }
        return (int) (offset + size);
    }
}
