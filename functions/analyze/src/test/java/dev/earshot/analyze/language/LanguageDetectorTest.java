package dev.earshot.analyze.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.PackagedModel;
import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private static final List<String> DEFAULTS =
            List.of("en,de,fr,es,it,pt,nl,pl,sv,da,fi,no,cs,tr,ru,uk,ar,zh,ja,ko".split(","));
    private static final LanguageDetectorModel MODEL = PackagedModel.load();

    private final LanguageDetector detector = new LanguageDetector(MODEL, DEFAULTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | My order still has not arrived and nobody answers my messages.",
                "de | Meine Bestellung ist noch nicht angekommen und niemand antwortet mir.",
                "fr | Ma commande n'est toujours pas arrivée et personne ne me répond.",
                "es | Mi pedido todavía no ha llegado y nadie contesta a mis mensajes.",
                "it | Il mio ordine non è ancora arrivato e nessuno risponde ai miei messaggi.",
                "pt | A minha encomenda ainda não chegou e ninguém responde às minhas mensagens.",
                "nl | Mijn bestelling is nog steeds niet aangekomen en niemand geeft antwoord.",
                "pl | Moje zamówienie jeszcze nie dotarło i nikt nie odpowiada na wiadomości.",
                "sv | Min beställning har fortfarande inte kommit och ingen svarar på mina frågor.",
                "fi | Tilaukseni ei ole vieläkään saapunut eikä kukaan vastaa viesteihini.",
                "cs | Moje objednávka stále nedorazila a nikdo neodpovídá na mé zprávy.",
                "tr | Siparişim hâlâ gelmedi ve kimse mesajlarıma cevap vermiyor.",
                "ru | Мой заказ до сих пор не пришёл, и никто не отвечает на сообщения.",
                "uk | Моє замовлення досі не прийшло, і ніхто не відповідає на повідомлення.",
                "ar | لم يصل طلبي حتى الآن ولا أحد يرد على رسائلي.",
                "zh | 我的订单还没有到，也没有人回复我的消息。",
                "ja | 注文した商品がまだ届かず、誰も返事をくれません。",
                "ko | 주문한 물건이 아직 도착하지 않았고 아무도 답장을 하지 않습니다.",
            })
    void everydayComplaintsAreToldApart(String code, String text) {
        DetectedLanguage detected = detector.detect(said(text));
        assertEquals(code, detected.code());
        assertTrue(detected.confidence() > 0 && detected.confidence() <= 1, "confidence " + detected.confidence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tolle Lampe", "customer service", "lol no", "Nadal nic", "Tusen takk", "Stadig intet", "ok"})
    void aFewWordsThatCouldBeOfSeveralLanguagesHaveNone(String text) {
        assertNull(detector.detect(said(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Immer noch nichts",
        "fr, Toujours rien reçu",
        "ru, Большое спасибо",
        "ko, 대단히 감사합니다",
        "ja, まだ何もない",
        "en, The kettle no longer works",
        "fi, Kiitos paljon",
        "ar, شكرا جزيلا"
    })
    void aFewWordsThatAreClearHaveTheirLanguage(String code, String text) {
        assertEquals(code, detector.detect(said(text)).code());
    }

    @Test
    void theOnlyLanguageThatIsConfiguredIsTold() {
        LanguageDetector one = new LanguageDetector(MODEL, List.of("no"));
        assertEquals("no", one.detect(said("Tusen takk")).code());
    }

    @Test
    void bothNorwegiansAreNorwegian() {
        assertEquals(
                "no",
                detector.detect(said("Bestillingen min har ikke kommet ennå, og ingen svarer meg."))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍👍👍 🎉", "", "12345 +49 !!!", "\n\t ", "🇩🇪"})
    void withoutLettersThereIsNoLanguage(String text) {
        assertNull(detector.detect(said(text)));
    }

    @Test
    void theTitleCountsToo() {
        Mention mention = draft("42 :-)")
                .title("Meine Bestellung ist noch nicht angekommen")
                .heard(Instant.EPOCH);
        assertEquals("de", detector.detect(mention).code());
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, pt-br", "tlh, tlh", "EN, en"})
    void whatThePlatformStatesWins(String stated, String code) {
        Mention mention =
                draft("Meine Bestellung ist nicht da").language(stated).heard(Instant.EPOCH);
        assertEquals(new DetectedLanguage(code, 1), detector.detect(mention));
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "UND", "", "?", "none of your business"})
    void whatThePlatformDoesNotKnowIsDetected(String stated) {
        Mention mention = draft("Meine Bestellung ist noch nicht angekommen und niemand antwortet.")
                .language(stated)
                .heard(Instant.EPOCH);
        assertEquals("de", detector.detect(mention).code());
    }

    @Test
    void onlyTheConfiguredLanguagesAreEverGiven() {
        LanguageDetector two = new LanguageDetector(MODEL, List.of("de", "fr"));
        String code = two.detect(said("My order still has not arrived")).code();
        assertTrue(List.of("de", "fr").contains(code), code);
    }

    @Test
    void theDefaultsHereAreThoseOfTheTemplate() throws IOException {
        Matcher template =
                Pattern.compile("Default: (en,[a-z,]+)").matcher(Files.readString(Path.of("../../template.yaml")));
        assertTrue(template.find());
        assertEquals(DEFAULTS, List.of(template.group(1).split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "", "klingon", "en_GB!"})
    void aLanguageThatTheModelDoesNotKnowIsRefusedByName(String code) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new LanguageDetector(MODEL, List.of("en", code)));
        assertTrue(refused.getMessage().contains("'" + code + "'"), refused.getMessage());
    }

    @Test
    void theLongestTextTakesNoLongerThanItsBeginning() {
        Mention longest = said("größer 😀 ".repeat(4_000));
        assertTrue(longest.text().length() > 30_000);
        detector.detect(longest);
        assertTimeout(Duration.ofMillis(500), () -> detector.detect(longest));
    }

    private static Mention said(String text) {
        return draft(text).heard(Instant.EPOCH);
    }

    private static MentionDraft draft(String text) {
        return Mention.of("our-forum", "standard-webhooks", "1").text(text);
    }
}
