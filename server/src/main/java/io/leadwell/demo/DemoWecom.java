package io.leadwell.demo;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Role;
import io.leadwell.connect.wecom.Code;
import io.leadwell.connect.wecom.CodeDraft;
import io.leadwell.connect.wecom.CodeFilter;
import io.leadwell.connect.wecom.CodeKind;
import io.leadwell.connect.wecom.Codes;
import io.leadwell.connect.wecom.Colleagues;
import io.leadwell.connect.wecom.Connection;
import io.leadwell.connect.wecom.ConnectionDraft;
import io.leadwell.connect.wecom.ConnectionKind;
import io.leadwell.connect.wecom.Connections;
import io.leadwell.connect.wecom.Interaction;
import io.leadwell.connect.wecom.WelcomeMessage;
import io.leadwell.connect.wecom.WelcomeMessage.Attachment;
import io.leadwell.connect.wecom.WelcomeMessage.Type;
import io.leadwell.demo.tencent.StandIn;
import io.leadwell.demo.tencent.StandInAccount;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.demo.tencent.StandInEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The demo company is connected to Tencent's stand-in: codes at its stands and on its site,
 * contacts and followers of the last three months, all of them called back as if from outside.
 */
@Component
@ConditionalOnProperty("leadwell.demo")
class DemoWecom {

  private static final Logger LOG = LoggerFactory.getLogger(DemoWecom.class);
  private static final Duration PAST = Duration.ofDays(90);
  private static final int CONTACTS = 48;
  private static final int FOLLOWERS = 60;

  private final StandIn tencent;
  private final DemoScans scans;
  private final Connections connections;
  private final Codes codes;
  private final Colleagues colleagues;
  private final Channels channels;
  private final Members members;
  private final Clock clock;
  private final Random random = new Random(20_261_126);

  DemoWecom(
      StandIn tencent,
      DemoScans scans,
      Connections connections,
      Codes codes,
      Colleagues colleagues,
      Channels channels,
      Members members,
      Clock clock) {
    this.tencent = tencent;
    this.scans = scans;
    this.connections = connections;
    this.codes = codes;
    this.colleagues = colleagues;
    this.channels = channels;
    this.members = members;
    this.clock = clock;
  }

  /** The stand-in forgets with each end of the server, the company does not. */
  void tell(Caller system) {
    List<String> staff = hire();
    if (!connections.all().isEmpty()) {
      remind();
      return;
    }
    UUID wecom =
        connect(ConnectionKind.WECOM, "云帆企业微信", StandInCorp.CORP_ID, StandInCorp.SECRET, system);
    UUID official =
        connect(
            ConnectionKind.OFFICIAL,
            "云帆工业软件公众号",
            StandInAccount.APP_ID,
            StandInAccount.SECRET,
            system);
    UUID mini =
        connect(
            ConnectionKind.MINI,
            "云帆产品手册小程序",
            StandInAccount.MINI_ID,
            StandInAccount.SECRET,
            system);
    scans.caller(wecom).greet("leadwell");
    scans.caller(official).greetPlainly("leadwell");
    colleagues.refresh(wecom, system);
    List<Code> ways = wecomCodes(wecom, staff, system);
    Code fair =
        code(official, CodeKind.FOLLOW, "工博会易拉宝（公众号）", "公众号", List.of(), greeting(), system);
    codes.add(
        new CodeDraft(
            mini,
            CodeKind.MINI,
            "短信召回：产品手册",
            channel("短信营销"),
            null,
            List.of(),
            false,
            null,
            "pages/manual/index",
            "from=sms"),
        system);
    contacts(wecom, ways);
    followers(official, fair);
    scans.settle(wecom);
    scans.settle(official);
    connections.check(wecom);
    connections.check(official);
    LOG.info("Demo: WeCom and the official account are connected to a stand-in on this machine");
  }

  private List<String> hire() {
    List<String> ids = new ArrayList<>();
    for (Member member : members.all()) {
      String email = member.email();
      boolean sells = member.role() == Role.SALESPERSON || member.role() == Role.SDR;
      if (email != null && sells) {
        String id = email.substring(0, email.indexOf('@'));
        tencent.corp().hire(new StandInCorp.User(id, member.name(), email, ""));
        ids.add(id);
      }
    }
    return ids;
  }

  private void remind() {
    codes
        .page(new CodeFilter(null, null, null, null), null, 200)
        .items()
        .forEach(code -> {
          if (code.remoteId() != null) {
            tencent.corp().keep(code.remoteId(), code.kind() == CodeKind.LINK, code.state());
          }
        });
  }

  private UUID connect(
      ConnectionKind kind, String name, String appId, String secret, Caller system) {
    Connection made =
        connections.add(
            new ConnectionDraft(
                kind,
                name,
                appId,
                kind == ConnectionKind.WECOM ? "1000002" : null,
                secret,
                DemoScans.TOKEN,
                DemoScans.AES_KEY,
                kind == ConnectionKind.OFFICIAL ? channel("公众号") : null,
                clock.instant().minus(PAST).minus(Duration.ofDays(30)),
                EnumSet.allOf(Interaction.class),
                true),
            system);
    return made.id();
  }

  private List<Code> wecomCodes(UUID wecom, List<String> staff, Caller system) {
    List<String> sellers = staff.subList(Math.max(0, staff.size() - 6), staff.size());
    List<String> desk = staff.subList(0, Math.min(3, staff.size()));
    WelcomeMessage welcome =
        new WelcomeMessage(
            "您好，我是云帆工业软件的顾问。选型清单和案例先发您，想先看哪个行业的？",
            List.of(
                new Attachment(
                    Type.LINK,
                    "离散制造数字化白皮书",
                    "40 页，含 12 家工厂的实施路径",
                    "https://example.com/whitepaper",
                    null,
                    null)));
    return List.of(
        code(wecom, CodeKind.WAY, "工博会展台", "行业展会", sellers, welcome, system),
        code(wecom, CodeKind.WAY, "官网右下角", "官网直接访问", desk, welcome, system),
        code(wecom, CodeKind.WAY, "白皮书封底", "白皮书", desk, welcome, system),
        code(wecom, CodeKind.LINK, "朋友圈广告落地页", "腾讯广告", desk, welcome, system));
  }

  private Code code(
      UUID connection,
      CodeKind kind,
      String name,
      String channel,
      List<String> users,
      WelcomeMessage welcome,
      Caller system) {
    return codes.add(
        new CodeDraft(
            connection, kind, name, channel(channel), null, users, true, welcome, null, null),
        system);
  }

  private static WelcomeMessage greeting() {
    return new WelcomeMessage("感谢关注云帆工业软件！回复“报价”获取方案与报价，回复“案例”查看同行怎么做。", List.of());
  }

  private void contacts(UUID wecom, List<Code> ways) {
    for (int i = 0; i < CONTACTS; i++) {
      Code way = ways.get(random.nextInt(ways.size()));
      Instant at = past();
      String id = "wmDemo%03d".formatted(i);
      scans.add(way, id, Words.person(random), at);
      if (random.nextInt(12) == 0) {
        String user = user(id);
        Duration stay = Duration.ofHours(random.nextInt(60) + 1L);
        Instant left = at.plus(stay).isAfter(clock.instant()) ? clock.instant() : at.plus(stay);
        scans.settle(wecom);
        tencent.corp().part(id, user);
        scans.tell(wecom, StandInEvents.contact("del_follow_user", id, user, left, null, null));
      }
    }
  }

  private String user(String contact) {
    return Objects.requireNonNull(tencent.corp().contact(contact))
        .bonds()
        .keySet()
        .iterator()
        .next();
  }

  private void followers(UUID official, Code fair) {
    for (int i = 0; i < FOLLOWERS; i++) {
      Instant at = past();
      String openId = "oDemo%03d".formatted(i);
      scans.follow(random.nextInt(3) == 0 ? fair : null, openId, official, at);
      Instant later = at.plus(Duration.ofMinutes(5 + random.nextInt(600)));
      Instant acts = later.isAfter(clock.instant()) ? clock.instant() : later;
      switch (random.nextInt(10)) {
        case 0, 1 -> scans.tell(official, StandInEvents.message(openId, acts, "想了解一下报价", i));
        case 2 -> scans.tell(official, StandInEvents.follower("CLICK", openId, acts, "产品案例"));
        case 3 -> {
          tencent.account().unfollow(openId);
          scans.tell(official, StandInEvents.follower("unsubscribe", openId, acts, null));
        }
        default -> {
          // Most only follow.
        }
      }
    }
  }

  private Instant past() {
    long seconds = random.nextLong(PAST.toSeconds());
    return clock.instant().minusSeconds(seconds);
  }

  private @Nullable UUID channel(String name) {
    return channels.named(List.of(name), true).get(name);
  }
}
