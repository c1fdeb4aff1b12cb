package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.Challenge;
import io.leadwell.acquire.capture.OpenForms;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the scripts of a form ask for. */
@RestController
@RequestMapping("/p/f/{slug:[a-z0-9-]{1,60}}")
class FormScriptsController {

  private static final Rate SCRIPTS = new Rate(120, 120);
  private static final Rate EMBEDS = new Rate(600, 1200);
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

  private final OpenForms forms;
  private final EmbedScript embed;
  private final PublicLimits limits;

  FormScriptsController(OpenForms forms, EmbedScript embed, PublicLimits limits) {
    this.forms = forms;
    this.embed = embed;
    this.limits = limits;
  }

  /** Work to show, where submissions come suspiciously fast. */
  @GetMapping("/challenge")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Challenge> challenge(@PathVariable String slug, HttpServletRequest request) {
    limits.take("form challenge", request.getRemoteAddr(), SCRIPTS);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(forms.challenge());
  }

  /** Somebody has begun to fill in. */
  @PostMapping(path = "/start", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Open(Open.To.ANYBODY)
  ResponseEntity<Void> started(
      @PathVariable String slug,
      @RequestParam(name = "_token", defaultValue = "") String token,
      @RequestParam(name = "_frame", defaultValue = "") String framed,
      HttpServletRequest request) {
    limits.take("form start", request.getRemoteAddr(), SCRIPTS);
    forms.started(slug, token, FormRequests.begun(request, slug, !framed.isEmpty()));
    return ResponseEntity.noContent().build();
  }

  /** Puts the form into a page of another site, in a frame that grows with it. */
  @GetMapping("/embed.js")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> script(@PathVariable String slug, HttpServletRequest request) {
    limits.take("form embed", request.getRemoteAddr(), EMBEDS);
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .body(embed.of(slug));
  }
}
