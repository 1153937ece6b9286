#!/bin/sh
# 群れの試し – called by ./madoguchi-spark cluster-test. A standalone master and two workers, each a process of its own on this machine, from the jars the build fetched; a skewed month (one hospital with half of
# all receipts) is settled by one machine without Spark, by the cluster, and by the cluster with one worker and its executor killed hard in the middle. All three outputs must be the same, byte for byte.
# Needs about 3 GB of memory and, for each 100,000 receipts, 1 GB of disk. Ends only what it started. Exit code 0 when all are the same, 1 when not, 2 usage, 3 when something did not start.
set -u
receipts=100000
dir=
while [ $# -gt 0 ]; do
  case "$1" in
    --receipts) receipts=${2:?}; shift 2 ;;
    --dir) dir=${2:?}; shift 2 ;;
    *) echo "cluster-test [--receipts N] [--dir DIR]" >&2; exit 2 ;;
  esac
done
kept=$dir
dir=${dir:-$(mktemp -d)}
mkdir -p "$dir" && dir=$(cd "$dir" && pwd) || exit 3
host=127.0.0.1
port=${SPARK_MASTER_PORT:-17077}
started=

end() { # ends the processes this script started, and what they started
  for pid in $started; do
    for child in $(children "$pid"); do kill -9 "$child" 2>/dev/null; done
    kill -9 "$pid" 2>/dev/null
  done
  [ -n "$kept" ] || rm -rf "$dir"
}
children() { # the processes that $1 started
  for stat in /proc/[0-9]*/stat; do
    sed 's/.*) . //' "$stat" 2>/dev/null | { read -r parent _ && [ "$parent" = "$1" ] && basename "$(dirname "$stat")"; }
  done
}
trap end EXIT
trap 'exit 3' INT TERM

# A home as the cluster's own programs want it: all jars in one folder, and spark-submit.
home="$dir/spark"
mkdir -p "$home/jars" "$home/bin" "$home/conf"
tr ':' '\n' <"$target/classpath" | while read -r jar; do ln -sf "$jar" "$home/jars/"; done
opens=
for package in lang lang.invoke lang.reflect io net nio util util.concurrent; do
  opens="$opens --add-opens=java.base/java.$package=ALL-UNNAMED"
done
opens="$opens --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=4"
printf '#!/bin/sh\nexec "%s/bin/java" %s -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "%s/jars/*" org.apache.spark.deploy.SparkSubmit "$@"\n' "$java_home" "$opens" "$home" >"$home/bin/spark-submit"
chmod +x "$home/bin/spark-submit"
export SPARK_HOME="$home" JAVA_HOME="$java_home" SPARK_LOCAL_IP="$host" SPARK_SCALA_VERSION=2.13

daemon() { # name, class and arguments: a process of the cluster
  name=$1
  shift
  # shellcheck disable=SC2086
  "$java_home/bin/java" $opens -Xmx256m -cp "$home/jars/*" "$@" >"$dir/$name.log" 2>&1 &
  pid=$!
  started="$started $pid"
}
said() { # waits until a log holds a sentence
  tries=0
  until grep -q "$2" "$dir/$1.log" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ]; then
      echo "✕ $1: $dir/$1.log" >&2
      tail -5 "$dir/$1.log" >&2
      exit 3
    fi
    sleep 0.2
  done
}
worker() { daemon "$1" org.apache.spark.deploy.worker.Worker --host "$host" --cores 1 --memory 600m --webui-port 0 --work-dir "$dir/work-$1" "spark://$host:$port"; }
spark() { # what to write, then the output
  "$here/madoguchi-spark" submit --master "spark://$host:$port" --conf spark.executor.memory=512m --conf spark.executor.cores=1 --conf spark.driver.host="$host" \
    --conf "spark.executor.extraJavaOptions=-XX:+UseSerialGC" -- settle "$dir"/month/*.UKE --snapshot "$dir/month/registers" --out "$1" --stretch 1 2>"$1.log"
}
same() {
  if diff -rq "$dir/local" "$1"; then echo "● $2: 一台と同じ / the same as on one machine, byte for byte"; else echo "✕ $2: 違う / differs" >&2; failed=1; fi
}

failed=0
[ -f "$dir/month/registers" ] || "$here/madoguchi-spark" invent "$dir/month" --receipts "$receipts" || exit 3
ls -l "$dir/month" | awk '$NF ~ /UKE$/ { printf "  %s %.0f MB\n", $NF, $5 / 1e6 }'
rm -rf "$dir/local" "$dir/cluster" "$dir/wounded"
"$here/madoguchi-spark" local "$dir"/month/*.UKE --snapshot "$dir/month/registers" --out "$dir/local" || exit 3
daemon master org.apache.spark.deploy.master.Master --host "$host" --port "$port" --webui-port 0
said master "New state: ALIVE"
worker one
said one "Successfully registered with master"
worker two
two=$pid
said two "Successfully registered with master"
spark "$dir/cluster" || { tail -5 "$dir/cluster.log" >&2; failed=1; }
same "$dir/cluster" "群れ / cluster"

spark "$dir/wounded" &
run=$!
started="$started $run"
all=$(cat "$dir"/month/*.UKE | wc -c)
until [ "$(find "$dir/wounded/stretches" -type f 2>/dev/null | wc -l)" -gt $((all / 1048576 / 3)) ]; do
  kill -0 "$run" 2>/dev/null || { tail -5 "$dir/wounded.log" >&2; exit 3; }
  sleep 0.05
done
for child in $(children "$two"); do kill -9 "$child"; done
kill -9 "$two"
echo "  作業機を一つ殺した / one worker and its executor were killed; $(find "$dir/wounded/stretches" -type f | wc -l) 区間 stretches were done"
wait "$run" || { tail -5 "$dir/wounded.log" >&2; failed=1; }
echo "  $(grep -ci 'lost executor\|executor lost' "$dir/wounded.log") 回「executor を失った」/ lines about a lost executor"
same "$dir/wounded" "作業機を一つ失った群れ / cluster that lost a worker"
exit $failed
