package io.leadwell.measure.insights;

import java.util.Set;

/** The marketing actions that have a name of their own in both languages. */
final class Scenes {

  static final Set<String> KNOWN =
      Set.of(
          "unknown",
          "ad",
          "api",
          "call",
          "code_scan",
          "content",
          "content_download",
          "content_read",
          "email",
          "event",
          "event_attended",
          "event_missed",
          "event_registered",
          "event_replayed",
          "follow",
          "form",
          "import",
          "link_click",
          "manual",
          "menu_click",
          "message",
          "referral",
          "sms",
          "typed",
          "video_watch",
          "visit",
          "wecom",
          "wecom_added");

  private Scenes() {}
}
