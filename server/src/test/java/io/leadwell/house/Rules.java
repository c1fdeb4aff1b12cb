package io.leadwell.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.PlainSQL;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Component;

/** The rules about classes, each usable on the product and on something that breaks it. */
final class Rules {

  static final List<String> FORBIDDEN_ENDINGS =
      List.of(
          "Impl",
          "Helper",
          "Helpers",
          "Util",
          "Utils",
          "Manager",
          "Processor",
          "DTO",
          "Dto",
          "Mapper");

  /** Which module keeps which schema. */
  static final Map<String, String> SCHEMA_OF_MODULE =
      Map.ofEntries(
          entry("io.leadwell.base.workspace", "workspace"),
          entry("io.leadwell.base.calendar", "calendar"),
          entry("io.leadwell.acquire.campaigns", "campaigns"),
          entry("io.leadwell.acquire.capture", "capture"),
          entry("io.leadwell.pool.imports", "imports"),
          entry("io.leadwell.pool.leads", "leads"),
          entry("io.leadwell.pool.fields", "fields"),
          entry("io.leadwell.pool.notes", "notes"),
          entry("io.leadwell.collaborate.deals", "deals"),
          entry("io.leadwell.collaborate.tasks", "tasks"),
          entry("io.leadwell.pool.rules", "rules"),
          entry("io.leadwell.pool.segments", "segments"),
          entry("io.leadwell.pool.qualification", "qualification"),
          entry("io.leadwell.pool.consent", "consent"),
          entry("io.leadwell.measure.insights", "insights"),
          entry("io.leadwell.acquire.content", "content"),
          entry("io.leadwell.acquire.links", "links"),
          entry("io.leadwell.connect.baidu", "baidu"),
          entry("io.leadwell.acquire.collect", "collect"),
          entry("io.leadwell.connect.wecom", "wecom"),
          entry("io.leadwell.nurture.messaging", "messaging"),
          entry("io.leadwell.acquire.events", "events"),
          entry("io.leadwell.pool.scoring", "scoring"));

  /** Doors of other modules that any route may ask: a filter on a channel means those below too. */
  private static final Set<String> ASKED_BY_ALL = Set.of("io.leadwell.acquire.campaigns.Channels");

  private static final String TABLES = "io.leadwell.tables.";

  private Rules() {}

  static ArchRule controllersUseDoorsOfTheirOwnModuleAndTheBase() {
    return classes().that().resideInAPackage("..web").should(useOwnModuleAndBaseOnly());
  }

  static ArchRule sqlIsBuiltNeverWritten(String allowedPackage) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(allowedPackage)
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "takes plain SQL",
                (JavaCall<?> call) ->
                    call.getTarget()
                            .resolveMember()
                            .map(member -> member.isAnnotatedWith(PlainSQL.class))
                            .orElse(false)
                        && call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(String.class))));
  }

  static ArchRule modulesUseTheirOwnTablesOnly() {
    return classes().should(useTablesOfTheirOwnModule());
  }

  static ArchRule packagesAreNullMarked() {
    return classes().should(beInANullMarkedPackage());
  }

  static ArchRule theKernelKnowsTheJdkOnly(String kernel) {
    return classes()
        .that()
        .resideInAPackage(kernel)
        .should()
        .onlyDependOnClassesThat(
            are(
                resideInAPackage(kernel)
                    .or(resideInAPackage("java.."))
                    .or(resideInAPackage("org.jspecify.."))));
  }

  static ArchRule namesSayWhatAThingIs() {
    return classes()
        .should(
            new ArchCondition<>("have a name of the trade") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                for (String ending : FORBIDDEN_ENDINGS) {
                  if (item.getSimpleName().endsWith(ending)) {
                    events.add(
                        SimpleConditionEvent.violated(item, item.getName() + " ends in " + ending));
                  }
                }
              }
            });
  }

  private static ArchCondition<JavaClass> useOwnModuleAndBaseOnly() {
    return new ArchCondition<>("use doors of their own module and the base only") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String own = item.getPackageName().replaceAll("\\.web$", "");
        DescribedPredicate<JavaClass> strange =
            resideInAPackage("io.leadwell..")
                .and(resideOutsideOfPackage(own))
                .and(resideOutsideOfPackage(own + ".web"))
                .and(resideOutsideOfPackage("io.leadwell.base.."))
                .and(
                    DescribedPredicate.describe(
                        "are doors",
                        type ->
                            type.isMetaAnnotatedWith(Component.class)
                                && !ASKED_BY_ALL.contains(type.getName())));
        report(item, strange, events);
        // Stores are package-private, so javac keeps controllers out of them; tables are not.
        report(item, resideInAPackage("io.leadwell.tables.."), events);
        report(item, resideInAPackage("org.jooq.."), events);
      }
    };
  }

  private static ArchCondition<JavaClass> useTablesOfTheirOwnModule() {
    return new ArchCondition<>("use tables of their own module only") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String schema = schemaOf(item.getPackageName());
        report(
            item,
            resideInAPackage(TABLES + "*..").and(resideOutsideOfPackage(TABLES + schema + "..")),
            events);
      }
    };
  }

  private static String schemaOf(String packageName) {
    String module = packageName.replaceAll("\\.web$", "");
    return SCHEMA_OF_MODULE.getOrDefault(module, "none");
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  item, item.getPackageName() + " is not @NullMarked (" + item.getName() + ")"));
        }
      }
    };
  }

  private static void report(
      JavaClass item, DescribedPredicate<JavaClass> strange, ConditionEvents events) {
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      if (strange.test(dependency.getTargetClass().getBaseComponentType())) {
        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
      }
    }
  }
}
