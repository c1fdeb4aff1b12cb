package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.ItemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a visitor of the hub looks for, and the address of the same with one thing changed. */
public record HubQuery(
    @Nullable String text,
    @Nullable ItemKind kind,
    @Nullable String tag,
    @Nullable String language) {

  static HubQuery of(
      @Nullable String q, @Nullable String kind, @Nullable String tag, @Nullable String language) {
    ItemKind known = null;
    try {
      known = kind == null || kind.isBlank() ? null : ItemKind.of(kind);
    } catch (IllegalArgumentException e) {
      // A word that is no kind limits nothing.
    }
    return new HubQuery(said(q), known, said(tag), said(language));
  }

  /** Whether everything is asked for. */
  public boolean plain() {
    return text == null && kind == null && tag == null;
  }

  public String of(@Nullable ItemKind other) {
    return new HubQuery(text, other, tag, language).page(1);
  }

  public String tagged(@Nullable String other) {
    return new HubQuery(text, kind, other, language).page(1);
  }

  /** Everything with a tag. */
  public static String tagAddress(String tag) {
    return new HubQuery(null, null, tag, null).page(1);
  }

  public String page(int page) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(PublicAddress.HUB);
    put(address, "q", text);
    put(address, "kind", kind == null ? null : kind.word());
    put(address, "tag", tag);
    put(address, "lang", language);
    put(address, "page", page > 1 ? Integer.toString(page) : null);
    return address.encode().build().toUriString();
  }

  private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
    if (value != null) {
      // As a variable, so that every sign in it is encoded.
      address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
    }
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
