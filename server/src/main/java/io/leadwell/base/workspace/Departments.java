package io.leadwell.base.workspace;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company's tree of departments. */
@Service
public class Departments {

  private static final int NAME_LENGTH = 80;

  private final DepartmentStore store;
  private final Visibility visibility;
  private final Audit audit;
  private final Database database;

  Departments(DepartmentStore store, Visibility visibility, Audit audit, Database database) {
    this.store = store;
    this.visibility = visibility;
    this.audit = audit;
    this.database = database;
  }

  public List<Department> all() {
    return store.all();
  }

  @Transactional
  public Department add(String name, @Nullable UUID parentId, Caller who) {
    Department department = new Department(Ids.next(), cleanName(name), parentId);
    check(department);
    store.add(department);
    record("department.created", department, Map.of(), who);
    return department;
  }

  /**
   * Renames or moves a department.
   *
   * @param name null leaves it
   * @param parentId null leaves it, empty makes it a root
   */
  @Transactional
  public Department change(
      UUID id, @Nullable String name, @Nullable Optional<UUID> parentId, Caller who) {
    // Two moves at once could close a circle that neither sees.
    database.lock("workspace.departments");
    Department before = found(id);
    Department after =
        new Department(
            id,
            name == null ? before.name() : cleanName(name),
            parentId == null ? before.parentId() : parentId.orElse(null));
    UUID parent = after.parentId();
    if (parent != null && visibility.below(id).contains(parent)) {
      throw invalid("parentId", "workspace.departmentCircle");
    }
    check(after);
    store.change(after);
    record(
        "department.edited",
        after,
        Map.of(
            "name", List.of(before.name(), after.name()),
            "parentId", List.of(parentOf(before), parentOf(after))),
        who);
    return after;
  }

  /** Only an empty one: without people and without departments below. */
  @Transactional
  public void delete(UUID id, Caller who) {
    Department department = found(id);
    if (store.inUse(id)) {
      throw new Problem(WorkspaceProblem.DEPARTMENT_IN_USE);
    }
    store.remove(id);
    record("department.deleted", department, Map.of(), who);
  }

  private Department found(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(WorkspaceProblem.DEPARTMENT_NOT_FOUND));
  }

  private void check(Department department) {
    UUID parent = department.parentId();
    if (parent != null && store.find(parent).isEmpty()) {
      throw invalid("parentId", "workspace.departmentUnknown");
    }
    if (store.nameTaken(department)) {
      throw new Problem(WorkspaceProblem.DEPARTMENT_NAME_TAKEN);
    }
  }

  private static String cleanName(String name) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
      throw invalid("name", "workspace.nameLength");
    }
    return clean;
  }

  private static Problem invalid(String field, String text) {
    return Problem.field(WorkspaceProblem.INVALID_DEPARTMENT, field, text, NAME_LENGTH);
  }

  private static String parentOf(Department department) {
    return Objects.toString(department.parentId(), "");
  }

  private void record(
      String action, Department department, Map<String, Object> detail, Caller who) {
    audit.record(who, action, "department", department.id().toString(), department.name(), detail);
  }
}
