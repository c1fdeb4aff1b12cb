package io.leadwell.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The pool's tables to files and back: what PostgreSQL alone needs for an import's rows. */
final class Copies {

  /** A table's rows in a file. */
  record Exported(String table, Path file) {}

  /** What leads are stored in, in the order in which the tables refer to each other. */
  static final List<String> LEADS =
      List.of(
          "leads.company",
          "leads.person",
          "leads.source_record",
          "leads.identifier",
          "leads.employment",
          "leads.lead",
          "leads.link",
          "leads.touch",
          "leads.stage_entry");

  /** What deals of known leads are stored in. */
  static final List<String> DEALS =
      List.of(
          "leads.source_record",
          "leads.link",
          "deals.opportunity",
          "deals.contract",
          "leads.stage_entry");

  private final DataSource source;
  private final Path folder;

  Copies(DataSource source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  List<Exported> export(String name, List<String> tables, String where)
      throws SQLException, IOException {
    List<Exported> files = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (String table : tables) {
        Path file = folder.resolve(name + "-" + table + ".copy");
        String sql =
            "copy (select " + columns(connection, table) + " from " + table + where + ") to stdout";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        }
        files.add(new Exported(table, file));
      }
    }
    return files;
  }

  /** Loads the files, a transaction each, and says how many seconds it took. */
  double load(List<Exported> files) throws SQLException, IOException {
    checkpoint();
    long from = System.nanoTime();
    try (Connection connection = source.getConnection()) {
      load(connection, files);
    }
    return (System.nanoTime() - from) / 1e9;
  }

  /** As {@link #load}, in one transaction that leaves nothing behind. */
  double loadInVain(List<Exported> files) throws SQLException, IOException {
    checkpoint();
    long from = System.nanoTime();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      load(connection, files);
      double seconds = (System.nanoTime() - from) / 1e9;
      connection.rollback();
      connection.setAutoCommit(true);
      return seconds;
    }
  }

  private static void load(Connection connection, List<Exported> files)
      throws SQLException, IOException {
    for (Exported exported : files) {
      String columns = columns(connection, exported.table());
      String sql = "copy " + exported.table() + " (" + columns + ") from stdin";
      try (InputStream in = new BufferedInputStream(Files.newInputStream(exported.file()))) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
      }
      // The keys of what follows are looked up here, by plans of the full table.
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze " + exported.table());
      }
    }
  }

  /** The columns that are written; the generated ones PostgreSQL makes itself. */
  private static String columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement columns =
        connection.prepareStatement(
            "select string_agg(quote_ident(column_name), ', ' order by ordinal_position)"
                + " from information_schema.columns where table_schema = ?"
                + " and table_name = ? and is_generated = 'NEVER'")) {
      columns.setString(1, table.substring(0, table.indexOf('.')));
      columns.setString(2, table.substring(table.indexOf('.') + 1));
      try (ResultSet found = columns.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    }
  }

  void empty() throws SQLException {
    execute("truncate " + String.join(", ", LEADS) + " cascade");
  }

  void checkpoint() throws SQLException {
    execute("checkpoint");
  }

  /** What autovacuum does some minutes after a load. */
  void settle() throws SQLException {
    execute("vacuum analyze");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
