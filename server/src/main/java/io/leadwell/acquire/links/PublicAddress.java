package io.leadwell.acquire.links;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address under which the public reaches this server. Messages and codes go where no request
 * says it, so it is configured; the app falls back to the address it is used under itself.
 */
@Component
public class PublicAddress {

  private final Optional<String> configured;

  PublicAddress(@Value("${leadwell.public-address:}") String configured) {
    this.configured = configured.isBlank() ? Optional.empty() : Optional.of(sound(configured));
  }

  public Optional<String> configured() {
    return configured;
  }

  /** A path of this server as a whole address, or as it is where none is configured. */
  String of(String path) {
    return configured.orElse("") + path;
  }

  private static String sound(String typed) {
    URI uri = URI.create(typed.strip());
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "leadwell.public-address must be like https://go.example.com, not " + typed);
    }
    return typed.strip().replaceAll("/+$", "");
  }
}
