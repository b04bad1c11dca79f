package dev.earshot.provider.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Providers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a polled source can be told. */
class FeedOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\": \"https://blog.example.com/feed\"}|",
                "{\"url\": \"https://blog.example.com/feed\", \"every\": \"PT5M\"}|",
                "{\"url\": \"https://blog.example.com/feed\", \"every\": \"P1D\"}|",
                "{}|source 'blog' needs the option 'url'",
                "{\"url\": \"ftp://blog.example.com\"}|option 'url' of source 'blog' is the http or https address of a feed",
                "{\"url\": 5}|option 'url' of source 'blog' is the http or https address of a feed",
                "{\"url\": \"https://a.example\", \"every\": \"PT1M\"}|option 'every' of source 'blog' is a duration from PT5M to P1D, such as PT15M",
                "{\"url\": \"https://a.example\", \"every\": \"P2D\"}|option 'every' of source 'blog' is a duration from PT5M to P1D, such as PT15M",
                "{\"url\": \"https://a.example\", \"every\": 15}|option 'every' of source 'blog' is a duration from PT5M to P1D, such as PT15M",
            })
    void whatIsWrongIsTold(String options, String expected) throws JsonProcessingException {
        assertEquals(
                expected, Providers.check(source(options)).map(f -> f.what()).orElse(null));
    }

    @Test
    void everyQuarterOfAnHourIsUsual() throws JsonProcessingException {
        assertEquals(Duration.ofMinutes(15), FeedOptions.of(source("{}")).every());
        assertEquals(
                Duration.ofHours(1),
                FeedOptions.of(source("{\"every\": \"PT1H\"}")).every());
    }

    private static Source source(String options) throws JsonProcessingException {
        return new Source("blog", "feed", List.of(), EarshotJson.mapper().readTree(options));
    }
}
