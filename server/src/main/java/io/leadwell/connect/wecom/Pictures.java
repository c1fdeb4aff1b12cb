package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures for welcome messages. */
@Service
public class Pictures {

  /** What Tencent takes at most. */
  public static final int LARGEST = 2 << 20;

  private static final int SMALLEST = 5;
  private static final int NAME_LENGTH = 100;

  /** A picture as it is shown. */
  public record Picture(String type, byte[] content) {}

  private final PictureCopies copies;

  Pictures(PictureCopies copies) {
    this.copies = copies;
  }

  /** Only what is a PNG or JPEG by its first bytes, whatever it is called. */
  @Transactional
  public UUID add(String name, byte[] content, Caller who) {
    String type = typeOf(content);
    if (type == null || content.length < SMALLEST || content.length > LARGEST) {
      throw new Problem(WecomProblem.PICTURE_INVALID);
    }
    UUID id = Ids.next();
    String clean = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    copies.add(
        id,
        new Tencent.Upload(
            clean.substring(0, Math.min(NAME_LENGTH, clean.length())), type, content),
        who.memberId());
    return id;
  }

  public Picture get(UUID id) {
    return copies
        .find(id)
        .map(found -> new Picture(found.type(), found.content()))
        .orElseThrow(() -> new Problem(WecomProblem.PICTURE_NOT_FOUND));
  }

  private static @Nullable String typeOf(byte[] content) {
    if (startsWith(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return "image/png";
    }
    return startsWith(content, 0xFF, 0xD8, 0xFF) ? "image/jpeg" : null;
  }

  private static boolean startsWith(byte[] content, int... first) {
    if (content.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((content[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
