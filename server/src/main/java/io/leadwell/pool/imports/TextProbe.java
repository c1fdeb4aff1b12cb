package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding and the delimiter of a text file. Every byte is looked at: a file is UTF-8 or
 * GB18030 as a whole, or it is refused with the line where it is neither.
 */
final class TextProbe {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String DELIMITERS = ",;\t|";
  private static final int LOOK_AT = 64 * 1024;
  private static final int LOOK_AT_LINES = 60;

  /** So many Chinese characters that read well as UTF-8 aren't there by chance. */
  private static final int CERTAINLY_UTF_8 = 12;

  private TextProbe() {}

  static FileShape shape(Path file) throws IOException {
    String encoding = encoding(file);
    return new FileShape(
        "csv",
        encoding,
        String.valueOf(delimiter(start(file, encoding))),
        null,
        java.util.List.of(),
        null);
  }

  /**
   * Where decoding stopped.
   *
   * @param line 0 when the whole file is sound
   * @param cut only its last character is incomplete
   * @param wide characters beyond ASCII that were sound
   */
  private record Scan(long line, boolean cut, long wide) {
    boolean sound() {
      return line == 0 || cut;
    }
  }

  private static String encoding(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
    if (first == 0xFFFE || first == 0xFEFF) {
      String utf16 = first == 0xFFFE ? "UTF-16LE" : "UTF-16BE";
      Scan scan = scan(file, Charset.forName(utf16));
      if (!scan.sound()) {
        throw new Problem(ImportsProblem.UNKNOWN_ENCODING, scan.line());
      }
      return utf16;
    }
    Scan utf8 = scan(file, StandardCharsets.UTF_8);
    if (utf8.sound()) {
      return "UTF-8";
    }
    if (utf8.wide() >= CERTAINLY_UTF_8) {
      throw new Problem(ImportsProblem.UNKNOWN_ENCODING, utf8.line());
    }
    Scan chinese = scan(file, GB18030);
    if (chinese.sound()) {
      return "GB18030";
    }
    throw new Problem(ImportsProblem.UNKNOWN_ENCODING, Math.max(utf8.line(), chinese.line()));
  }

  private static Scan scan(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(LOOK_AT);
    CharBuffer chars = CharBuffer.allocate(LOOK_AT);
    long line = 1;
    long wide = 0;
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = got < 0;
        bytes.position(bytes.position() + Math.max(0, got)).flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        chars.flip();
        while (chars.hasRemaining()) {
          char c = chars.get();
          line += c == '\n' ? 1 : 0;
          wide += c > 0x7F ? 1 : 0;
        }
        chars.clear();
        if (result.isError()) {
          return new Scan(line, end && bytes.remaining() <= 4, wide);
        }
        bytes.compact();
      }
    }
    return new Scan(0, false, wide);
  }

  private static String start(Path file, String encoding) throws IOException {
    char[] start = new char[LOOK_AT];
    int length = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        Reader reader = new InputStreamReader(in, Charset.forName(encoding))) {
      int got;
      while (length < start.length
          && (got = reader.read(start, length, start.length - length)) > 0) {
        length += got;
      }
    }
    return new String(start, 0, length);
  }

  /**
   * The one that cuts most lines into as many cells as the header; then the one that cuts more. The
   * header is the first line, or one below that is cut several times: a title may hold a comma
   * where tabs cut the table.
   */
  static char delimiter(String start) {
    char best = ',';
    long bestScore = 0;
    int begin = 0;
    for (int lines = 0; lines < HeaderSearch.LOOK_DOWN && begin < start.length(); lines++) {
      for (char candidate : DELIMITERS.toCharArray()) {
        long score = score(start, begin, candidate, lines == 0 ? 1 : 2);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
      int end = start.indexOf('\n', begin);
      begin = end < 0 ? start.length() : end + 1;
    }
    return best;
  }

  private static long score(String start, int from, char delimiter, int fewest) {
    long header = 0;
    long same = 0;
    long cuts = 0;
    boolean quoted = false;
    boolean blank = true;
    int lines = 0;
    for (int i = from; i < start.length() && lines < LOOK_AT_LINES; i++) {
      char c = start.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        cuts++;
      }
      boolean lineEnds = !quoted && c == '\n' || i == start.length() - 1;
      blank &= c <= ' ';
      if (lineEnds) {
        if (!blank) {
          header = lines == 0 ? cuts : header;
          same += cuts == header ? 1 : 0;
          lines++;
        }
        cuts = 0;
        blank = true;
      }
    }
    return header < fewest ? 0 : same * 1_000 + Math.min(999, header);
  }
}
