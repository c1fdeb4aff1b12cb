package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.Passes;
import io.leadwell.acquire.content.Readings.Reading;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where this reader gets the item's file.
 *
 * @param show what is shown on the page: all, or the beginning; null when nothing is
 * @param download null when it is not to be taken along, or not yet
 */
public record FileAddresses(@Nullable String show, @Nullable String download) {

  static FileAddresses of(
      Reading reading, @Nullable UUID holder, @Nullable String preview, Passes passes) {
    if (reading.file() == null || reading.closed()) {
      return new FileAddresses(null, null);
    }
    String item = PublicAddress.of(reading.item());
    if (!reading.whole()) {
      return new FileAddresses(item + "/beginning", null);
    }
    String pass = pass(reading.item(), holder, preview, passes);
    boolean taken = reading.item().said().downloadable();
    return new FileAddresses(item + "/file" + pass, taken ? item + "/download" + pass : null);
  }

  private static String pass(
      Item item, @Nullable UUID holder, @Nullable String preview, Passes passes) {
    if (preview != null) {
      return "?preview=" + preview;
    }
    return item.said().gate().closed() && holder != null
        ? "?pass=" + passes.fileToken(item, holder)
        : "";
  }
}
