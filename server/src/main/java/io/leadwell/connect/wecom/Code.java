package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way in that says which channel it stands for.
 *
 * @param state what comes back with everybody who came by it
 * @param users who stand behind it, by WeCom's user ids
 * @param page of a mini-program, with {@code query} after it
 * @param url what is opened or scanned; null until Tencent has made it
 * @param hasPicture whether Tencent drew its QR code; the others are drawn from {@code url}
 */
public record Code(
    UUID id,
    UUID connectionId,
    CodeKind kind,
    String name,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    String state,
    List<String> users,
    boolean skipVerify,
    @Nullable WelcomeMessage welcome,
    @Nullable String page,
    @Nullable String query,
    @Nullable String remoteId,
    @Nullable String url,
    boolean hasPicture,
    @Nullable Instant expiresAt,
    Status status,
    @Nullable Trouble problem,
    Instant createdAt) {

  /** How far it is. */
  public enum Status {
    /** Tencent is asked to make or change it. */
    MAKING,
    LIVE,
    /** Tencent refused; the problem says why. */
    FAILED,
    ENDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
