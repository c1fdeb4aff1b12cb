package io.leadwell.tables;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Sends a point in time as one. jOOQ's own binding sends a text with a cast, and PostgreSQL, which
 * may read a text by settings of the session, then reads it again for every row it compares: a
 * report over a million rows took a hundred times as long.
 */
public final class PointInTime implements Binding<OffsetDateTime, Instant> {

  private static final long serialVersionUID = 1;
  private static final Converter<OffsetDateTime, Instant> CONVERTER =
      Converter.ofNullable(
          OffsetDateTime.class,
          Instant.class,
          OffsetDateTime::toInstant,
          at -> at.atOffset(ZoneOffset.UTC));

  @Override
  public Converter<OffsetDateTime, Instant> converter() {
    return CONVERTER;
  }

  @Override
  public void sql(BindingSQLContext<Instant> context) {
    if (context.render().paramType() == ParamType.INLINED) {
      context
          .render()
          .visit(DSL.inline(CONVERTER.to(context.value()), SQLDataType.TIMESTAMPWITHTIMEZONE));
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public void set(BindingSetStatementContext<Instant> context) throws SQLException {
    if (context.value() == null) {
      context.statement().setNull(context.index(), Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      context.statement().setObject(context.index(), CONVERTER.to(context.value()));
    }
  }

  @Override
  public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
    context.value(
        CONVERTER.from(context.resultSet().getObject(context.index(), OffsetDateTime.class)));
  }

  @Override
  public void register(BindingRegisterContext<Instant> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("No function is called with a point in time");
  }

  @Override
  public void get(BindingGetStatementContext<Instant> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("No function answers with a point in time");
  }

  @Override
  public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("PostgreSQL has no SQL output");
  }

  @Override
  public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("PostgreSQL has no SQL input");
  }
}
