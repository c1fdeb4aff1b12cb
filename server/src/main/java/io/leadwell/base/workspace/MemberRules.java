package io.leadwell.base.workspace;

import io.leadwell.base.platform.Problem;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holds for every member. */
@Component
class MemberRules {

  private static final int NAME_LENGTH = 80;
  private static final int EMAIL_LENGTH = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

  private final MemberStore store;
  private final DepartmentStore departments;
  private final Visibility visibility;

  MemberRules(MemberStore store, DepartmentStore departments, Visibility visibility) {
    this.store = store;
    this.departments = departments;
    this.visibility = visibility;
  }

  void check(Member member) {
    if (member.email() != null && store.emailTaken(member.email(), member.id())) {
      throw new Problem(WorkspaceProblem.EMAIL_TAKEN);
    }
    if (member.canSignIn() && member.email() == null) {
      throw invalid("email", "workspace.emailMissing");
    }
    UUID department = member.departmentId();
    if (department != null && departments.find(department).isEmpty()) {
      throw invalid("departmentId", "workspace.departmentUnknown");
    }
    UUID manager = member.managerId();
    if (manager == null) {
      return;
    }
    if (store.find(manager).isEmpty()) {
      throw invalid("managerId", "workspace.managerUnknown");
    }
    if (manager.equals(member.id()) || visibility.reportsOf(member.id()).contains(manager)) {
      throw invalid("managerId", "workspace.managerCircle");
    }
  }

  static String name(String name) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
      throw Problem.field(
          WorkspaceProblem.INVALID_MEMBER, "name", "workspace.nameLength", NAME_LENGTH);
    }
    return clean;
  }

  static @Nullable String email(@Nullable String email) {
    if (email == null || email.isBlank()) {
      return null;
    }
    String clean = email.strip();
    if (clean.length() > EMAIL_LENGTH || !EMAIL.matcher(clean).matches()) {
      throw invalid("email", "workspace.emailInvalid");
    }
    return clean;
  }

  static String locale(String locale) {
    if (!locale.equals("zh-CN") && !locale.equals("en")) {
      throw invalid("locale", "workspace.localeUnknown");
    }
    return locale;
  }

  private static Problem invalid(String field, String text) {
    return Problem.field(WorkspaceProblem.INVALID_MEMBER, field, text);
  }
}
