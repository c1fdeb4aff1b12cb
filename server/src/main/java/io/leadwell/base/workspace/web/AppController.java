package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every page of the app is one document; the address tells the app which. */
@RestController
class AppController {

  private static final String WORD = "(?!api$|v3$|actuator$|assets$|error$|p$|c$|l$)[^.]+";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Texts texts;

  AppController(Texts texts) {
    this.texts = texts;
  }

  /** Any address that isn't the service's and doesn't name a file. */
  @GetMapping({"/", "/{first:" + WORD + "}/**"})
  @Open(Open.To.ANYBODY)
  ResponseEntity<Object> page(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.substring(path.lastIndexOf('/') + 1).contains(".")) {
      return ResponseEntity.notFound().build();
    }
    Resource page = new ClassPathResource("static/index.html");
    Object body = page.exists() ? page : texts.of(Languages.of(request), "workspace.appMissing");
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noCache()).body(body);
  }
}
