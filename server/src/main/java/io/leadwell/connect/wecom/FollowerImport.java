package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportField.Choice;
import io.leadwell.pool.imports.ImportFieldType;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.UndoReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Half-private contacts from files: followers of channels accounts, whom no interface tells of. */
@Component
class FollowerImport implements ImportKind {

  private static final String WHO = "follower_who";
  private static final String WHERE = "follower_where";
  private static final String DETAILS = "follower_details";

  private static final List<ImportField> FIELDS =
      List.of(
          ImportField.text("account", WHERE, "账号", "公众号", "视频号", "账号名称", "主体", "account")
              .asRequired(),
          ImportField.of("source", WHERE, ImportFieldType.CHOICE, "类型", "账号类型", "平台", "platform")
              .withChoices(
                  List.of(
                      new Choice("official", List.of("公众号", "订阅号", "服务号", "official")),
                      new Choice("channels", List.of("视频号", "channels")),
                      new Choice("other", List.of("其他", "other")))),
          ImportField.text("open_id", WHO, "openid", "open id", "粉丝id", "用户id"),
          ImportField.text("union_id", WHO, "unionid", "union id"),
          ImportField.text("name", WHO, "昵称", "微信昵称", "粉丝昵称", "姓名", "nickname", "name"),
          ImportField.of(
              "followed_at",
              WHERE,
              ImportFieldType.TIME,
              "关注时间",
              "关注日期",
              "成为粉丝时间",
              "followed at",
              "follow time"),
          ImportField.text("channel", WHERE, "渠道", "来源渠道", "channel"),
          ImportField.text("campaign", WHERE, "市场活动", "活动", "campaign"),
          ImportField.of(
              "phone",
              DETAILS,
              ImportFieldType.PHONE,
              "手机",
              "手机号",
              "电话",
              "联系电话",
              "phone",
              "mobile"),
          ImportField.of("email", DETAILS, ImportFieldType.EMAIL, "邮箱", "电子邮箱", "email", "e-mail"),
          ImportField.text("company", DETAILS, "公司", "企业", "单位", "公司名称", "company"),
          ImportField.text("remark", DETAILS, "备注", "说明", "remark", "note").asRepeatable());

  private final FollowerIntake intake;
  private final Channels channels;
  private final Campaigns campaigns;

  FollowerImport(FollowerIntake intake, Channels channels, Campaigns campaigns) {
    this.intake = intake;
    this.channels = channels;
    this.campaigns = campaigns;
  }

  @Override
  public String name() {
    return "followers";
  }

  @Override
  public List<ImportField> fields() {
    return FIELDS;
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new FollowerPass(context, intake, channels, campaigns);
  }

  @Override
  public UndoReport previewUndo(UUID importId) {
    int removable = intake.count(intake.removable(importId));
    return report(removable, intake.count(intake.of(importId)) - removable);
  }

  @Override
  public UndoReport undo(UUID importId) {
    int removed = intake.remove(intake.removable(importId));
    return report(removed, intake.count(intake.of(importId)));
  }

  private static UndoReport report(int removed, int stays) {
    List<UndoReport.Kept> kept = new ArrayList<>();
    if (stays > 0) {
      kept.add(new UndoReport.Kept("followersMore", stays));
    }
    return new UndoReport(Map.of("followers", (long) removed), kept);
  }
}
