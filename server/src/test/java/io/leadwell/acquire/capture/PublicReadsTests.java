package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.from;
import static io.leadwell.acquire.capture.Samples.usual;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.pages.PublicLimits;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What strangers may only read is read as often as a full hall needs, and not without end. */
@OnPostgres
@Import(FormWorld.class)
class PublicReadsTests {

  private static final PublicLimits.Rate ALREADY_SET = new PublicLimits.Rate(1, 1);

  @Autowired private FormWorld world;
  @Autowired private PublicLimits limits;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    world.open();
    world.published("demo", usual());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({
    "form, !/p/f/demo?lang=en",
    "form, !/p/f/demo/frame?lang=en",
    "form embed, !/p/f/demo/embed.js",
    "tracker, !/c/own.js"
  })
  void an_address_that_reads_without_end_is_asked_to_wait_and_others_are_not(
      String place, String path) {
    String address = "10.9.0.1";
    Browser restless = from(port, address).with("Accept-Language", "en");
    // A build of Java alone has no tracking script to serve.
    assertThat(restless.get(path).status()).isIn(200, 404);
    assertThat(taken(place, address)).as("what a full hall needs").isGreaterThan(400);
    Browser.Answer refused = restless.get(path);
    // On a slow machine a little is allowed again by the time the request is there.
    for (int again = 0; refused.status() != 429 && again < 20; again++) {
      taken(place, address);
      refused = restless.get(path);
    }
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).contains("seconds");
    assertThat(from(port, "10.9.0.2").get(path).status()).isIn(200, 404);
  }

  /** All that is left of what one address may take. */
  private int taken(String place, String address) {
    int taken = 0;
    while (limits.tryTake(place, address, ALREADY_SET) == 0) {
      taken++;
    }
    return taken;
  }

  @Test
  void the_script_of_a_form_is_kept_by_browsers_and_by_what_is_in_between() {
    Browser.Answer script = from(port, "10.9.0.3").get("!/p/f/demo/embed.js");
    assertThat(script.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=600", "public");
  }
}
