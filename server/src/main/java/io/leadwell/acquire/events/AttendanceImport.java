package io.leadwell.acquire.events;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportField.Choice;
import io.leadwell.pool.imports.ImportFieldType;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.UndoReport;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who was there, from reports of meetings, courses and doors. */
@Component
class AttendanceImport implements ImportKind {

  static final String NAME = "attendance";
  static final String EVENT = "event";
  static final String KIND = "kind";
  static final String PERSON = "name";
  static final String PHONE = "phone";
  static final String EMAIL = "email";
  static final String COMPANY = "company";
  static final String JOINED = "joined_at";
  static final String LEFT = "left_at";
  static final String DURATION = "duration";
  static final String CHECK_IN = "checked_in_at";

  private static final String WHICH = "attendance_event";
  private static final String WHO = "attendance_who";
  private static final String WHEN = "attendance_when";

  private static final List<ImportField> FIELDS =
      List.of(
          ImportField.text(EVENT, WHICH, "活动", "活动名称", "活动网址", "event").asRequired(),
          ImportField.of(KIND, WHICH, ImportFieldType.CHOICE, "参会方式", "观看方式", "kind")
              .withChoices(
                  List.of(
                      new Choice("live", List.of("直播", "现场", "参会", "live")),
                      new Choice("replay", List.of("回放", "点播", "录播", "replay", "recording")))),
          ImportField.text(
              PERSON,
              WHO,
              "姓名",
              "用户昵称",
              "用户昵称（入会昵称）",
              "入会昵称",
              "昵称",
              "微信昵称",
              "参会人",
              "参会者",
              "成员名称",
              "学员",
              "用户名",
              "name",
              "nickname",
              "participant"),
          ImportField.of(
              PHONE,
              WHO,
              ImportFieldType.PHONE,
              "手机",
              "手机号",
              "手机号码",
              "绑定手机号",
              "联系电话",
              "phone",
              "mobile"),
          ImportField.of(EMAIL, WHO, ImportFieldType.EMAIL, "邮箱", "电子邮箱", "email", "e-mail"),
          ImportField.text(COMPANY, WHO, "公司", "企业", "单位", "公司名称", "company"),
          ImportField.of(
              JOINED,
              WHEN,
              ImportFieldType.TIME,
              "入会时间",
              "首次入会时间",
              "加入时间",
              "进入时间",
              "首次进入时间",
              "首次观看时间",
              "开始学习时间",
              "join time",
              "joined at"),
          ImportField.of(
              LEFT,
              WHEN,
              ImportFieldType.TIME,
              "退会时间",
              "最后退会时间",
              "离开时间",
              "离会时间",
              "最后离开时间",
              "leave time",
              "left at"),
          ImportField.text(
              DURATION,
              WHEN,
              "参会时长",
              "累计参会时长",
              "入会时长",
              "会议时长",
              "学习时长",
              "累计学习时长",
              "观看时长",
              "累计观看时长",
              "直播观看时长",
              "时长",
              "分钟数",
              "duration",
              "minutes"),
          ImportField.of(
              CHECK_IN, WHEN, ImportFieldType.TIME, "签到时间", "check-in time", "checked in at"));

  private final AttendanceIntake intake;

  AttendanceImport(AttendanceIntake intake) {
    this.intake = intake;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ImportField> fields() {
    return FIELDS;
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new AttendancePass(context, intake);
  }

  @Override
  public UndoReport previewUndo(UUID importId) {
    return intake.previewUndo(importId);
  }

  @Override
  public UndoReport undo(UUID importId) {
    return intake.undo(importId);
  }
}
