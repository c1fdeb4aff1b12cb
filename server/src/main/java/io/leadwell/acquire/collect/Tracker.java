package io.leadwell.acquire.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The script that a site's pages load, with the site's settings written into it. */
@Service
public class Tracker {

  private static final String SCRIPT = "/tracker/lw.js";

  /** Stands in the built script where the settings go. */
  private static final String SETTINGS = "LW_SETTINGS";

  private final Sites sites;
  private final Devices devices;
  private final JsonMapper json;
  private final @Nullable String script = read();

  Tracker(Sites sites, Devices devices, JsonMapper json) {
    this.sites = sites;
    this.devices = devices;
    this.json = json;
  }

  /** Empty when there is no such site, or when the server was built without the script. */
  public Optional<String> script(String key) {
    String built = script;
    if (built == null) {
      return Optional.empty();
    }
    // Whoever loads this is about to send hits.
    devices.prepare();
    return sites.active(key).map(site -> built.replace(SETTINGS, settings(site)));
  }

  private String settings(Site site) {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (site.consentRequired()) {
      settings.put("consent", true);
    }
    if (site.doNotTrack()) {
      settings.put("dnt", true);
    }
    if (site.cookieDomain() != null) {
      settings.put("domain", site.cookieDomain());
    }
    return json.writeValueAsString(settings);
  }

  private static @Nullable String read() {
    try (InputStream in = Tracker.class.getResourceAsStream(SCRIPT)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
