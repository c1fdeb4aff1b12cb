# ./leadwell check and ./leadwell test

run_checks() {
  find_java
  find_node
  find_maven
  mkdir -p "$BUILD/logs"
  SUMMARY=""
  stage "启动脚本" "launcher" "$BUILD/logs/check-launcher.log" check_launcher
  stage "Java：格式与编译" "Java: format and compile" "$BUILD/logs/check-java.log" \
    maven -DskipTests test-compile spotless:check
  stage "网页：类型" "web: types" "$BUILD/logs/check-web.log" check_web
  stage "浏览器测试：类型" "browser stories: types" "$BUILD/logs/check-e2e.log" check_e2e
  summarise
}

run_tests() {
  find_java
  find_node
  find_maven
  find_chromium
  find_chinese_font
  mkdir -p "$BUILD/logs"
  room "$BUILD"
  SUMMARY=""
  WHEN_INTERRUPTED=stop_story_servers
  stage "启动脚本" "launcher" "$BUILD/logs/check-launcher.log" check_launcher
  stage "网页：类型、单元测试、构建" "web: types, unit tests, build" "$BUILD/logs/test-web.log" test_web
  stage "Java：单元与模块测试、格式" "Java: unit and module tests, format" "$BUILD/logs/test-java.log" \
    maven verify
  if [ -z "$FAILED" ]; then
    stage "安装构建结果" "installing the build" "$BUILD/logs/test-install.log" install_tested
    stage "浏览器测试" "browser stories" "$BUILD/logs/test-e2e.log" test_browser "$@"
    grep -E '^(SKIPPED|跳过)' "$BUILD/logs/test-e2e.log" 2>/dev/null
  fi
  summarise
}

FAILED=""

# stage CHINESE ENGLISH LOG COMMAND…: runs it with signs of life and notes how it went
stage() {
  local zh="$1" en="$2" log="$3" from=$SECONDS ticks=0 pid word line
  shift 3
  step "${zh}……" "$en …"
  begin "$log" "$@"
  pid=$STARTED
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.5
    ticks=$((ticks + 1))
    [ $((ticks % 120)) = 0 ] && step "${zh}……$(newest_report)" "$en … $(newest_report)"
    [ "$ticks" = $((STAGE_MINUTES * 120)) ] && give_up "$pid" "$log"
  done
  if wait "$pid"; then
    word="ok  "
  else
    word="FAIL"
    FAILED=yes
    last_lines "$log" 60
  fi
  line=$(printf '%s %4d s  %s %s' "$word" $((SECONDS - from)) "$(say "$zh" "$en")" "$(counts "$log")")
  SUMMARY="$SUMMARY$line
"
}

# A stage takes a few minutes, on a slow machine a quarter of an hour. One that hangs says where.
STAGE_MINUTES=55

# give_up GROUP LOG: the stacks of what still runs into the log, those of the main threads last
give_up() {
  local process
  for process in $(pgrep -g "$1" java 2>/dev/null); do
    "$JAVA_HOME/bin/jstack" "$process" 2>/dev/null
  done >"$2.stacks"
  cat "$2.stacks" >>"$2"
  sed -n '/^"main"/,/^$/p' "$2.stacks" >>"$2"
  printf 'GAVE UP after %s minutes; the test class that ended last was %s\n' "$STAGE_MINUTES" "$(newest_report)" >>"$2"
  rm -f "$2.stacks"
  kill -KILL -- "-$1" 2>/dev/null
}

# Name of the test class that ended last, as a sign of life of a long stage.
newest_report() {
  (cd "$HERE" && ls -t */target/surefire-reports/*.txt */*/target/surefire-reports/*.txt 2>/dev/null) |
    sed -n '1s/.*[./]\([A-Za-z]*\)\.txt$/\1/p'
}

# Number of tests that a stage ran, read from its reports.
counts() {
  case "$1" in
    */test-java.log)
      (cd "$HERE" && find . -path '*/target/surefire-reports/TEST-*.xml' -not -path './.build/*' -exec grep -ho '<testsuite [^>]*' {} + 2>/dev/null) |
        sed -n 's/.* tests="\([0-9]*\)".*/\1/p' | awk '{ n += $1 } END { if (n) printf "(%d tests)", n }'
      ;;
    */test-web.log) sed -n 's/.*Tests  *\([0-9][0-9]*\) passed.*/(\1 tests)/p' "$1" | tail -n 1 ;;
    */test-e2e.log) sed -n 's/^ *\([0-9][0-9]*\) passed.*/\1/p' "$1" | tail -n 1 | sed 's/.*/(& stories)/' ;;
  esac
}

summarise() {
  printf '\n%s' "$SUMMARY"
  if [ -n "$FAILED" ]; then
    say "未通过，用时 $SECONDS 秒。日志在 $BUILD/logs" "FAILED after $SECONDS s. Logs are in $BUILD/logs"
    exit 1
  fi
  say "全部通过，用时 $SECONDS 秒。" "All passed in $SECONDS s."
}

check_launcher() {
  local file
  for file in leadwell launcher/*.sh .ci/run; do
    (cd "$HERE" && bash -n "$file") || return 1
  done
  bash "$HERE/launcher/trials.sh"
}

check_web() {
  npm_install web && (cd "$HERE/web" && npx tsc --noEmit) &&
    npm_install tracker && (cd "$HERE/tracker" && npx tsc --noEmit)
}

check_e2e() {
  npm_install e2e && (cd "$HERE/e2e" && npx tsc --noEmit)
}

test_web() {
  npm_install web || return 1
  npm_install tracker || return 1
  (cd "$HERE/web" && npx tsc --noEmit && npx vitest run --no-color) || return 1
  (cd "$HERE/tracker" && npx tsc --noEmit && npm test) || return 1
  build_web "$(contents web tracker)"
}

# The tested jar is the one the stories run against; `start` finds it built afterwards.
install_tested() {
  take_build_lock
  install_application "$HERE/server/target/leadwell-server-0.1.0-app.jar" \
    "app-$(application_stamp "$(contents web tracker)" "$(java_contents)")"
  drop_build_lock
}

# Servers of stories, left over when the run was interrupted.
stop_story_servers() {
  local folder
  for folder in "$BUILD"/stories/*/; do
    [ -d "$folder" ] && stop_folder "$folder" >/dev/null
  done
  rm -rf "$BUILD/stories"
}

test_browser() {
  npm_install e2e || return 1
  stop_story_servers
  mkdir -p "$BUILD/stories"
  export LEADWELL_E2E_FOLDERS="$BUILD/stories"
  cd "$HERE/e2e" && npx tsc --noEmit &&
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 LEADWELL_CHROMIUM="$CHROMIUM" FORCE_COLOR=0 npx playwright test "$@"
}
