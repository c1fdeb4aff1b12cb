package io.leadwell.acquire.content.web;

import io.leadwell.base.pages.PageAssets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Our copy of pdf.js among the files of the public pages. */
public final class PdfViewer {

  public static final String FOLDER = PageAssets.ADDRESS + "pdfjs/";

  private static final @Nullable String VERSION = read();

  private PdfViewer() {}

  /** Null when the server was built without the app's packages: then pages offer the text. */
  public static @Nullable String version() {
    return VERSION;
  }

  private static @Nullable String read() {
    try (InputStream in = PdfViewer.class.getResourceAsStream("/public/pdfjs/package.json")) {
      return in == null
          ? null
          : JsonMapper.builder().build().readTree(in).path("version").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
