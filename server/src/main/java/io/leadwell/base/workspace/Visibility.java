package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.DEPARTMENT;
import static io.leadwell.tables.workspace.Tables.MEMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Whose records a scope reaches from where a member stands. Oneself is always among them. */
@Component
class Visibility {

  private static final Field<UUID> IN_TREE = field(name("tree", "id"), UUID.class);

  private final DSLContext dsl;

  Visibility(DSLContext dsl) {
    this.dsl = dsl;
  }

  Visible of(Member member) {
    if (member.scope() == Scope.ALL) {
      return Visible.everything();
    }
    Set<UUID> members = new HashSet<>(reached(member));
    members.add(member.id());
    return new Visible.OwnedBy(Set.copyOf(members));
  }

  private Collection<UUID> reached(Member member) {
    UUID department = member.departmentId();
    return switch (member.scope()) {
      case SELF, ALL -> List.of();
      case REPORTS -> reportsOf(member.id());
      case DEPARTMENT -> department == null ? List.of() : in(Set.of(department));
      case DEPARTMENT_BELOW -> department == null ? List.of() : in(below(department));
    };
  }

  /** Those who report to {@code manager}, directly or through others. */
  List<UUID> reportsOf(UUID manager) {
    // union, not union all: ends even if the data should hold a circle
    return dsl.withRecursive(
            name("tree")
                .fields("id")
                .as(
                    select(MEMBER.ID)
                        .from(MEMBER)
                        .where(MEMBER.MANAGER_ID.eq(manager))
                        .union(
                            select(MEMBER.ID)
                                .from(MEMBER)
                                .join(table(name("tree")))
                                .on(MEMBER.MANAGER_ID.eq(IN_TREE)))))
        .select(IN_TREE)
        .from(table(name("tree")))
        .fetch(IN_TREE);
  }

  /** The department and all below it. */
  List<UUID> below(UUID department) {
    return dsl.withRecursive(
            name("tree")
                .fields("id")
                .as(
                    select(DEPARTMENT.ID)
                        .from(DEPARTMENT)
                        .where(DEPARTMENT.ID.eq(department))
                        .union(
                            select(DEPARTMENT.ID)
                                .from(DEPARTMENT)
                                .join(table(name("tree")))
                                .on(DEPARTMENT.PARENT_ID.eq(IN_TREE)))))
        .select(IN_TREE)
        .from(table(name("tree")))
        .fetch(IN_TREE);
  }

  private List<UUID> in(Collection<UUID> departments) {
    return dsl.select(MEMBER.ID)
        .from(MEMBER)
        .where(MEMBER.DEPARTMENT_ID.in(departments))
        .fetch(MEMBER.ID);
  }
}
