package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook's table of contents before anything is unpacked.
 *
 * <p>The limits let a workbook of a million rows in: its XML is a few GB and packs to a tenth or
 * less; a bomb packs a thousandfold.
 */
final class ZipCheck {

  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_UNPACKED = 8L * 1024 * 1024 * 1024;
  private static final long MOST_STRINGS = 1024L * 1024 * 1024;

  /** Small parts may be packed any way. */
  private static final long HARMLESS = 20L * 1024 * 1024;

  private static final long WORST_RATIO = 150;

  private ZipCheck() {}

  static void refuseUnsound(Path file) {
    long unpacked = 0;
    int entries = 0;
    boolean workbook = false;
    Set<String> names = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new Problem(ImportsProblem.WORKBOOK_SUSPICIOUS);
      }
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        boolean leavesTheZip =
            name.startsWith("/") || name.contains(":") || ("/" + name + "/").contains("/../");
        if (++entries > MOST_ENTRIES || leavesTheZip || !names.add(name)) {
          throw new Problem(ImportsProblem.WORKBOOK_SUSPICIOUS);
        }
        long size = entry.getSize();
        long packed = Math.max(1, entry.getCompressedSize());
        if (size < 0 || size > HARMLESS && size / packed > WORST_RATIO) {
          throw new Problem(ImportsProblem.WORKBOOK_SUSPICIOUS);
        }
        unpacked += size;
        if (unpacked > MOST_UNPACKED || name.endsWith("sharedstrings.xml") && size > MOST_STRINGS) {
          throw new Problem(ImportsProblem.WORKBOOK_TOO_BIG);
        }
        refuseLiar(zip, entry);
        workbook |= name.equals("xl/workbook.xml");
      }
    } catch (IOException e) {
      // No table of contents at the end, or one that points nowhere.
      throw new Problem(ImportsProblem.WORKBOOK_CUT_OFF);
    }
    if (!workbook) {
      throw new Problem(ImportsProblem.NOT_A_TABLE);
    }
  }

  /** A part must be no larger than the table of contents says. */
  private static void refuseLiar(ZipFile zip, ZipEntry entry) {
    byte[] block = new byte[1 << 16];
    long seen = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      int got;
      while ((got = in.read(block)) > 0) {
        seen += got;
        if (seen > entry.getSize()) {
          throw new Problem(ImportsProblem.WORKBOOK_SUSPICIOUS);
        }
      }
    } catch (IOException e) {
      throw new Problem(ImportsProblem.WORKBOOK_DAMAGED);
    }
  }
}
