package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.DEPARTMENT;
import static io.leadwell.tables.workspace.Tables.MEMBER;
import static org.jooq.impl.DSL.lower;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Departments in the database. */
@Component
class DepartmentStore {

  private final DSLContext dsl;

  DepartmentStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Department> all() {
    return dsl.selectFrom(DEPARTMENT)
        .orderBy(DEPARTMENT.NAME, DEPARTMENT.ID)
        .fetch(row -> new Department(row.getId(), row.getName(), row.getParentId()));
  }

  Optional<Department> find(UUID id) {
    return dsl.selectFrom(DEPARTMENT)
        .where(DEPARTMENT.ID.eq(id))
        .fetchOptional(row -> new Department(row.getId(), row.getName(), row.getParentId()));
  }

  boolean nameTaken(Department wanted) {
    return dsl.fetchExists(
        DEPARTMENT,
        lower(DEPARTMENT.NAME)
            .eq(MemberStore.folded(wanted.name()))
            .and(DEPARTMENT.PARENT_ID.isNotDistinctFrom(wanted.parentId()))
            .and(DEPARTMENT.ID.ne(wanted.id())));
  }

  /** Somebody works there, or another department hangs below it. */
  boolean inUse(UUID id) {
    return dsl.fetchExists(DEPARTMENT, DEPARTMENT.PARENT_ID.eq(id))
        || dsl.fetchExists(MEMBER, MEMBER.DEPARTMENT_ID.eq(id));
  }

  void add(Department department) {
    dsl.insertInto(DEPARTMENT)
        .set(DEPARTMENT.ID, department.id())
        .set(DEPARTMENT.NAME, department.name())
        .set(DEPARTMENT.PARENT_ID, department.parentId())
        .execute();
  }

  void change(Department department) {
    dsl.update(DEPARTMENT)
        .set(DEPARTMENT.NAME, department.name())
        .set(DEPARTMENT.PARENT_ID, department.parentId())
        .where(DEPARTMENT.ID.eq(department.id()))
        .execute();
  }

  void remove(UUID id) {
    dsl.deleteFrom(DEPARTMENT).where(DEPARTMENT.ID.eq(id)).execute();
  }
}
