package io.leadwell.bench;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.kernel.matching.Grams;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions of lists and reports as SQL written by hand, prepared and read to the end. */
final class Anchors implements AutoCloseable {

  private static final String LEADS =
      """
      select l.id, l.person_id, p.name, p.title, p.phone, p.email, l.company_id, c.name, ch.name,
        l.campaign_id, l.content, l.source_class, l.stage, o.name, s.name, l.province, l.city,
        l.industry, l.note, l.first_contact_at, l.last_touch_at, l.stage_since, l.revenue_fen,
        (select array_agg(t.name) from leads.person_tag pt join leads.tag t on t.id = pt.tag_id
          where pt.person_id = l.person_id)
      from (%s) l
      join leads.person p on p.id = l.person_id
      left join leads.company c on c.id = l.company_id
      left join campaigns.channel ch on ch.id = l.channel_id
      left join workspace.member o on o.id = l.owner_id
      left join workspace.member s on s.id = l.sdr_id
      order by l.first_contact_at desc, l.id desc
      """;
  private static final String PAGE =
      "select * from leads.lead where %s order by first_contact_at desc, id desc limit 51";
  private static final String TOTAL =
      "select count(*) from (select 1 from leads.lead where %s limit 100000) counted";
  private static final String FOUND =
      "person_id in (select id from leads.person where grams @> ? and search_text like ?)";
  private static final String COMPANIES =
      """
      select c.*, count(distinct l.person_id), count(l.id), count(l.won_at), sum(l.revenue_fen),
        max(l.last_touch_at)
      from (select * from leads.company where redirect_to is null and grams @> ? and name_key like ?
        order by created_at desc, id desc limit 51) c
      left join leads.lead l on l.company_id = c.id
      group by c.id, c.name, c.name_key, c.uscc, c.industry, c.size_band, c.province, c.city,
        c.domain, c.redirect_to, c.grams, c.created_at
      order by c.created_at desc, c.id desc
      """;
  private static final String COMPANIES_TOTAL =
      """
      select count(*) from (select 1 from leads.company
        where redirect_to is null and grams @> ? and name_key like ? limit 100000) counted
      """;
  private static final String FUNNEL =
      """
      select channel_id, grouping(channel_id), count(*),
        count(*) filter (where coalesce(mql_at, sal_at, sql_at, opportunity_at, poc_at, won_at) is not null),
        count(*) filter (where coalesce(sal_at, sql_at, opportunity_at, poc_at, won_at) is not null),
        count(*) filter (where coalesce(sql_at, opportunity_at, poc_at, won_at) is not null),
        count(*) filter (where coalesce(opportunity_at, poc_at, won_at) is not null),
        count(*) filter (where coalesce(poc_at, won_at) is not null),
        count(won_at)
      from leads.lead group by grouping sets ((channel_id), ())
      """;
  private static final String BEHIND =
      "coalesce(mql_at, sal_at, sql_at, opportunity_at, poc_at, won_at) is not null";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Anchors(Connection connection) {
    this.connection = connection;
  }

  void leads(String where, Object... values) throws SQLException {
    ask(LEADS.formatted(PAGE.formatted(where)), values);
    ask(TOTAL.formatted(where), values);
  }

  void found(String typed) throws SQLException {
    String folded = Folding.fold(typed);
    leads(FOUND, grams(folded), "%" + folded + "%");
  }

  void companies(String typed) throws SQLException {
    String key = Folding.key(typed);
    ask(COMPANIES, grams(key), "%" + key + "%");
    ask(COMPANIES_TOTAL, grams(key), "%" + key + "%");
  }

  void funnel() throws SQLException {
    ask(FUNNEL);
  }

  void facets() throws SQLException {
    ask("select distinct province from leads.lead where province is not null order by 1 limit 500");
    ask("select distinct industry from leads.lead where industry is not null order by 1 limit 500");
  }

  void behind() throws SQLException {
    ask(LEADS.formatted(PAGE.formatted(BEHIND)));
    ask("select count(*) from leads.lead where " + BEHIND);
  }

  List<String> column(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> values = new java.util.ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static Integer[] grams(String folded) {
    return Arrays.stream(Grams.of(folded)).boxed().toArray(Integer[]::new);
  }

  private void ask(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Integer[] array) {
        statement.setArray(i + 1, connection.createArrayOf("int4", array));
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
    try (ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
