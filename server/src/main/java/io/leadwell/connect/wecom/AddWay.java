package io.leadwell.connect.wecom;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * WeCom's numbers for how a contact was added, by words that the timeline says in each language.
 */
final class AddWay {

  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(1, "qr_code"),
          Map.entry(2, "phone_search"),
          Map.entry(3, "shared_card"),
          Map.entry(4, "group_chat"),
          Map.entry(5, "phone_book"),
          Map.entry(6, "wechat_contact"),
          Map.entry(9, "email_search"),
          Map.entry(10, "channels"),
          Map.entry(11, "calendar"),
          Map.entry(12, "meeting"),
          Map.entry(13, "wechat_friend"),
          Map.entry(16, "acquisition_link"),
          Map.entry(24, "friend_request"),
          Map.entry(201, "shared_by_colleague"),
          Map.entry(202, "assigned"));

  private AddWay() {}

  /** Null for an unknown one. */
  static @Nullable String word(@Nullable Integer number) {
    return number == null ? null : WORDS.get(number);
  }
}
