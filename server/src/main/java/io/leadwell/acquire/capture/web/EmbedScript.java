package io.leadwell.acquire.capture.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The script that another site's page loads; it knows the server by where it was loaded from. */
@Component
class EmbedScript {

  private static final String SLUG = "LW_FORM_SLUG";

  private final String script = read();

  EmbedScript() {}

  /** {@code slug} has letters, digits and hyphens only, as the route asks for. */
  String of(String slug) {
    return script.replace(SLUG, slug);
  }

  private static String read() {
    try (var content = new ClassPathResource("forms/embed.js").getInputStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
