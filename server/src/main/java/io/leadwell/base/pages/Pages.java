package io.leadwell.base.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Workspace;
import io.leadwell.base.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Renders the pages of {@code src/main/jte}. Templates are compiled at build and ours alone; what
 * visitors and marketers typed is escaped by where it stands.
 */
@Service
public class Pages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "io.leadwell.templates");
  private final Texts texts;
  private final Workspaces workspaces;
  private final PageAssets assets;

  Pages(Texts texts, Workspaces workspaces, PageAssets assets) {
    this.texts = texts;
    this.workspaces = workspaces;
    this.assets = assets;
  }

  /** The frame of a page by us: our name above, the title as given. */
  public PageFrame frame(Locale language, String title) {
    return PageFrame.of(
        language, workspaces.current().map(Workspace::name).orElse("Leadwell"), title);
  }

  /**
   * Template {@code name.jte} with its parameters; {@code frame}, {@code t}, {@code assets} are
   * given.
   */
  public ResponseEntity<String> answer(
      HttpStatusCode status, String name, PageFrame frame, Map<String, Object> parameters) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(render(name, frame, parameters));
  }

  public String render(String name, PageFrame frame, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("frame", frame);
    all.put("t", new PageTexts(texts, frame.language()));
    all.put("assets", assets);
    StringOutput output = new StringOutput(8_192);
    templates.render(name + ".jte", all, output);
    return output.toString();
  }
}
