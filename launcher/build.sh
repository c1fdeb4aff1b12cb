# Builds what is missing or stale. Staleness is by content, so a fresh checkout, a branch switch
# and a touched file are all judged rightly.
#
#   .build/current        name of the folder that holds the application built last
#   .build/app-<stamp>/   extracted application and its AOT cache
#   .build/logs/          what npm and Maven said

APPLICATION_JAR=leadwell.jar

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# contents NAME…: one digest of every source file below the named places of the checkout
contents() {
  (
    cd "$HERE" || exit 1
    find "$@" \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' \
      -o -name '.DS_Store' -o -name '*.tsbuildinfo' -o -name '*.log' \) -prune \
      -o -type f -print0 |
      if command -v sha256sum >/dev/null; then xargs -0 sha256sum; else xargs -0 shasum -a 256; fi |
      LC_ALL=C sort | digest | cut -c 1-16
  )
}

java_contents() { contents pom.xml .mvn kernel postgres schema server; }

# The JDK belongs to the stamp: an AOT cache is good for exactly one.
application_stamp() {
  printf '%s %s %s\n' "$1" "$2" "$(cat "$JAVA_HOME/release" 2>/dev/null)" | digest | cut -c 1-16
}

# Folder of the application built last.
application_folder() { printf '%s/%s' "$BUILD" "$(cat "$BUILD/current" 2>/dev/null)"; }
application() { printf '%s/%s' "$(application_folder)" "$APPLICATION_JAR"; }

ensure_built() {
  local web java stamp
  web=$(contents web tracker)
  java=$(java_contents)
  stamp="app-$(application_stamp "$web" "$java")"
  if [ "$(cat "$BUILD/current" 2>/dev/null)" = "$stamp" ] && [ -f "$BUILD/$stamp/$APPLICATION_JAR" ]; then
    return 0
  fi
  mkdir -p "$BUILD/logs" 2>/dev/null && [ -w "$BUILD" ] || fail 73 \
    "无法写入 ${BUILD}。请用拥有这份代码的用户构建一次（./leadwell build），或改正目录权限。" \
    "$BUILD cannot be written. Build once as the owner of this checkout (./leadwell build), or correct the permissions."
  room "$BUILD"
  take_build_lock
  # Another launcher may have built the same while this one waited for the lock.
  if [ "$(cat "$BUILD/current" 2>/dev/null)" != "$stamp" ]; then
    build_all "$web" "$java"
    install_application "$HERE/server/target/leadwell-server-0.1.0-app.jar" "$stamp"
  fi
  drop_build_lock
}

build_all() {
  find_node
  find_maven
  step "构建开始（JDK：${JAVA_HOME}）" "building (JDK: $JAVA_HOME)"
  local web_pid=""
  if [ "$(cat "$BUILD/web.stamp" 2>/dev/null)" != "$1" ] || [ ! -f "$HERE/web/dist/index.html" ] ||
    [ ! -f "$HERE/tracker/dist/lw.js" ]; then
    begin "$BUILD/logs/web.log" build_web "$1"
    web_pid=$STARTED
    # The tables take as long as the app: both at once, then the server that packs them together.
    begin "$BUILD/logs/maven.log" maven -Dmaven.test.skip=true -pl schema/tables -am package
    finish "$STARTED" "数据库表结构与基础模块" "tables and foundations" "$BUILD/logs/maven.log"
    finish "$web_pid" "网页" "web app" "$BUILD/logs/web.log"
  fi
  begin "$BUILD/logs/maven.log" maven -Dmaven.test.skip=true -pl server -am package
  finish "$STARTED" "服务器" "server" "$BUILD/logs/maven.log"
}

ensure_bench_built() {
  local stamp
  stamp=$(contents bench pom.xml)-$(java_contents)
  [ "$(cat "$BUILD/bench.stamp" 2>/dev/null)" = "$stamp" ] && [ -d "$HERE/bench/target/classes" ] && return 0
  find_maven
  take_build_lock
  begin "$BUILD/logs/bench.log" maven -Dmaven.test.skip=true -pl bench -am package
  finish "$STARTED" "性能测试" "benchmarks" "$BUILD/logs/bench.log"
  printf '%s' "$stamp" >"$BUILD/bench.stamp"
  drop_build_lock
}

maven() {
  cd "$HERE" && "$MVN" -q -B "$@"
}

npm_install() {
  local folder="$1" stamp
  stamp=$(contents "$folder/package.json" "$folder/package-lock.json")
  if [ ! -d "$HERE/$folder/node_modules" ] || [ "$(cat "$BUILD/npm-$folder.stamp" 2>/dev/null)" != "$stamp" ]; then
    (cd "$HERE/$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund) || return 1
    printf '%s' "$stamp" >"$BUILD/npm-$folder.stamp"
  fi
}

build_web() {
  npm_install web && (cd "$HERE/web" && npm run build) &&
    npm_install tracker && (cd "$HERE/tracker" && npm run build) && printf '%s' "$1" >"$BUILD/web.stamp"
}

# begin LOG COMMAND…: starts it in a process group of its own; its id is in STARTED
begin() {
  local log="$1"
  shift
  set -m
  ("$@") >"$log" 2>&1 </dev/null &
  STARTED=$!
  set +m
  RUNNING="${RUNNING:-} $STARTED"
  trap 'interrupted' INT TERM HUP
}

# finish ID CHINESE ENGLISH LOG: waits with signs of life, ends with the log's tail on failure
finish() {
  local ticks=0
  while kill -0 "$1" 2>/dev/null; do
    sleep 0.5
    ticks=$((ticks + 1))
    [ $((ticks % 40)) = 0 ] && step "${2}……" "$3 …"
  done
  if ! wait "$1"; then
    stop_running
    say "${2}构建失败。最后几行：" "Building failed: $3. The last lines:" >&2
    last_lines "$4"
    drop_build_lock
    exit 70
  fi
  step "${2}：完成" "$3: done"
}

stop_running() {
  local id
  for id in ${RUNNING:-}; do
    kill -TERM -- "-$id" 2>/dev/null
  done
}

interrupted() {
  stop_running
  ${WHEN_INTERRUPTED:-:}
  drop_build_lock
  say "已中断。" "Interrupted." >&2
  exit 130
}

# A folder is made by exactly one process: the lock of the build.
take_build_lock() {
  local told=""
  while ! mkdir "$BUILD/lock" 2>/dev/null; do
    if [ -z "$(building_process)" ]; then
      # Its maker is gone, or about to write its id: look once more before taking over.
      sleep 1
      [ -n "$(building_process)" ] || rm -rf "$BUILD/lock"
      continue
    fi
    [ -z "$told" ] && step "另一个构建正在进行，等它完成" "another build is running; waiting for it"
    told=yes
    sleep 1
  done
  printf '%s' "$$" >"$BUILD/lock/pid"
  HOLDS_LOCK=yes
}

# Process id of the launcher that holds the lock of the build, or nothing.
building_process() {
  local pid
  pid=$(cat "$BUILD/lock/pid" 2>/dev/null)
  [ -n "$pid" ] || return 0
  case "$(command_of "$pid")" in
    *leadwell*) printf '%s' "$pid" ;;
  esac
}

drop_build_lock() {
  [ -n "${HOLDS_LOCK:-}" ] && rm -rf "$BUILD/lock"
  HOLDS_LOCK=""
}

# install_application JAR STAMP: extracted, with an AOT cache, put in place by one rename. A
# server that still runs from an earlier folder keeps it.
install_application() {
  local aside="$BUILD/new.$$" log="$BUILD/logs/install.log"
  rm -rf "$aside"
  if ! "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$aside" \
    --application-filename "$APPLICATION_JAR" >"$log" 2>&1; then
    say "安装构建结果失败。最后几行：" "Installing the build failed. The last lines:" >&2
    last_lines "$log"
    drop_build_lock
    exit 70
  fi
  rm -rf "${BUILD:?}/$2"
  mv "$aside" "$BUILD/$2"
  train "$BUILD/$2"
  printf '%s' "$2" >"$BUILD/current.$$" && mv "$BUILD/current.$$" "$BUILD/current"
  remove_unused "$2"
  step "安装：完成" "installed"
}

remove_unused() {
  local folder
  for folder in "$BUILD"/app-* "$BUILD"/new.*; do
    [ -d "$folder" ] && [ "$folder" != "$BUILD/$1" ] || continue
    in_use "$folder" || rm -rf "$folder"
  done
}

in_use() {
  local process
  if [ -d /proc/self ]; then
    for process in /proc/[0-9]*; do
      tr '\0' ' ' <"$process/cmdline" 2>/dev/null | grep -qF "$1/" && return 0
    done
    return 1
  fi
  ps -axo command= | grep -F "$1/" | grep -qv grep
}

# Runs the application once on a throw-away data folder, so that the JVM remembers which classes a
# start needs. A start without the cache works too, only slower.
train() {
  [ "${LEADWELL_AOT:-on}" = on ] || return 0
  local data="$BUILD/training.$$" log="$BUILD/logs/training.log" pid ticks=0
  mkdir -p "$data"
  : >"$log"
  step "正在准备快速启动" "preparing quick starts"
  set -m
  LEADWELL_DATA="$data" LEADWELL_DATABASE="" LEADWELL_DEMO=false \
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$1/start.aot" $SERVER_JVM_OPTIONS \
    -Dleadwell.data="$data" -Dleadwell.postgres-programs="$BUILD/postgres-programs" \
    -Dserver.port=0 -jar "$1/$APPLICATION_JAR" >"$log" 2>&1 </dev/null &
  pid=$!
  set +m
  RUNNING="${RUNNING:-} $pid"
  trap 'interrupted' INT TERM HUP
  while kill -0 "$pid" 2>/dev/null && ! grep -q "Started Leadwell" "$log"; do
    sleep 0.3
    ticks=$((ticks + 1))
    [ "$ticks" -gt 400 ] && break
  done
  kill -TERM "$pid" 2>/dev/null
  ticks=0
  while kill -0 "$pid" 2>/dev/null && [ "$ticks" -lt 300 ]; do
    sleep 0.3
    ticks=$((ticks + 1))
  done
  kill -KILL -- "-$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  rm -rf "$data"
  [ -s "$1/start.aot" ] || step "快速启动未能准备好，启动会慢几秒（$BUILD/logs/training.log）" \
    "quick starts could not be prepared; starts take some seconds longer ($BUILD/logs/training.log)"
}
