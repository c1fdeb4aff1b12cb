# What the launcher says, in Chinese or English by LC_ALL, LC_MESSAGES, LANG. Every sentence is
# written in both languages where it is said, so neither can be forgotten.

case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
  zh*) LANGUAGE_OF_READER=zh ;;
  *) LANGUAGE_OF_READER=en ;;
esac

# say CHINESE ENGLISH
say() {
  if [ "$LANGUAGE_OF_READER" = zh ]; then printf '%s\n' "$1"; else printf '%s\n' "$2"; fi
}

# step CHINESE ENGLISH: a line of progress with the seconds since the start
step() {
  if [ "$LANGUAGE_OF_READER" = zh ]; then
    printf '[%4d 秒] %s\n' "$SECONDS" "$1"
  else
    printf '[%4d s] %s\n' "$SECONDS" "$2"
  fi
}

# fail CODE CHINESE ENGLISH
fail() {
  say "$2" "$3" >&2
  exit "$1"
}

# last_lines FILE [N]: the end of a log, then where the whole is
last_lines() {
  [ -s "$1" ] && tail -n "${2:-30}" "$1" | sed 's/^/    /' >&2
  say "完整日志：$1" "The whole log: $1" >&2
}

help() {
  if [ "$LANGUAGE_OF_READER" = zh ]; then
    cat <<'HELP'
Leadwell：自托管的 B2B 营销带动式增长平台

  ./leadwell start            构建（如有需要）并启动，停止请按 Ctrl-C
      --demo                  带一家演示公司的数据（默认数据目录 data-demo）
      --port N                端口，默认 8080
      --data DIR              数据目录，默认本目录下的 data
      --database URL          使用外部 PostgreSQL 15+：jdbc:postgresql://主机/库?user=…&password=…
      --detach                在后台运行，可用后返回 0
  ./leadwell stop [--data DIR] [--demo]

  ./leadwell import 文件 --kind leads|deals|spend|followers [--mapping 映射.yaml] [--dry-run] [--errors 文件]
  ./leadwell report funnel    --by channel|campaign|month|region|industry|owner|… [--basis cohort|period]
  ./leadwell report channels  --by channel|frame|campaign|sourceClass
  ./leadwell report durations --by channel|month|owner|…
      [--from 日期] [--to 日期] --format table|csv|json
  ./leadwell key create --role admin [--name 名称]
      以上三个命令都可加 --data DIR，或 --url 地址 --key 密钥（其他机器上的服务器）
  ./leadwell match-company --names 简称.csv --against 全称.csv [--column 列] [--against-column 列] [--top N] [--format csv|json] [--truth 答案.csv]
      为每个公司简称找出最可能的全称，输出 short,full,score；不需要服务器
  ./leadwell match-company --pairs 名称对.csv
      判断每行两个公司名称的关系，输出 left,right,score,relation
  ./leadwell match --in 文件.csv [--in 另一个.csv] [--fields 列=含义,…] [--truth 真值.csv] [--format text|json]
      找出指同一个人或企业的记录，不需要服务器（docs/matching.md）
  ./leadwell score-train --in 文件.csv --label 列 [--positive 取值] [--time 列] [--id 列] [--without 列,…] [--keep 列,…] [--seed N] [--format text|json] [--scores 输出.csv]
      用已知结果的数据训练评分：交叉验证 AUC、提前知道结果而剔除的列、校准、评分卡；不需要服务器

  ./leadwell test             全部测试：Java、网页、浏览器
  ./leadwell check            快速静态检查：格式、编译、类型
  ./leadwell bench            性能测试
  ./leadwell build            只构建
HELP
  else
    cat <<'HELP'
Leadwell: self-hosted B2B marketing-led growth

  ./leadwell start            builds what is missing or stale and starts; Ctrl-C stops
      --demo                  with the demo company in it (default data folder: data-demo)
      --port N                port, default 8080
      --data DIR              data folder, default: data in this checkout
      --database URL          an outside PostgreSQL 15+: jdbc:postgresql://host/db?user=…&password=…
      --detach                in the background; returns 0 once ready
  ./leadwell stop [--data DIR] [--demo]

  ./leadwell import FILE --kind leads|deals|spend|followers [--mapping FILE.yaml] [--dry-run] [--errors FILE]
  ./leadwell report funnel    --by channel|campaign|month|region|industry|owner|… [--basis cohort|period]
  ./leadwell report channels  --by channel|frame|campaign|sourceClass
  ./leadwell report durations --by channel|month|owner|…
      [--from DAY] [--to DAY] --format table|csv|json
  ./leadwell key create --role admin [--name NAME]
      these three take --data DIR, or --url URL --key KEY for a server elsewhere
  ./leadwell match-company --names SHORT.csv --against FULL.csv [--column NAME] [--against-column NAME] [--top N] [--format csv|json] [--truth FILE.csv]
      the likeliest full name of each short company name as short,full,score; needs no server
  ./leadwell match-company --pairs PAIRS.csv
      what the two company names of each line are to each other, as left,right,score,relation
  ./leadwell match --in FILE.csv [--in OTHER.csv] [--fields column=meaning,…] [--truth PAIRS.csv] [--format text|json]
      finds records of the same person or company; needs no server (docs/matching.md)
  ./leadwell score-train --in FILE.csv --label COLUMN [--positive VALUE] [--time COLUMN] [--id COLUMN] [--without COLUMN,…] [--keep COLUMN,…] [--seed N] [--format text|json] [--scores OUT.csv]
      learns a score from rows with known outcomes: cross-validated AUC, columns left out because they know
      the outcome, calibration, scorecard; needs no server

  ./leadwell test             all tests: Java, web, browser
  ./leadwell check            quick static checks: format, compile, types
  ./leadwell bench            benchmarks
  ./leadwell build            builds only
HELP
  fi
}
