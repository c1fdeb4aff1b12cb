package io.leadwell.connect.baidu;

import io.leadwell.acquire.campaigns.ReportLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers, columns and answers of Baidu's reports. Money is in yuan with decimals. */
final class ReportRows {

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_MESSAGE = 300;

  /** Baidu marks what was deleted since, and the name in a link never had the mark. */
  private static final String DELETED = "[已删除]";

  /** Numbers of Baidu's, as far as they are documented; for the others its words are read. */
  private static final Map<String, Trouble> NUMBERS =
      Map.of(
          "401", Trouble.SIGN_IN,
          "402", Trouble.SIGN_IN,
          "403", Trouble.FORBIDDEN,
          "405", Trouble.BUSY,
          "421", Trouble.TOO_OFTEN,
          "800", Trouble.BUSY,
          "801", Trouble.SIGN_IN,
          "802", Trouble.SIGN_IN,
          "8101", Trouble.SIGN_IN,
          "8102", Trouble.SIGN_IN);

  private ReportRows() {}

  /** The report's number at Baidu. */
  static int type(ReportLevel level) {
    return switch (level) {
      case PLAN -> 2_290_316;
      case UNIT -> 2_284_618;
      case KEYWORD -> 2_602_783;
    };
  }

  static List<String> columns(ReportLevel level) {
    List<String> columns = new ArrayList<>(List.of("date", "userName", "campaignNameStatus"));
    if (level != ReportLevel.PLAN) {
      columns.add("adGroupNameStatus");
    }
    if (level == ReportLevel.KEYWORD) {
      columns.add("wInfoNameStatus");
    }
    columns.addAll(List.of("impression", "click", "cost"));
    return columns;
  }

  static ReportAnswer read(JsonNode answer, ReportLevel level, LocalDate day) {
    JsonNode header = answer.path("header");
    if (!header.path("status").isNumber()) {
      return unreadable("no header");
    }
    // 1 is success in part: with one report asked for, a part of it is not it
    if (header.path("status").asInt() != 0) {
      return refused(header);
    }
    JsonNode data = answer.path("body").path("data");
    JsonNode report = data.isArray() ? data.path(0) : data;
    if (!report.path("rows").isArray() || !report.path("totalRowCount").isNumber()) {
      return unreadable("no rows");
    }
    List<ReportLine> lines = new ArrayList<>();
    int rows = 0;
    for (JsonNode row : report.path("rows")) {
      rows++;
      ReportLine line = line(row, level, day);
      if (line == null) {
        return unreadable("row " + rows);
      }
      if (line.amountFen() != 0 || line.impressions() != 0 || line.clicks() != 0) {
        lines.add(line);
      }
    }
    return new ReportAnswer.Rows(lines, rows, report.path("totalRowCount").asInt());
  }

  /**
   * Null when something is missing that must be there, or it is of another day. Automatic expansion
   * has clicks without a keyword.
   */
  private static @Nullable ReportLine line(JsonNode row, ReportLevel level, LocalDate day) {
    String account = name(row, "userName");
    String plan = name(row, "campaignNameStatus");
    String unit = level == ReportLevel.PLAN ? null : name(row, "adGroupNameStatus");
    String keyword = level == ReportLevel.KEYWORD ? name(row, "wInfoNameStatus") : null;
    Optional<BigDecimal> cost = number(row, "cost");
    Optional<BigDecimal> impressions = number(row, "impression");
    Optional<BigDecimal> clicks = number(row, "click");
    if (account == null
        || plan == null
        || !day.equals(day(row))
        || cost.isEmpty()
        || impressions.isEmpty()
        || clicks.isEmpty()) {
      return null;
    }
    return new ReportLine(
        day,
        account,
        plan,
        unit,
        keyword,
        cost.get().movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValue(),
        impressions.get().longValue(),
        clicks.get().longValue());
  }

  private static @Nullable String name(JsonNode row, String column) {
    JsonNode value = row.path(column);
    String name = value.isValueNode() ? value.asString("").strip() : "";
    if (name.endsWith(DELETED)) {
      name = name.substring(0, name.length() - DELETED.length()).strip();
    }
    String clean = name.replaceAll("\\p{Cntrl}", "");
    return clean.isEmpty() ? null : clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
  }

  /** Numbers come as numbers or as text; a dash is nothing. */
  private static Optional<BigDecimal> number(JsonNode row, String column) {
    JsonNode value = row.path(column);
    String text = value.isValueNode() ? value.asString("").replace(",", "").strip() : "";
    if (text.equals("-") || text.equals("--")) {
      return Optional.of(BigDecimal.ZERO);
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.signum() < 0 && !column.equals("cost") || number.precision() > 18
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate day(JsonNode row) {
    try {
      return LocalDate.parse(row.path("date").asString(""));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ReportAnswer.Refused unreadable(String what) {
    return new ReportAnswer.Refused(Trouble.UNREADABLE, null, what);
  }

  private static ReportAnswer.Refused refused(JsonNode header) {
    JsonNode failure = header.path("failures").path(0);
    String code = failure.path("code").asString("");
    String message = failure.path("message").asString("");
    if (message.isEmpty()) {
      message = header.path("desc").asString("");
    }
    String shown =
        message
            .replaceAll("\\p{Cntrl}", " ")
            .substring(0, Math.min(LONGEST_MESSAGE, message.length()));
    return new ReportAnswer.Refused(trouble(code, message), code.isEmpty() ? null : code, shown);
  }

  private static Trouble trouble(String code, String message) {
    String said = message.toLowerCase(Locale.ROOT);
    boolean aboutToken = said.contains("token") || said.contains("授权");
    if (aboutToken && (said.contains("expire") || said.contains("过期") || said.contains("失效"))) {
      return Trouble.TOKEN_EXPIRED;
    }
    Trouble known = NUMBERS.get(code);
    if (known != null) {
      return known;
    }
    if (said.contains("frequen")
        || said.contains("rate limit")
        || said.contains("too many")
        || said.contains("quota")
        || said.contains("频繁")
        || said.contains("超过限制")) {
      return Trouble.TOO_OFTEN;
    }
    if (aboutToken
        || said.contains("username")
        || said.contains("password")
        || said.contains("密码")) {
      return Trouble.SIGN_IN;
    }
    if (said.contains("permission") || said.contains("forbidden") || said.contains("权限")) {
      return Trouble.FORBIDDEN;
    }
    return said.contains("internal error") || said.contains("系统错误")
        ? Trouble.BUSY
        : Trouble.REFUSED;
  }
}
