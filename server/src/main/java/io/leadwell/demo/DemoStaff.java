package io.leadwell.demo;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Department;
import io.leadwell.base.workspace.Departments;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demo company, with a password made for this installation alone. */
@Component
class DemoStaff {

  static final String LOGINS = "demo-logins.txt";
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Workspaces workspaces;
  private final Departments departments;
  private final Members members;
  private final DataFolder data;
  private final List<String> logins = new ArrayList<>();
  private String password = "";

  DemoStaff(Workspaces workspaces, Departments departments, Members members, DataFolder data) {
    this.workspaces = workspaces;
    this.departments = departments;
    this.members = members;
    this.data = data;
  }

  /** All or nothing: a start that is cut short begins anew. */
  @Transactional
  public void open(Caller system) {
    logins.clear();
    password = madePassword();
    workspaces.open("云帆工业软件（演示）", MoneyUnit.WAN, true);
    join("管理员", "admin", Role.ADMIN, null, null, system);
    Department marketing = departments.add("市场部", null, system);
    Member head = join("林晓", "marketing.head", Role.MARKETING_HEAD, marketing.id(), null, system);
    join("苏婷", "marketer", Role.MARKETER, marketing.id(), head.id(), system);
    join("蒋欣", "marketer2", Role.MARKETER, marketing.id(), head.id(), system);
    Department desk = departments.add("SDR 组", marketing.id(), system);
    int number = 0;
    for (String name : DemoHistory.SDRS) {
      number++;
      join(name, number == 1 ? "sdr" : "sdr" + number, Role.SDR, desk.id(), head.id(), system);
    }
    Department sales = departments.add("销售部", null, system);
    Member salesHead = join("高志远", "sales.head", Role.SALES_HEAD, sales.id(), null, system);
    team("华东大区", DemoHistory.EAST, "sales", sales.id(), salesHead.id(), system);
    team("华南大区", DemoHistory.SOUTH, "south", sales.id(), salesHead.id(), system);
    team("华北大区", DemoHistory.NORTH, "north", sales.id(), salesHead.id(), system);
    join("方总", "ceo", Role.EXECUTIVE, null, null, system);
    write();
  }

  private void team(
      String name, List<String> people, String mailbox, UUID sales, UUID head, Caller system) {
    Department department = departments.add(name, sales, system);
    int number = 0;
    for (String person : people) {
      number++;
      join(
          person,
          number == 1 ? mailbox : mailbox + number,
          Role.SALESPERSON,
          department.id(),
          head,
          system);
    }
  }

  private Member join(
      String name,
      String mailbox,
      Role role,
      @Nullable UUID department,
      @Nullable UUID manager,
      Caller system) {
    String email = mailbox + "@demo.leadwell";
    logins.add(String.format("%-15s %-30s %s  (%s)", role.word(), email, password, name));
    return members.join(
        new NewMember(name, email, password, role, null, department, manager, false, "zh-CN"),
        system);
  }

  private void write() {
    Path file = data.path().resolve(LOGINS);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, String.join("\n", logins) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String madePassword() {
    SecureRandom random = new SecureRandom();
    StringBuilder made = new StringBuilder("demo");
    for (int group = 0; group < 3; group++) {
      made.append('-');
      for (int i = 0; i < 4; i++) {
        made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
    }
    return made.toString();
  }
}
