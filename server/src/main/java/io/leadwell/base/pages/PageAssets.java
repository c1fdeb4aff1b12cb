package io.leadwell.base.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Addresses of the files in {@code resources/public}, each with a mark of its content, so browsers
 * may keep them for ever.
 */
@Component
public class PageAssets {

  public static final String ADDRESS = "/p/assets/";
  static final String FOLDER = "public/";

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  PageAssets() {}

  /** The address of {@code page.css} and the like. */
  public String of(String file) {
    return addresses.computeIfAbsent(file, PageAssets::marked);
  }

  private static String marked(String file) {
    try (var content = new ClassPathResource(FOLDER + file).getInputStream()) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return ADDRESS + file + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException("A page names the file " + file + ", which is not there", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
