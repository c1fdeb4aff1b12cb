package io.leadwell.pool.rules;

import io.leadwell.base.workspace.Visible;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Where leads and deeds stand: told by the pool, which owns the tables.
 *
 * @param visible what a reader may see of the leads
 * @param content what was read or watched, as the touch calls it
 * @param counted which rows of the deeds count
 */
public record LeadTables(
    Table<?> leads,
    Field<UUID> lead,
    Field<UUID> person,
    Field<UUID> company,
    Function<Visible, Condition> visible,
    Table<?> deeds,
    Field<UUID> doer,
    Field<Instant> doneAt,
    Field<String> content,
    Condition counted) {}
