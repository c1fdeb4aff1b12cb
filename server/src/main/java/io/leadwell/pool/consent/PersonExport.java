package io.leadwell.pool.consent;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.Subject;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.DataSubjects;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept about somebody, for them to have: a page to read and a file to take. */
@Service
public class PersonExport {

  private static final String STYLE =
      """
      body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:24px;color:#1f2328}
      h2{margin:28px 0 8px;font-size:16px}table{border-collapse:collapse;width:100%}
      th,td{border:1px solid #d8dee4;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th{background:#f6f8fa;white-space:nowrap}.wide{overflow-x:auto}
      """;

  private final DataSubjects subjects;
  private final List<PersonalData> data;
  private final Texts texts;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  PersonExport(
      DataSubjects subjects,
      List<PersonalData> data,
      Texts texts,
      Audit audit,
      JsonMapper json,
      Clock clock) {
    this.subjects = subjects;
    this.data = data.stream().sorted(Comparator.comparing(PersonalData::area)).toList();
    this.texts = texts;
    this.audit = audit;
    this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    this.clock = clock;
  }

  /** What is kept, by what it is; put on record. */
  @Transactional
  public Map<String, List<Map<String, Object>>> of(UUID lead, Caller who) {
    Subject known = subjects.of(lead, who);
    Set<UUID> things = new LinkedHashSet<>();
    data.forEach(module -> things.addAll(module.things(known)));
    Subject person = known.withThings(things);
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
    for (PersonalData module : data) {
      for (Kept kept : module.kept(person)) {
        if (!kept.rows().isEmpty()) {
          all.put(kept.what(), kept.rows());
        }
      }
    }
    audit.record(who, "person.exported", "lead", lead.toString(), null, Map.of());
    return all;
  }

  /** As a zip of a page and a file. */
  public void write(Map<String, List<Map<String, Object>>> all, Locale language, OutputStream to)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("person.html"));
      zip.write(page(all, language).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("person.json"));
      zip.write(json.writeValueAsBytes(all));
      zip.closeEntry();
    }
  }

  private String page(Map<String, List<Map<String, Object>>> all, Locale language) {
    StringBuilder page = new StringBuilder("<!doctype html><html lang=\"");
    page.append(language.getLanguage().equals("en") ? "en" : "zh-CN")
        .append("\"><meta charset=\"utf-8\"><title>")
        .append(texts.of(language, "privacy.title"))
        .append("</title><style>")
        .append(STYLE)
        .append("</style><h1>")
        .append(texts.of(language, "privacy.title"))
        .append("</h1><p>")
        .append(
            HtmlUtils.htmlEscape(texts.of(language, "privacy.made", clock.instant().toString())))
        .append("</p>");
    all.forEach((what, rows) ->
        section(page, word("privacy.what." + what, what, language), rows, language));
    return page.append("</html>").toString();
  }

  /** Ids and hashes say nothing to a reader; they are in the file. */
  private void section(
      StringBuilder page, String title, List<Map<String, Object>> rows, Locale language) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    columns.removeIf(name -> name.equals("id") || name.endsWith("_id"));
    page.append("<h2>").append(HtmlUtils.htmlEscape(title)).append(" (").append(rows.size());
    page.append(")</h2><div class=\"wide\"><table><tr>");
    columns.forEach(name -> {
      String label = word("privacy.column." + name, name.replace('_', ' '), language);
      page.append("<th>").append(HtmlUtils.htmlEscape(label)).append("</th>");
    });
    page.append("</tr>");
    for (Map<String, Object> row : rows) {
      page.append("<tr>");
      columns.forEach(name -> {
        Object value = row.getOrDefault(name, "");
        String shown = value instanceof String text ? text : json.writeValueAsString(value);
        page.append("<td>").append(HtmlUtils.htmlEscape(shown)).append("</td>");
      });
      page.append("</tr>");
    }
    page.append("</table></div>");
  }

  private String word(String key, String otherwise, Locale language) {
    try {
      return texts.of(language, key);
    } catch (NoSuchMessageException e) {
      return otherwise;
    }
  }
}
