package io.leadwell.schema;

import io.leadwell.postgres.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.MatcherRule;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Matchers;
import org.jooq.meta.jaxb.MatchersTableType;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Starts a PostgreSQL, applies the migrations and writes one class per table.
 *
 * <p>Arguments: folder of the migrations, folder for the sources, build folder. Does nothing when
 * the migrations are those of the last run.
 */
public final class GenerateTables {

  /** One schema per module; a new module adds its name here. */
  private static final List<String> SCHEMAS =
      List.of(
          "workspace",
          "calendar",
          "campaigns",
          "leads",
          "deals",
          "imports",
          "capture",
          "insights",
          "content",
          "baidu",
          "links",
          "collect",
          "wecom",
          "messaging",
          "tasks",
          "events",
          "rules",
          "segments",
          "qualification",
          "scoring",
          "consent",
          "fields",
          "notes");

  /** Raised when this class writes the same tables differently. */
  private static final byte GENERATION = 5;

  private GenerateTables() {}

  public static void main(String[] arguments) throws Exception {
    Path migrations = Path.of(arguments[0]);
    Path sources = Path.of(arguments[1]);
    Path build = Path.of(arguments[2]);
    Path stamp = build.resolve("migrations.sha256");
    String digest = digest(migrations);
    if (Files.isDirectory(sources)
        && Files.exists(stamp)
        && Files.readString(stamp).equals(digest)) {
      return;
    }
    Path throwAway = Files.createTempDirectory(Files.createDirectories(build), "postgres");
    try (PostgresCluster cluster =
        PostgresCluster.start(throwAway, build.resolve("postgres-programs"))) {
      Flyway.configure()
          .dataSource(cluster.jdbcUrl(), cluster.user(), cluster.password())
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      GenerationTool.generate(configuration(cluster, sources));
    }
    delete(throwAway);
    Files.writeString(stamp, digest);
  }

  private static Configuration configuration(PostgresCluster cluster, Path sources) {
    return new Configuration()
        .withJdbc(
            new Jdbc()
                .withUrl(cluster.jdbcUrl())
                .withUser(cluster.user())
                .withPassword(cluster.password()))
        .withGenerator(
            new Generator()
                .withStrategy(new Strategy().withMatchers(recordsNamedRow()))
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withIncludeRoutines(false)
                        // a point in time has no zone of its own
                        .withForcedTypes(
                            new ForcedType()
                                .withUserType("java.time.Instant")
                                .withBinding("io.leadwell.tables.PointInTime")
                                .withIncludeTypes(
                                    "(?i)timestamp with time zone.*|timestamptz.*|timestamp.*with"
                                        + " time zone"))
                        .withIncludeUDTs(false)
                        .withSchemata(
                            SCHEMAS.stream()
                                .map(name -> new SchemaMappingType().withInputSchema(name))
                                .toList()))
                .withGenerate(
                    new Generate()
                        .withRecords(true)
                        .withPojos(false)
                        .withDaos(false)
                        .withImplicitJoinPathsToOne(false)
                        .withImplicitJoinPathsToMany(false)
                        .withImplicitJoinPathsManyToMany(false))
                .withTarget(
                    new Target()
                        .withPackageName("io.leadwell.tables")
                        .withDirectory(sources.toString())));
  }

  /** {@code workspace.user} becomes {@code UserRow}: no clash with the trade's own records. */
  private static Matchers recordsNamedRow() {
    return new Matchers()
        .withTables(
            new MatchersTableType()
                .withRecordClass(
                    new MatcherRule()
                        .withTransform(MatcherTransformType.PASCAL)
                        .withExpression("$0_row")));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(GENERATION);
    try (Stream<Path> files = Files.walk(migrations)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sha.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sha.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
