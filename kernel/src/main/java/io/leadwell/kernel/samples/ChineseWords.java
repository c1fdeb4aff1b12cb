package io.leadwell.kernel.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chinese names and firms, with how they sound. */
final class ChineseWords {

  /** Surnames from frequent to rare, each with its pinyin. */
  private static final String SURNAMES =
      "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he"
          + " 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 韩han 冯feng 曹cao 彭peng"
          + " 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su"
          + " 吕lv 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi"
          + " 金jin 贾jia 夏xia 韦wei 付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin"
          + " 薛xue 闫yan 段duan 雷lei 龙long 黎li 史shi 陶tao 贺he 毛mao 郝hao 顾gu 龚gong 邵shao 万wan 覃qin"
          + " 武wu 钱qian 戴dai 严yan 莫mo 孔kong 向xiang 常chang 温wen 康kang 施shi 牛niu 樊fan 葛ge 邢xing"
          + " 欧阳ouyang 司马sima 诸葛zhuge 上官shangguan";

  private static final String GIVEN =
      "伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao"
          + " 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 萍ping 红hong 鹏peng 辉hui 飞fei 鑫xin 波bo 斌bin"
          + " 宇yu 浩hao 凯kai 健jian 俊jun 帆fan 帅shuai 旭xu 宁ning 龙long 林lin 欢huan 佳jia 阳yang 建jian 文wen"
          + " 志zhi 国guo 海hai 晓xiao 小xiao 春chun 金jin 德de 立li 新xin 永yong 庆qing 云yun 兰lan 梅mei 雪xue"
          + " 琳lin 婷ting 慧hui 莹ying 倩qian 雯wen 颖ying 洁jie 丹dan 萌meng 瑶yao 璐lu 悦yue 怡yi 子zi 梓zi 涵han"
          + " 轩xuan 睿rui 博bo 思si 诗shi 雨yu 语yu 欣xin 昊hao 天tian 一yi 逸yi 毅yi 义yi 艺yi 翔xiang 祥xiang"
          + " 晨chen 辰chen 琪qi 奇qi 麒qi 祺qi 薇wei 威wei 巍wei 维wei 为wei 卫wei 微wei 炜wei 峰feng 锋feng 丰feng"
          + " 枫feng 凤feng 良liang 亮liang 东dong 冬dong 栋dong 正zheng 政zheng 振zhen 震zhen 珍zhen 真zhen"
          + " 成cheng 诚cheng 程cheng 家jia 嘉jia 少shao 绍shao 世shi 士shi 仕shi 光guang 广guang 学xue 培pei"
          + " 培pei 贵gui 富fu 福fu 兴xing 星xing 长chang 昌chang 常chang 胜sheng 生sheng 升sheng";

  /** What is easily taken for one another by eye. */
  private static final String LOOKALIKES =
      "微薇 侯候 未末 士土 己已 日曰 王玉 晴睛 辰晨 祥详 洋详 杨扬 徐除 陈阵 刘浏 张弛 林材 明朋 杰木 佳住 伟纬 婷停 莹萤 涛铸";

  private static final String TRADITIONAL =
      "张張 刘劉 陈陳 杨楊 黄黃 赵趙 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 许許 邓鄧 韩韓 冯馮 伟偉 静靜 丽麗 强強 军軍 华華 红紅 鹏鵬 辉輝 飞飛 龙龍"
          + " 欢歡 阳陽 国國 晓曉 庆慶 云雲 兰蘭 莹瑩 颖穎 洁潔 梦夢 语語 艺藝 义義 维維 为為 卫衛 锋鋒 东東 栋棟 贵貴 兴興 长長 胜勝 广廣"
          + " 学學 绍紹 诚誠 岚嵐 钟鍾 苏蘇 吕呂 卢盧 姜薑 谭譚 陆陸 贾賈 韦韋 邹鄒";

  static final List<String> CITIES =
      split(
          "北京 上海 广州 深圳 杭州 南京 苏州 成都 重庆 武汉 西安 天津 青岛 宁波 无锡 长沙 郑州 合肥 济南 厦门 福州 佛山 东莞 大连 沈阳 昆明"
              + " 南昌 常州 温州 嘉兴 石家庄 哈尔滨 长春 太原 贵阳 南宁 珠海 中山 惠州 绍兴");

  /** What firms are called after. */
  private static final String CORE =
      "华hua 信xin 科ke 达da 天tian 宏hong 远yuan 鼎ding 盛sheng 恒heng 泰tai 瑞rui 中zhong 联lian 云yun 创chuang"
          + " 智zhi 汇hui 博bo 众zhong 安an 捷jie 通tong 力li 诚cheng 益yi 佳jia 美mei 康kang 源yuan 德de 邦bang"
          + " 海hai 星xing 龙long 金jin 银yin 利li 丰feng 卓zhuo 越yue 凯kai 启qi 航hang 飞fei 迅xun 锐rui 新xin"
          + " 立li 正zheng 同tong 方fang 元yuan 鸿hong 图tu 腾teng 昌chang 隆long 祥xiang 荣rong 光guang 明ming"
          + " 晶jing 优you 特te 尔er 思si 维wei 拓tuo 普pu 微wei 量liang 芯xin 数shu 网wang 宇yu 辰chen 麦mai"
          + " 格ge 朗lang 风feng 林lin 森sen 江jiang 山shan 岳yue 峰feng 九jiu 三san 万wan 百bai 千qian 嘉jia";

  static final List<String> TRADES =
      split(
          "科技 网络科技 信息技术 电子 机械 自动化设备 软件 生物医药 新材料 能源 环保工程 贸易 供应链 物流 智能装备 半导体 光电 汽车零部件 食品"
              + " 包装 化工 建筑工程 文化传媒 教育咨询 医疗器械 精密仪器 数据服务 通信设备 纺织 塑胶");

  static final List<String> FORMS = split("有限公司 有限公司 有限公司 股份有限公司 有限责任公司 集团有限公司");

  static final List<String> TITLES =
      split(
          "总经理 副总经理 市场总监 市场经理 销售总监 销售经理 采购经理 采购主管 技术总监 研发经理 工程师 高级工程师 产品经理 运营经理 IT经理"
              + " 信息部主任 人事经理 财务总监 项目经理 总监 经理 主管");

  /** How strangers are addressed by their surname. */
  static final List<String> ADDRESSED = split("总 经理 工 老师 先生 女士 总监 主任");

  static final List<Syllable> SURNAME = syllables(SURNAMES);
  static final List<Syllable> NAME = syllables(GIVEN);
  static final List<Syllable> FIRM = syllables(CORE);
  private static final Map<String, String> SOUND = sounds();
  private static final Map<String, List<String>> SAME_SOUND = sameSound();
  static final Map<String, String> ALIKE = pairs(LOOKALIKES);
  static final Map<String, String> OLD = pairs(TRADITIONAL);
  private static final Map<String, String> MODERN = turned(OLD);

  /** Characters and their pinyin without tones. */
  record Syllable(String text, String sound) {}

  private ChineseWords() {}

  /** Pinyin of a name as a library would give it: surname, blank, given name; "" for other text. */
  static String pinyin(String name) {
    int from = name.length() > 2 && SOUND.containsKey(name.substring(0, 2)) ? 2 : 1;
    if (name.isEmpty() || from > name.length()) {
      return "";
    }
    StringBuilder given = new StringBuilder();
    for (int i = from; i < name.length(); i++) {
      given.append(sound(name.substring(i, i + 1)));
    }
    String surname = from == 2 ? sound(name.substring(0, 2)) : sound(name.substring(0, 1));
    return surname.isEmpty() ? "" : given.isEmpty() ? surname : surname + " " + given;
  }

  private static String sound(String text) {
    String sound = SOUND.get(MODERN.getOrDefault(text, text));
    return sound == null ? "" : sound;
  }

  /** Other characters that sound alike, as an input method offers them. */
  static List<String> homophones(String character) {
    return SAME_SOUND.getOrDefault(sound(character), List.of());
  }

  private static Map<String, String> sounds() {
    Map<String, String> sounds = new HashMap<>();
    for (List<Syllable> list : List.of(SURNAME, NAME, FIRM)) {
      list.forEach(syllable -> sounds.putIfAbsent(syllable.text(), syllable.sound()));
    }
    return sounds;
  }

  private static Map<String, List<String>> sameSound() {
    Map<String, List<String>> same = new HashMap<>();
    for (List<Syllable> list : List.of(SURNAME, NAME, FIRM)) {
      for (Syllable syllable : list) {
        List<String> known = same.computeIfAbsent(syllable.sound(), s -> new ArrayList<>());
        if (syllable.text().length() == 1 && !known.contains(syllable.text())) {
          known.add(syllable.text());
        }
      }
    }
    return same;
  }

  private static List<Syllable> syllables(String words) {
    return split(words).stream()
        .map(word -> {
          int latin = 0;
          while (word.charAt(latin) > 0x7F) {
            latin++;
          }
          return new Syllable(word.substring(0, latin), word.substring(latin));
        })
        .toList();
  }

  private static Map<String, String> pairs(String words) {
    Map<String, String> pairs = new HashMap<>();
    split(words).forEach(pair -> pairs.put(pair.substring(0, 1), pair.substring(1)));
    return pairs;
  }

  private static Map<String, String> turned(Map<String, String> map) {
    Map<String, String> turned = new HashMap<>();
    map.forEach((key, value) -> turned.put(value, key));
    return turned;
  }

  private static List<String> split(String words) {
    return List.of(words.split(" "));
  }
}
