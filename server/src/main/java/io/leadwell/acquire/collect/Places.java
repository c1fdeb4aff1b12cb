package io.leadwell.acquire.collect;

import io.leadwell.base.platform.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lionsoul.ip2region.xdb.LongByteArray;
import org.lionsoul.ip2region.xdb.Searcher;
import org.lionsoul.ip2region.xdb.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Places by address, from a table in memory (ip2region, Apache-2.0). The table that comes along
 * knows IPv4; {@code places/ipv4.xdb} and {@code places/ipv6.xdb} in the data folder take its place
 * and add to it.
 */
@Component
class Places {

  private static final Logger LOG = LoggerFactory.getLogger(Places.class);
  private static final String BUNDLED = "/places/ip2region.xdb";

  private record Tables(@Nullable Searcher four, @Nullable Searcher six) {}

  private final Path folder;
  private volatile @Nullable Tables tables;

  Places(DataFolder data) {
    this.folder = data.path().resolve("places");
  }

  Place of(@Nullable String address) {
    if (address == null) {
      return Place.UNKNOWN;
    }
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      Tables known = tables;
      if (known == null) {
        known = load();
      }
      Searcher searcher = parsed instanceof Inet4Address ? known.four() : known.six();
      return searcher == null ? Place.UNKNOWN : read(searcher.search(parsed.getAddress()));
    } catch (IllegalArgumentException e) {
      return Place.UNKNOWN;
    } catch (Exception e) {
      // The reader's own checked exceptions: a table that is damaged in one place.
      LOG.warn("The table of places cannot be read: {}", e.toString());
      return Place.UNKNOWN;
    }
  }

  private synchronized Tables load() {
    Tables known = tables;
    if (known == null) {
      known = new Tables(four(), load("ipv6.xdb", Version.IPv6));
      tables = known;
    }
    return known;
  }

  private @Nullable Searcher four() {
    return Files.exists(folder.resolve("ipv4.xdb")) ? load("ipv4.xdb", Version.IPv4) : bundled();
  }

  private @Nullable Searcher load(String name, Version version) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file)
          ? Searcher.newWithBuffer(version, Searcher.loadContentFromFile(file.toString()))
          : null;
    } catch (Exception e) {
      // Whatever the reader makes of a file that is none of its tables.
      LOG.error("The table of places {} cannot be used; places stay unknown", file, e);
      return null;
    }
  }

  private static Searcher bundled() {
    try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream(BUNDLED))) {
      return Searcher.newWithBuffer(Version.IPv4, new LongByteArray(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code 中国|0|江苏省|南京市|电信}, or without the second part in tables of later make. A zero stands for
   * what is not known.
   */
  static Place read(@Nullable String region) {
    if (region == null || region.isBlank()) {
      return Place.UNKNOWN;
    }
    String[] parts = region.split("\\|", -1);
    int province = parts.length > 1 && parts[1].equals("0") ? 2 : 1;
    String country = known(parts, 0);
    return country == null
        ? Place.UNKNOWN
        : new Place(country, known(parts, province), known(parts, province + 1));
  }

  private static @Nullable String known(String[] parts, int index) {
    String part = index < parts.length ? parts[index].strip() : "";
    return part.isEmpty() || part.equals("0") || part.contains("内网") || part.equals("Reserved")
        ? null
        : part;
  }
}
