package io.leadwell.demo;

import static io.leadwell.acquire.content.ItemKind.ARTICLE;
import static io.leadwell.acquire.content.ItemKind.CUSTOMER_CASE;
import static io.leadwell.acquire.content.ItemKind.INDUSTRY_READING;
import static io.leadwell.acquire.content.ItemKind.PARAMETER_PACKAGE;
import static io.leadwell.acquire.content.ItemKind.PRODUCT_DEMO;
import static io.leadwell.acquire.content.ItemKind.WHITE_PAPER;

import io.leadwell.acquire.content.ServedStage;
import java.util.List;

/** What the demo company has written; the titles are those that its leads name. */
final class DemoShelf {

  static final List<DemoArticle> ALL =
      List.of(
          new DemoArticle(
              ARTICLE,
              "MES 选型避坑指南",
              "mes-pitfalls",
              "zh-CN",
              "知乎",
              ServedStage.LEAD,
              "苏婷",
              null,
              List.of("MES", "选型"),
              "选 MES 最贵的不是软件，是选错之后的两年。五个坑，逐个说清怎么绕开。",
              """
              <h2>一、先看报表，再看流程</h2><p>很多团队第一次看演示就盯着报表。报表好做，难的是数据从哪里来：谁录、什么时候录、录错了谁改。</p>
              <h2>二、把“都能做”问到底</h2><p>请对方用你们自己的一张工单走完全程，而不是用演示数据。走不通的地方，就是将来要二次开发的地方。</p>
              <h2>三、接口要写进合同</h2><p>ERP、PLM、设备采集各有几个接口、谁来做、延迟多少，写清楚再签字。</p>
              <h2>四、先上一条线</h2><ul><li>选产品稳定、班组长愿意配合的产线。</li><li>三个月看三个数：在制品、一次合格率、异常响应时间。</li></ul>
              <h2>五、留一个懂业务的人</h2><p>系统上线后真正管用的，是企业里那个既懂工艺又愿意改流程的人。</p>
              """,
              List.of(),
              true),
          new DemoArticle(
              ARTICLE,
              "工厂数字化从哪里开始",
              "where-to-start",
              "zh-CN",
              "知乎",
              ServedStage.IMPRESSION,
              "蒋欣",
              null,
              List.of("数字化", "入门"),
              "从一张看得见的异常清单开始，而不是从一个平台开始。",
              """
              <p>数字化项目最常见的开头是买平台。更稳的开头，是把车间每天发生的异常列成清单：缺料、停机、返工、等待。</p>
              <h2>第一步：让异常看得见</h2><p>一块白板也行，关键是记时间和责任环节。</p>
              <h2>第二步：挑损失最大的三类</h2><p>先算清每一类一个月耽误多少小时，再决定上什么系统。</p>
              <h2>第三步：让数据自己来</h2><p>能从设备读的不要让人填，能扫码的不要让人写。</p>
              """,
              List.of(),
              true),
          new DemoArticle(
              CUSTOMER_CASE,
              "某汽配厂良率提升案例",
              "auto-parts-yield",
              "zh-CN",
              "公众号",
              ServedStage.SQL,
              "林晓",
              null,
              List.of("汽车零部件", "质量追溯", "案例"),
              "从 93% 到 97.8%：一家注塑件工厂用十个月做对的四件事。",
              """
              <p>这家工厂有 46 台注塑机，为三家主机厂供货。项目开始前，返工单每天三十多张，没人说得清问题出在哪一班。</p>
              <h2>做对的四件事</h2><ol><li>每一箱都有追溯码，能回到机台、模具和班次。</li><li>工艺参数超限自动停机，而不是事后查。</li><li>质量例会只看前三项缺陷。</li><li>班组长的奖金和一次合格率挂钩。</li></ol>
              <blockquote>“以前是出了问题找人，现在是找参数。” —— 该厂生产副总</blockquote>
              """,
              List.of(),
              true),
          new DemoArticle(
              ARTICLE,
              "MES 上线前的十个问题",
              "ten-questions",
              "zh-CN",
              "公众号",
              ServedStage.MQL,
              "苏婷",
              null,
              List.of("MES", "上线"),
              "开工前一个月，把这十个问题逐条答完。",
              """
              <ol><li>物料编码统一了吗？</li><li>工艺路线以谁的版本为准？</li><li>班组用什么终端报工？</li><li>断网时怎么办？</li><li>返工怎么走单？</li>
              <li>谁有权改工单？</li><li>历史数据导不导？</li><li>第一周谁驻场？</li><li>怎么算上线成功？</li><li>半年后谁来维护？</li></ol>
              """,
              List.of(),
              true),
          new DemoArticle(
              WHITE_PAPER,
              "离散制造白皮书",
              "discrete-manufacturing",
              "zh-CN",
              "公众号",
              ServedStage.LEAD,
              "林晓",
              null,
              List.of("白皮书", "离散制造"),
              "三十家离散制造企业的做法：排产、报工、追溯三件事怎么落地。",
              null,
              List.of(
                  List.of("离散制造白皮书", "排产、报工、追溯", "云帆工业软件 市场部"),
                  List.of("一、为什么排产总是变", "订单插单占三成以上", "设备和模具是真正的瓶颈", "用有限产能排程，先排瓶颈"),
                  List.of("二、报工越简单越准", "扫码代替填单", "每道工序只报三个数", "班后五分钟当场核对"),
                  List.of("三、追溯从批次到件", "一物一码，按价值分级", "关键件追到件，其余追到批", "召回范围缩小到一个班次")),
              true),
          new DemoArticle(
              WHITE_PAPER,
              "离散制造数字化白皮书",
              "discrete-digital",
              "zh-CN",
              "白皮书",
              ServedStage.LEAD,
              "林晓",
              null,
              List.of("白皮书", "离散制造", "数字化"),
              "从现状评估到三年路线图，附自评表。",
              null,
              List.of(
                  List.of("离散制造数字化白皮书", "现状、路线、投入", "云帆工业软件 市场部"),
                  List.of("一、五级成熟度", "看得见、说得清、管得住、能预测、会优化", "多数企业在第二级"),
                  List.of("二、三年路线图", "第一年打通工单与报工", "第二年设备联网与质量", "第三年排程优化"),
                  List.of("三、自评表", "每项 1 到 5 分", "低于 15 分先做基础")),
              true),
          new DemoArticle(
              WHITE_PAPER,
              "精细化工安全生产白皮书",
              "chemical-safety",
              "zh-CN",
              "白皮书",
              ServedStage.LEAD,
              "周启明",
              "特约作者，化工安全工程师",
              List.of("白皮书", "精细化工", "安全"),
              "批次记录、联锁与巡检：把安全要求变成系统动作。",
              null,
              List.of(
                  List.of("精细化工安全生产白皮书", "批次记录、联锁与巡检"),
                  List.of("一、批记录电子化", "投料双人复核", "偏差即时上报"),
                  List.of("二、联锁与报警分级", "一级报警必须停", "报警有回音才算闭环")),
              true),
          new DemoArticle(
              PARAMETER_PACKAGE,
              "MES 标准版产品参数包",
              "mes-parameters",
              "zh-CN",
              "官网直接访问",
              ServedStage.OPPORTUNITY,
              "蒋欣",
              null,
              List.of("MES", "参数"),
              "模块清单、接口、部署要求和并发指标。",
              null,
              List.of(
                  List.of("MES 标准版", "产品参数包"),
                  List.of("模块", "工单、报工、质量、追溯、设备", "接口：REST、OPC UA、Modbus"),
                  List.of("部署要求", "8 核 32 GB 起", "支持国产操作系统与数据库")),
              true),
          new DemoArticle(
              INDUSTRY_READING,
              "设备联网的三个误区",
              "machine-data-myths",
              "zh-CN",
              "公众号",
              ServedStage.MQL,
              "高志远",
              null,
              List.of("设备联网", "工业互联网"),
              "不是所有设备都要联，也不是联得越快越好。",
              """
              <h2>误区一：全部联上再说</h2><p>先联瓶颈设备。瓶颈停一小时，全厂停一小时。</p>
              <h2>误区二：采得越密越好</h2><p>多数管理问题用分钟级数据就够，毫秒级留给工艺分析。</p>
              <h2>误区三：联网就是上云</h2><p>先在厂内把数据用起来，再谈上云。</p>
              """,
              List.of(),
              true),
          new DemoArticle(
              ARTICLE,
              "How to choose an MES without regrets",
              "choose-an-mes",
              "en",
              "SEO/自然搜索",
              ServedStage.LEAD,
              "林晓",
              null,
              List.of("MES"),
              "Five questions to ask before the first demo.",
              """
              <p>Most MES projects are decided in the first demo and paid for in the second year. These questions move the effort to where it is cheap.</p>
              <ol><li>Whose data is in the demo? Ask for one of your own work orders.</li><li>Who enters each figure, and when?</li><li>Which interfaces are in the price?</li>
              <li>What happens when the network is down?</li><li>Who owns the process after go-live?</li></ol>
              """,
              List.of(),
              true),
          new DemoArticle(
              PRODUCT_DEMO,
              "五分钟看懂车间看板",
              "shop-floor-board",
              "zh-CN",
              "公众号",
              ServedStage.SQL,
              "蒋欣",
              null,
              List.of("看板", "演示"),
              "一块屏上看到订单、设备和异常。",
              "<h2>看什么</h2><p>左边是今天的订单，中间是设备状态，右边是还没关掉的异常。</p><h2>怎么用</h2><p>早会十分钟，只谈红色的三项。</p>",
              List.of(),
              true),
          new DemoArticle(
              ARTICLE,
              "年终盘点：客户最常问的二十个问题",
              "twenty-questions",
              "zh-CN",
              "公众号",
              ServedStage.MQL,
              "苏婷",
              null,
              List.of("MES"),
              "正在整理中。",
              "<p>待补充。</p>",
              List.of(),
              false));

  private DemoShelf() {}
}
