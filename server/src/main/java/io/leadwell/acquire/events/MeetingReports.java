package io.leadwell.acquire.events;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.TableFile;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.Imports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports of Tencent Meeting as JSON, as its interface and its scripts write them: turned into the
 * rows of a table, which come in by the door of all other files and can be taken back by it.
 */
@Service
public class MeetingReports {

  private static final int LARGEST = 20 * 1024 * 1024;
  private static final int MOST_ROWS = 50_000;
  private static final long IN_MILLIS = 100_000_000_000L;
  private static final List<String> NAMES =
      List.of("user_name", "nick_name", "nickname", "name", "用户昵称", "昵称", "姓名");
  private static final List<String> PHONES = List.of("phone", "mobile", "手机号", "手机");
  private static final List<String> EMAILS = List.of("email", "邮箱");
  private static final List<String> COMPANIES = List.of("company", "公司", "企业");
  private static final List<String> JOINED = List.of("join_time", "joined_at", "入会时间");
  private static final List<String> LEFT = List.of("left_time", "leave_time", "退会时间");
  private static final List<String> DURATION = List.of("duration", "参会时长", "入会时长");

  private final EventStore events;
  private final Imports imports;
  private final JsonMapper json;

  MeetingReports(EventStore events, Imports imports, JsonMapper json) {
    this.events = events;
    this.imports = imports;
    this.json = json;
  }

  /** An import that waits to be looked at. */
  public Import receive(UUID eventId, String fileName, InputStream content, Caller who) {
    Event event =
        events.find(eventId).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
    byte[] table = table(event, participants(content));
    return imports.receive(
        who,
        AttendanceImport.NAME,
        fileName.replaceAll("\\.json$", "") + ".csv",
        new ByteArrayInputStream(table));
  }

  private JsonNode participants(InputStream content) {
    try {
      byte[] bytes = content.readNBytes(LARGEST + 1);
      JsonNode root = bytes.length > LARGEST ? null : json.readTree(bytes);
      JsonNode list = root == null ? null : list(root, 3);
      if (list == null || list.isEmpty() || list.size() > MOST_ROWS) {
        throw new Problem(EventsProblem.REPORT_UNREADABLE);
      }
      return list;
    } catch (JacksonException e) {
      throw new Problem(EventsProblem.REPORT_UNREADABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first list of objects, at most so deep. */
  private static @Nullable JsonNode list(JsonNode node, int depth) {
    if (node.isArray()) {
      return !node.isEmpty() && node.get(0).isObject() ? node : null;
    }
    if (depth > 0 && node.isObject()) {
      for (JsonNode inner : node.values()) {
        JsonNode found = list(inner, depth - 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static byte[] table(Event event, JsonNode participants) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableFile file =
        TableFile.begin(
            out,
            TableFile.Format.CSV,
            AttendanceImport.NAME,
            List.of("活动", "用户昵称", "手机号", "邮箱", "公司", "入会时间", "退会时间", "参会时长"))) {
      for (JsonNode one : participants.values()) {
        file.row(
            event.slug(),
            name(one),
            text(one, PHONES),
            text(one, EMAILS),
            text(one, COMPANIES),
            time(text(one, JOINED)),
            time(text(one, LEFT)),
            text(one, DURATION));
      }
    }
    return out.toByteArray();
  }

  /** The interface encodes names, as they hold anything people type. */
  private static @Nullable String name(JsonNode one) {
    String said = text(one, NAMES);
    if (said == null || said.length() % 4 != 0 || !said.matches("[A-Za-z0-9+/]{4,}={0,2}")) {
      return said;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getDecoder().decode(said)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // A name that only looks encoded.
      return said;
    }
  }

  private static @Nullable String text(JsonNode one, List<String> names) {
    for (String name : names) {
      String said = one.path(name).asString("").strip();
      if (!said.isEmpty()) {
        return said;
      }
    }
    return null;
  }

  private static @Nullable String time(@Nullable String said) {
    if (said == null || !said.matches("\\d{9,13}")) {
      return said;
    }
    long number = Long.parseLong(said);
    return (number >= IN_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number))
        .toString();
  }
}
