package io.leadwell.base.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every public page has around its content.
 *
 * @param brand whose page it is
 * @param description for search engines and share cards
 * @param image address of the share card's picture
 * @param address the page's own, without tracking parameters; null where it should not be found
 * @param contentId what the tracker reports as read
 * @param bare without head and foot, for a frame in another site
 * @param unwatched looked at by a colleague, or its address is a key: no visit is told of it
 */
public record PageFrame(
    Locale language,
    String brand,
    String title,
    @Nullable String description,
    @Nullable String image,
    @Nullable String address,
    @Nullable String contentId,
    boolean bare,
    boolean unwatched) {

  public static PageFrame of(Locale language, String brand, String title) {
    return new PageFrame(language, brand, title, null, null, null, null, false, false);
  }

  public PageFrame describedAs(@Nullable String text) {
    return new PageFrame(language, brand, title, text, image, address, contentId, bare, unwatched);
  }

  public PageFrame pictured(@Nullable String picture) {
    return new PageFrame(
        language, brand, title, description, picture, address, contentId, bare, unwatched);
  }

  public PageFrame at(@Nullable String own) {
    return new PageFrame(
        language, brand, title, description, image, own, contentId, bare, unwatched);
  }

  public PageFrame about(@Nullable String content) {
    return new PageFrame(
        language, brand, title, description, image, address, content, bare, unwatched);
  }

  public PageFrame framed() {
    return new PageFrame(
        language, brand, title, description, image, address, contentId, true, unwatched);
  }

  public PageFrame notWatched() {
    return new PageFrame(
        language, brand, title, description, image, address, contentId, bare, true);
  }

  /** Whether its visitors are counted; in a frame the page around it does that. */
  public boolean counted() {
    return !bare && !unwatched;
  }

  public boolean english() {
    return language.getLanguage().equals("en");
  }
}
