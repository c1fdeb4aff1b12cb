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

  /** In the order in which they refer to each other. */
  private static final List<String> TABLES =
      List.of(
          "company",
          "person",
          "source_record",
          "identifier",
          "employment",
          "lead",
          "link",
          "touch",
          "stage_entry");

  private final DataSource source;
  private final Path folder;

  Copies(DataSource source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  List<Exported> export(String name, String where) throws SQLException, IOException {
    List<Exported> files = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (String table : TABLES) {
        Path file = folder.resolve(name + "-" + table + ".copy");
        String sql =
            "copy (select "
                + columns(connection, table)
                + " from leads."
                + table
                + where
                + ") to stdout";
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
      for (Exported exported : files) {
        String sql =
            "copy leads."
                + exported.table()
                + " ("
                + columns(connection, exported.table())
                + ") from stdin";
        try (InputStream in = new BufferedInputStream(Files.newInputStream(exported.file()))) {
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
        }
      }
    }
    return (System.nanoTime() - from) / 1e9;
  }

  /** The columns that are written; the generated ones PostgreSQL makes itself. */
  private static String columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement columns =
        connection.prepareStatement(
            "select string_agg(quote_ident(column_name), ', ' order by ordinal_position)"
                + " from information_schema.columns where table_schema = 'leads'"
                + " and table_name = ? and is_generated = 'NEVER'")) {
      columns.setString(1, table);
      try (ResultSet found = columns.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    }
  }

  void empty() throws SQLException {
    execute("truncate leads." + String.join(", leads.", TABLES) + " cascade");
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
