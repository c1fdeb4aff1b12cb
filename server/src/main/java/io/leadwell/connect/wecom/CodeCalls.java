package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.CodeStore.Made;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What Tencent does for codes: makes, changes, finds, ends and counts them. */
@Component
class CodeCalls {

  private static final String WAYS = "/cgi-bin/externalcontact/";
  private static final String LINKS = "/cgi-bin/externalcontact/customer_acquisition/";
  private static final int REMARK_LENGTH = 30;
  private static final int PICTURE_LARGEST = 1 << 20;
  private static final int URL_LINK_DAYS = 30;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Tencent tencent;
  private final Clock clock;

  CodeCalls(Tencent tencent, Clock clock) {
    this.tencent = tencent;
    this.clock = clock;
  }

  /** Tencent's handle of a code it did not have. */
  String make(Credentials as, Code code) {
    return switch (code.kind()) {
      case WAY -> needed(tencent.post(as, WAYS + "add_contact_way", way(code)), "config_id");
      case LINK ->
          needed(tencent.post(as, LINKS + "create_link", link(code)).path("link"), "link_id");
      case FOLLOW, MINI -> "";
    };
  }

  void change(Credentials as, Code code, String remoteId) {
    switch (code.kind()) {
      case WAY -> {
        Map<String, Object> body = way(code);
        body.put("config_id", remoteId);
        tencent.post(as, WAYS + "update_contact_way", body);
      }
      case LINK -> {
        Map<String, Object> body = link(code);
        body.put("link_id", remoteId);
        tencent.post(as, LINKS + "update_link", body);
      }
      case FOLLOW, MINI -> {
        // Nothing of these is kept at Tencent.
      }
    }
  }

  /** One that was made by a call whose answer never came: known again by what is unique in it. */
  Optional<String> find(Credentials as, Code code) {
    return switch (code.kind()) {
      case WAY -> findWay(as, code);
      case LINK -> findLink(as, code);
      case FOLLOW, MINI -> Optional.empty();
    };
  }

  /** What visitors open or scan. */
  Made show(Credentials as, Code code, String remoteId) {
    return switch (code.kind()) {
      case WAY -> {
        JsonNode way =
            tencent
                .post(as, WAYS + "get_contact_way", Map.of("config_id", remoteId))
                .path("contact_way");
        String place = needed(way, "qr_code");
        yield new Made(
            remoteId, place, tencent.picture(as, URI.create(place), PICTURE_LARGEST), null);
      }
      case LINK -> {
        JsonNode link = tencent.post(as, LINKS + "get", Map.of("link_id", remoteId)).path("link");
        String url = needed(link, "url");
        String joined = url + (url.contains("?") ? "&" : "?") + "customer_channel=" + code.state();
        yield new Made(remoteId, joined, null, null);
      }
      case FOLLOW -> {
        JsonNode answer =
            tencent.post(
                as,
                "/cgi-bin/qrcode/create",
                Map.of(
                    "action_name",
                    "QR_LIMIT_STR_SCENE",
                    "action_info",
                    Map.of("scene", Map.of("scene_str", code.state()))));
        yield new Made(null, needed(answer, "url"), null, null);
      }
      case MINI ->
          new Made(
              null,
              urlLink(as, code, query(code, null)),
              null,
              clock.instant().plus(Duration.ofDays(URL_LINK_DAYS)));
    };
  }

  void end(Credentials as, Code code, String remoteId) {
    switch (code.kind()) {
      case WAY -> tencent.post(as, WAYS + "del_contact_way", Map.of("config_id", remoteId));
      case LINK -> tencent.post(as, LINKS + "delete_link", Map.of("link_id", remoteId));
      case FOLLOW, MINI -> {
        // Nothing of these is kept at Tencent.
      }
    }
  }

  /** Clicks and additions of one day. */
  record Counted(int clicks, int added) {}

  Counted count(Credentials as, String remoteId, LocalDate day) {
    Instant from = day.atStartOfDay(ZONE).toInstant();
    JsonNode answer =
        tencent.post(
            as,
            LINKS + "statistic",
            Map.of(
                "link_id",
                remoteId,
                "start_time",
                from.getEpochSecond(),
                "end_time",
                from.plus(Duration.ofDays(1)).getEpochSecond() - 1));
    return new Counted(
        answer.path("click_link_customer_cnt").asInt(0), answer.path("new_customer_cnt").asInt(0));
  }

  /** A page of a mini-program as a link of the web, good for thirty days. */
  String urlLink(Credentials as, Code code, String query) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("path", code.page() == null ? "" : code.page());
    body.put("query", query);
    body.put("expire_type", 1);
    body.put("expire_interval", URL_LINK_DAYS);
    body.put("env_version", "release");
    return needed(tencent.post(as, "/wxa/generate_urllink", body), "url_link");
  }

  /** The same as a link that needs nobody to make it and does not expire; WeChat opens it. */
  static String scheme(String appId, Code code, String query) {
    return "weixin://dl/business/?appid="
        + appId
        + "&path="
        + URLEncoder.encode(code.page() == null ? "" : code.page(), StandardCharsets.UTF_8)
        + "&query="
        + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** What the page is opened with: its own parameters, the code's state, and who is meant. */
  static String query(Code code, @Nullable String identity) {
    String own = code.query() == null ? "" : code.query();
    return own
        + (own.isEmpty() ? "" : "&")
        + "lw_c="
        + code.state()
        + (identity == null ? "" : "&lw_p=" + identity);
  }

  private static Map<String, Object> way(Code code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", code.users().size() == 1 ? 1 : 2);
    body.put("scene", 2);
    body.put("remark", shortened(code.name(), REMARK_LENGTH));
    body.put("skip_verify", code.skipVerify());
    body.put("state", code.state());
    body.put("user", code.users());
    return body;
  }

  private static Map<String, Object> link(Code code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("link_name", linkName(code));
    body.put("range", Map.of("user_list", code.users()));
    body.put("skip_verify", code.skipVerify());
    return body;
  }

  /** With the state in it, by which the link is found again. */
  private static String linkName(Code code) {
    return shortened(code.name(), REMARK_LENGTH - code.state().length() - 1) + " " + code.state();
  }

  private static String shortened(String text, int length) {
    return text.substring(0, Math.min(length, text.length())).strip();
  }

  private Optional<String> findWay(Credentials as, Code code) {
    String cursor = "";
    do {
      JsonNode page =
          tencent.post(
              as,
              WAYS + "list_contact_way",
              Map.of(
                  "start_time",
                  code.createdAt().minus(Duration.ofHours(1)).getEpochSecond(),
                  "end_time",
                  clock.instant().plus(Duration.ofHours(1)).getEpochSecond(),
                  "cursor",
                  cursor,
                  "limit",
                  100));
      for (JsonNode one : page.path("contact_way")) {
        String id = one.path("config_id").asString("");
        String state =
            tencent
                .post(as, WAYS + "get_contact_way", Map.of("config_id", id))
                .path("contact_way")
                .path("state")
                .asString("");
        if (state.equals(code.state())) {
          return Optional.of(id);
        }
      }
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    return Optional.empty();
  }

  private Optional<String> findLink(Credentials as, Code code) {
    String cursor = "";
    do {
      JsonNode page = tencent.post(as, LINKS + "list_link", Map.of("limit", 100, "cursor", cursor));
      for (String id : ids(page.path("link_id_list"))) {
        JsonNode link = tencent.post(as, LINKS + "get", Map.of("link_id", id)).path("link");
        if (link.path("link_name").asString("").endsWith(" " + code.state())) {
          return Optional.of(id);
        }
      }
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    return Optional.empty();
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(id -> ids.add(id.asString("")));
    return ids;
  }

  private static String needed(JsonNode answer, String field) {
    String value = answer.path(field).asString("");
    if (value.isEmpty()) {
      throw TencentFailure.unanswered(WecomProblem.TENCENT_ODD_ANSWER, field);
    }
    return value;
  }
}
