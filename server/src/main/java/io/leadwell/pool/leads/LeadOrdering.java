package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.LeadFilter.Sort;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;

/** The orders of the list of leads, and where in one a page begins. */
final class LeadOrdering {

  private LeadOrdering() {}

  static List<SortField<?>> fields(Order order) {
    Field<?> sort = column(order.sort());
    return order.descending()
        ? List.of(sort.desc(), LEAD.ID.desc())
        : List.of(sort.asc(), LEAD.ID.asc());
  }

  /** What the cursor says of the last lead of a page. */
  static String value(LeadStore.Found lead, Order order) {
    return switch (order.sort()) {
      case FIRST_CONTACT_AT -> lead.firstContactAt().toString();
      case LAST_TOUCH_AT -> lead.lastTouchAt().toString();
      case REVENUE -> Long.toString(lead.revenueFen());
    };
  }

  private static Field<?> column(Sort sort) {
    return switch (sort) {
      case FIRST_CONTACT_AT -> LEAD.FIRST_CONTACT_AT;
      case LAST_TOUCH_AT -> LEAD.LAST_TOUCH_AT;
      case REVENUE -> LEAD.REVENUE_FEN;
    };
  }

  /** What comes after the lead that a cursor names. */
  static Condition beyond(Order order, List<String> after) {
    try {
      UUID id = UUID.fromString(after.get(1));
      return switch (order.sort()) {
        case FIRST_CONTACT_AT ->
            beyond(LEAD.FIRST_CONTACT_AT, Instant.parse(after.getFirst()), id, order);
        case LAST_TOUCH_AT ->
            beyond(LEAD.LAST_TOUCH_AT, Instant.parse(after.getFirst()), id, order);
        case REVENUE -> beyond(LEAD.REVENUE_FEN, Long.valueOf(after.getFirst()), id, order);
      };
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private static <T> Condition beyond(Field<T> column, T value, UUID id, Order order) {
    return order.descending()
        ? row(column, LEAD.ID).lt(value, id)
        : row(column, LEAD.ID).gt(value, id);
  }
}
