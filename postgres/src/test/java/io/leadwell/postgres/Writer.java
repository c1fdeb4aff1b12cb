package io.leadwell.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/**
 * A server of its own process for the tests: starts the cluster, writes numbered rows one commit
 * each, and says each number once its commit is acknowledged. Ends only by a kill, or after the
 * number of rows given.
 */
final class Writer {

  private Writer() {}

  public static void main(String[] arguments) throws Exception {
    long rows = Long.parseLong(arguments[2]);
    try (PostgresCluster cluster =
        PostgresCluster.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
      System.out.println("postmaster " + cluster.pid());
      try (Connection connection =
          DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password())) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("create table if not exists acknowledged (n bigint primary key)");
        }
        try (PreparedStatement insert =
            connection.prepareStatement("insert into acknowledged values (?)")) {
          for (long n = 1; n <= rows; n++) {
            insert.setLong(1, n);
            insert.executeUpdate();
            System.out.println("acknowledged " + n);
          }
        }
      }
    } catch (ClusterException e) {
      System.out.println("refused " + e.getMessage());
      System.exit(3);
    }
  }
}
