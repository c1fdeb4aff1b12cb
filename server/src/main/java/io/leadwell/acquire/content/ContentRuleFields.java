package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.ITEM;
import static io.leadwell.tables.content.Tables.SPELLING;
import static io.leadwell.tables.content.Tables.TITLE;

import io.leadwell.kernel.rules.Kind;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.LeadTables;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules may ask what kind of content was read: customer cases, white papers. */
@Component
class ContentRuleFields implements RuleFields {

  private final LeadTables tables;

  ContentRuleFields(LeadTables tables) {
    this.tables = tables;
  }

  @Override
  public List<RuleField> ofDeeds() {
    Column kind =
        new Column.Many(
            SPELLING
                .join(TITLE)
                .on(TITLE.TITLE_KEY.eq(SPELLING.TITLE_KEY))
                .join(ITEM)
                .on(ITEM.ID.eq(TITLE.ITEM_ID)),
            SPELLING.SPELLING_.eq(tables.content()),
            ITEM.KIND);
    return List.of(new RuleField("deed.contentKind", Kind.CHOICE, kind).choosing("contentKind"));
  }
}
