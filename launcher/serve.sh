# Starts and stops the server on a data folder.
#
#   DATA/server.pid         process id and port, written here
#   DATA/server.json        address and key for the command line, written by the server
#   DATA/logs/leadwell.log  the server's log, rotated; DATA/logs/console.log the last start's output

SERVER_JVM_OPTIONS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true"

# needs_value OPTION REST…: ends when the option stands without its value
needs_value() {
  [ $# -ge 2 ] && [ -n "$2" ] || fail 64 "$1 后面缺少取值。" "$1 needs a value."
}

start() {
  local port="${LEADWELL_PORT:-8080}" demo=false detach="" data="" database="${LEADWELL_DATABASE:-}"
  while [ $# -gt 0 ]; do
    case "$1" in
      --demo) demo=true ;;
      --detach) detach=yes ;;
      --port) needs_value "$@"; port="$2"; shift ;;
      --data) needs_value "$@"; data="$2"; shift ;;
      --database) needs_value "$@"; database="$2"; shift ;;
      *) fail 64 "start 没有“${1}”这个选项，见 ./leadwell help。" "start has no option '$1'; see ./leadwell help." ;;
    esac
    shift
  done
  case "$port" in
    '' | *[!0-9]*) fail 64 "端口必须是数字：$port" "The port must be a number: $port" ;;
  esac
  [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || fail 64 "端口要在 1 到 65535 之间：$port" "The port must be from 1 to 65535: $port"
  case "$database" in
    '' | jdbc:postgresql:*) ;;
    *) fail 64 "--database 要写成 jdbc:postgresql://主机/库?user=…&password=…" "--database takes jdbc:postgresql://host/db?user=…&password=…" ;;
  esac
  if [ -z "$data" ]; then
    if [ $demo = true ]; then data="$HERE/data-demo"; else data="$HERE/data"; fi
  fi
  find_java
  open_data_folder "$data"
  claim_data_folder
  refuse_second_server
  refuse_taken_port "$port"
  room "$DATA"
  ensure_built
  launch "$port" "$demo" "$database" "$detach"
}

# Sets DATA to the absolute path of a folder that can be written.
open_data_folder() {
  if [ -e "$1" ] && [ ! -d "$1" ]; then
    fail 73 "$1 是一个文件，不能用作数据目录。" "$1 is a file; a data folder is needed."
  fi
  mkdir -p "$1" 2>/dev/null || fail 73 \
    "无法建立数据目录 ${1}。请用 --data 选择可以写入的目录。" \
    "The data folder $1 cannot be made. Choose one you may write to with --data."
  DATA=$(cd "$1" && pwd -P)
  if ! { mkdir -p "$DATA/logs" && : >>"$DATA/logs/console.log"; } 2>/dev/null || [ ! -w "$DATA" ]; then
    fail 73 \
      "数据目录 $DATA 不可写。请改正目录权限，或用 --data 选择别的目录。" \
      "The data folder $DATA is not writable. Correct its permissions, or choose another with --data."
  fi
  # PostgreSQL works for the owner of its files alone, whoever else may write them. Root starts it as
  # that owner.
  if [ "$(id -u)" != 0 ] && [ -d "$DATA/postgres/cluster" ] && [ ! -O "$DATA/postgres/cluster" ]; then
    fail 73 \
      "数据目录 $DATA 的数据库属于用户 $(owner_of "$DATA/postgres/cluster")，只能由该用户启动。请切换到该用户，或停止后把整个目录改为您所有（chown -R），或用 --data 选择别的目录。" \
      "The database in the data folder $DATA belongs to the user $(owner_of "$DATA/postgres/cluster"), and only that user can start it. Start as that user, or stop it and make the whole folder yours (chown -R), or choose another with --data."
  fi
}

owner_of() { ls -ld "$1" 2>/dev/null | awk '{ print $3 }'; }

# One start at a time works on a data folder, until its server has written its id there; else the
# second would take the first one's server for none.
claim_data_folder() {
  local other tries=0
  until mkdir "$DATA/starting" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -le 5 ] || fail 73 \
      "无法在数据目录 $DATA 中写入，磁盘可能已满。" \
      "Nothing can be written into the data folder $DATA; its disk may be full."
    other=$(starting_process)
    [ -z "$other" ] || fail 75 \
      "数据目录 $DATA 正由另一个 ./leadwell start（进程 ${other}）启动。请等它完成，或用 ./leadwell stop --data \"$DATA\" 停止。" \
      "Another ./leadwell start (process $other) is at work on the data folder $DATA. Wait for it, or stop it with ./leadwell stop --data \"$DATA\"."
    # Its maker is gone, or about to write its id: look once more before taking over.
    sleep 1
    [ -n "$(starting_process)" ] || rm -rf "$DATA/starting"
  done
  printf '%s' "$$" >"$DATA/starting/pid"
  trap 'release_data_folder' EXIT
}

release_data_folder() {
  trap - EXIT
  [ "$(cat "$DATA/starting/pid" 2>/dev/null)" = "$$" ] && rm -rf "$DATA/starting"
}

# Process id of a start that is at work on DATA, or nothing.
starting_process() {
  local pid
  pid=$(cat "$DATA/starting/pid" 2>/dev/null)
  [ -n "$pid" ] || return 0
  case "$(command_of "$pid")" in
    *leadwell*start*) printf '%s' "$pid" ;;
  esac
}

# Empty when there is no such process, or only what is left of one. Also of other users' ones.
command_of() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null
  else
    ps -p "$1" -o command= 2>/dev/null
  fi
}

# Process id of the live server of DATA, or nothing. A recycled id is not mistaken for it.
server_process() {
  local pid
  pid=$(sed -n 1p "$DATA/server.pid" 2>/dev/null)
  [ -n "$pid" ] || return 0
  case "$(command_of "$pid")" in
    *"-Dleadwell.data=$DATA "*) printf '%s' "$pid" ;;
  esac
}

refuse_second_server() {
  local pid
  pid=$(server_process)
  [ -z "$pid" ] || fail 75 \
    "数据目录 $DATA 已有服务器在运行：http://localhost:$(sed -n 2p "$DATA/server.pid")（进程 ${pid}）。先用 ./leadwell stop --data \"$DATA\" 停止，或用 --data 选择别的目录。" \
    "A server is already running on the data folder $DATA: http://localhost:$(sed -n 2p "$DATA/server.pid") (process $pid). Stop it with ./leadwell stop --data \"$DATA\", or choose another folder with --data."
}

# The port that a killed server of this data folder had is free a moment later, when its last thread is gone.
refuse_taken_port() {
  local ticks=0 patience=0
  [ "$(sed -n 2p "$DATA/server.pid" 2>/dev/null)" = "$1" ] && patience=50
  while (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do
    [ "$ticks" -lt "$patience" ] || fail 75 \
      "端口 $1 已被别的程序占用。请用 --port 换一个，例如 --port $(($1 < 65535 ? $1 + 1 : 8080))。" \
      "Port $1 is taken by another program. Choose another with --port, such as --port $(($1 < 65535 ? $1 + 1 : 8080))."
    sleep 0.1
    ticks=$((ticks + 1))
  done
}

# ready PORT: does the server say it may be used?
ready() {
  local status=""
  {
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    read -r -t 10 status <&3
    exec 3>&-
  } 2>/dev/null
  case "$status" in *" 200"*) return 0 ;; *) return 1 ;; esac
}

launch() {
  local port="$1" demo="$2" database="$3" detach="$4" folder aot="" ticks=0
  folder=$(application_folder)
  [ -s "$folder/start.aot" ] && aot="-XX:AOTCache=$folder/start.aot"
  step "正在启动（数据目录：${DATA}）" "starting (data folder: $DATA)"
  rm -f "$DATA/server.json"
  # A group of its own: Ctrl-C reaches the launcher alone, which then stops the server in order.
  set -m
  (
    cd "$DATA" || exit 1
    [ -n "$detach" ] && trap '' HUP
    export LEADWELL_DATABASE="$database" LEADWELL_DEMO="$demo"
    exec "$JAVA_HOME/bin/java" ${aot:+"$aot"} $SERVER_JVM_OPTIONS ${LEADWELL_JVM_OPTIONS:-} \
      -Dleadwell.data="$DATA" -Dleadwell.postgres-programs="$BUILD/postgres-programs" \
      -Dserver.port="$port" -Dlogging.file.name="$DATA/logs/leadwell.log" \
      -Dlogging.threshold.console=WARN -jar "$folder/$APPLICATION_JAR"
  ) >"$DATA/logs/console.log" 2>&1 </dev/null &
  SERVER=$!
  set +m
  ASKED_TO_STOP=""
  trap 'ask_to_stop' INT TERM HUP
  printf '%s\n%s\n' "$SERVER" "$port" >"$DATA/server.pid"
  # Until then the process is still this script by name, and a stop would not know it.
  until [ -n "$(server_process)" ] || ! kill -0 "$SERVER" 2>/dev/null; do sleep 0.1; done
  release_data_folder
  until ready "$port"; do
    if ! kill -0 "$SERVER" 2>/dev/null; then
      wait "$SERVER"
      did_not_start $?
    fi
    sleep 0.2
    ticks=$((ticks + 1))
    [ $((ticks % 50)) = 0 ] && [ -z "$ASKED_TO_STOP" ] && starting_sign "$demo"
  done
  announce "$port"
  if [ -n "$detach" ]; then
    disown "$SERVER" 2>/dev/null
    exit 0
  fi
  say "停止请按 Ctrl-C。" "Press Ctrl-C to stop."
  wait_for_end
}

starting_sign() {
  if [ "$1" = true ] && [ ! -f "$DATA/demo-logins.txt" ]; then
    step "正在建立演示公司……" "making the demo company …"
  else
    step "启动中……" "starting …"
  fi
}

ask_to_stop() {
  [ -z "$ASKED_TO_STOP" ] && say "正在停止……" "Stopping …"
  ASKED_TO_STOP=yes
  kill -TERM "$SERVER" 2>/dev/null
}

wait_for_end() {
  local code=0
  while kill -0 "$SERVER" 2>/dev/null; do
    wait "$SERVER"
    code=$?
  done
  rm -f "$DATA/server.pid"
  if [ -n "$ASKED_TO_STOP" ]; then
    say "已停止。" "Stopped."
    exit 0
  fi
  if ended_by_stop "$code"; then
    say "已由 ./leadwell stop 停止。" "Stopped by ./leadwell stop."
    exit 0
  fi
  say "服务器意外退出（代码 ${code}）。" "The server ended unexpectedly (code $code)." >&2
  last_lines "$DATA/logs/leadwell.log"
  exit 70
}

# 143: the JVM ended by SIGTERM after its orderly shutdown
ended_by_stop() { [ "$1" = 143 ] || [ "$1" = 0 ]; }

# did_not_start CODE: the sentence of the server itself stands after "Description:" or "Refused:"; else the log's end.
did_not_start() {
  local reason
  rm -f "$DATA/server.pid"
  if [ -n "$ASKED_TO_STOP" ]; then
    say "已停止。" "Stopped."
    exit 130
  fi
  if [ "$1" = 143 ]; then
    say "启动尚未完成，已由 ./leadwell stop 停止。" "Stopped by ./leadwell stop before it was ready." >&2
    exit 130
  fi
  reason=$(awk '/^Description:/ { on = 1; next } /^Action:/ { on = 0 } on && NF' "$DATA/logs/console.log")
  say "服务器没有启动：" "The server did not start:" >&2
  if [ -n "$reason" ]; then
    printf '%s\n' "$reason" >&2
    say "完整日志：$DATA/logs/leadwell.log" "The whole log: $DATA/logs/leadwell.log" >&2
  else
    last_lines "$DATA/logs/console.log"
  fi
  exit 70
}

announce() {
  local address="http://localhost:$1"
  step "可以使用了：$address" "ready: $address"
  if [ -s "$DATA/setup-code" ]; then
    say "首次使用，请打开这个链接设置管理员：" "First use: open this link to set up the administrator:"
    printf '    %s/setup?code=%s\n' "$address" "$(tr -d '\n' <"$DATA/setup-code")"
  elif [ -s "$DATA/demo-logins.txt" ]; then
    say "演示账号：" "Logins of the demo:"
    sed 's/^/    /' "$DATA/demo-logins.txt"
  fi
  say "日志：$DATA/logs/leadwell.log" "Log: $DATA/logs/leadwell.log"
}

stop() {
  local data="" demo=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --data) needs_value "$@"; data="$2"; shift ;;
      --demo) demo=yes ;;
      *) fail 64 "stop 没有“${1}”这个选项，见 ./leadwell help。" "stop has no option '$1'; see ./leadwell help." ;;
    esac
    shift
  done
  if [ -n "$data" ]; then
    stop_folder "$data"
  elif [ -n "$demo" ]; then
    stop_folder "$HERE/data-demo"
  else
    # Without a folder: whichever of the two usual ones runs.
    DATA="$HERE/data-demo"
    [ -d "$DATA" ] && [ -n "$(server_process)" ] && stop_folder "$DATA" && [ ! -d "$HERE/data" ] && return 0
    stop_folder "$HERE/data"
  fi
}

stop_folder() {
  local pid launcher
  if [ ! -d "$1" ]; then
    say "没有正在运行的服务器（${1}）。" "No server is running ($1)."
    return 0
  fi
  DATA=$(cd "$1" && pwd -P)
  launcher=$(starting_process)
  [ -z "$launcher" ] || end_process "$launcher"
  pid=$(server_process)
  [ -z "$pid" ] || end_process "$pid"
  rm -f "$DATA/server.pid"
  stop_orphan
  if [ -n "$launcher" ] || [ -n "$pid" ] || [ -n "$ORPHAN" ]; then
    say "已停止（${DATA}）。" "Stopped ($DATA)."
  else
    say "没有正在运行的服务器（${DATA}）。" "No server is running ($DATA)."
  fi
}

# end_process ID: asks it to end in order, and waits for that
end_process() {
  local ticks=0
  kill -TERM "$1" 2>/dev/null || [ -z "$(command_of "$1")" ] || fail 77 \
    "没有权限停止进程 ${1}：它属于另一个用户。请用那个用户运行 ./leadwell stop。" \
    "Not allowed to stop process $1, which is another user's. Run ./leadwell stop as that user."
  while kill -0 "$1" 2>/dev/null && ! is_zombie "$1"; do
    sleep 0.1
    ticks=$((ticks + 1))
    [ $((ticks % 100)) = 0 ] && step "正在停止……" "stopping …"
    [ "$ticks" -lt 900 ] || fail 75 \
      "进程 $1 在 90 秒内没有停止，见 $DATA/logs/leadwell.log。" \
      "Process $1 did not stop within 90 seconds; see $DATA/logs/leadwell.log."
  done
}

is_zombie() {
  [ -r "/proc/$1/stat" ] && sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | grep -q '^Z'
}

# The database that a killed server left behind.
stop_orphan() {
  local ticks=0
  ORPHAN=$(sed -n 1p "$DATA/postgres/cluster/postmaster.pid" 2>/dev/null)
  [ -n "$ORPHAN" ] || return 0
  case "$(command_of "$ORPHAN")" in
    *"$DATA/postgres/cluster"*) ;;
    *) ORPHAN=""; return 0 ;;
  esac
  kill -INT "$ORPHAN" 2>/dev/null
  while kill -0 "$ORPHAN" 2>/dev/null && ! is_zombie "$ORPHAN" && [ "$ticks" -lt 300 ]; do
    sleep 0.1
    ticks=$((ticks + 1))
  done
}
