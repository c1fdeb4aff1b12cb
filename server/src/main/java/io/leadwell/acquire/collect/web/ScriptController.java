package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Tracker;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The script that a site's snippet names. */
@RestController
class ScriptController {

  private static final MediaType JAVASCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  /** How long a change of the site's settings may take to arrive. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** A whole office goes out by one address; each browser keeps the script for a while. */
  private static final Rate ASKED = new Rate(600, 1200);

  private final Tracker tracker;
  private final PublicLimits limits;

  ScriptController(Tracker tracker, PublicLimits limits) {
    this.tracker = tracker;
    this.limits = limits;
  }

  @GetMapping(CollectWeb.ROOT + "/{site:[a-z0-9]{3,16}}.js")
  @Open(Open.To.ANYBODY)
  ResponseEntity<byte[]> script(@PathVariable String site, HttpServletRequest request) {
    limits.take("tracker", request.getRemoteAddr(), ASKED);
    byte[] script =
        tracker.script(site).map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    if (script == null) {
      return ResponseEntity.notFound().build();
    }
    CRC32 sum = new CRC32();
    sum.update(script);
    return ResponseEntity.ok()
        .contentType(JAVASCRIPT)
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .eTag(Long.toHexString(sum.getValue()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .body(script);
  }
}
