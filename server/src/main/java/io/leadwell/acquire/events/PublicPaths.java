package io.leadwell.acquire.events;

/** Where the public finds an event. */
public final class PublicPaths {

  public static final String EVENTS = "/p/e/";

  private PublicPaths() {}

  public static String event(String slug) {
    return EVENTS + slug;
  }

  /** The page of one who has registered; who knows it may use it. */
  public static String ticket(String slug, String token) {
    return EVENTS + slug + "/ticket/" + token;
  }
}
