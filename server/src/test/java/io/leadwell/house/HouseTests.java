package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.leadwell.Leadwell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** What is built keeps the rules, and each rule can tell when it is broken. */
class HouseTests {

  private static final String PLANTED = "io.leadwell.house.planted";

  /** All that we write, without tests and what is generated from tables and templates. */
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("/io/leadwell/tables/"))
          .withImportOption(place -> !place.contains("/io/leadwell/templates/"))
          .importPackages("io.leadwell");

  private static JavaClasses planted(String name) {
    return new ClassFileImporter().importPackages(PLANTED + "." + name);
  }

  private static void broken(ArchRule rule, String planted) {
    JavaClasses classes = planted(planted);
    assertThat(classes.size()).isPositive();
    assertThatThrownBy(() -> rule.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(PLANTED);
  }

  private static List<JavaClass> in(String part) {
    return OURS.stream().filter(c -> c.getPackageName().contains(part)).toList();
  }

  @Test
  void modules_depend_on_each_other_as_they_say() {
    ApplicationModules modules = ApplicationModules.of(Leadwell.class);
    assertThat(modules.stream().map(m -> m.getIdentifier().toString()))
        .hasSizeGreaterThanOrEqualTo(8);
    modules.verify();
  }

  @Test
  void a_dependency_that_a_module_does_not_declare_is_found() {
    ApplicationModules modules =
        ApplicationModules.of(PLANTED + ".modules", place -> place.contains("/planted/"));
    assertThat(modules.stream().count()).isEqualTo(2);
    assertThatThrownBy(modules::verify).isInstanceOf(Violations.class);
  }

  @Test
  void controllers_use_doors_of_their_own_module_and_the_base() {
    assertThat(in(".web")).hasSizeGreaterThan(40);
    Rules.controllersUseDoorsOfTheirOwnModuleAndTheBase().check(OURS);
    broken(Rules.controllersUseDoorsOfTheirOwnModuleAndTheBase(), "web");
  }

  @Test
  void sql_is_built_and_never_written_outside_of_the_platform() {
    assertThat(OURS.stream().filter(c -> c.getSimpleName().endsWith("Store")))
        .hasSizeGreaterThan(12);
    Rules.sqlIsBuiltNeverWritten("io.leadwell.base.platform").check(OURS);
    broken(Rules.sqlIsBuiltNeverWritten("io.leadwell.base.platform"), "sql");
  }

  @Test
  void a_module_keeps_to_its_own_tables() {
    assertThat(
            OURS.stream()
                .filter(c ->
                    c.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d ->
                            d.getTargetClass().getPackageName().startsWith("io.leadwell.tables."))))
        .hasSizeGreaterThan(15);
    Rules.modulesUseTheirOwnTablesOnly().check(OURS);
    broken(Rules.modulesUseTheirOwnTablesOnly(), "tables");
  }

  @Test
  void every_package_says_where_null_may_be() {
    assertThat(OURS.stream().map(JavaClass::getPackageName).distinct())
        .hasSizeGreaterThanOrEqualTo(18);
    Rules.packagesAreNullMarked().check(OURS);
    broken(Rules.packagesAreNullMarked(), "unmarked");
  }

  @Test
  void the_kernel_knows_the_jdk_only() {
    assertThat(in("io.leadwell.kernel")).hasSizeGreaterThanOrEqualTo(4);
    Rules.theKernelKnowsTheJdkOnly("io.leadwell.kernel..").check(OURS);
    broken(Rules.theKernelKnowsTheJdkOnly(PLANTED + ".sql.."), "sql");
  }

  @Test
  void names_say_what_a_thing_is() {
    assertThat(OURS.size()).isGreaterThan(300);
    Rules.namesSayWhatAThingIs().check(OURS);
    broken(Rules.namesSayWhatAThingIs(), "names");
  }
}
