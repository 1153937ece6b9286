#!/bin/sh
# tools/fuzz.sh MODULE TARGET [SECONDS] [TEST CLASS] – tries a parser with Jazzer, which watches the branches an input takes.
#   tools/fuzz.sh hub inquiry 60          tools/fuzz.sh terminal request 60
# Connections are not what is looked for: some targets have a database of their own. Its driver is left as it is: Jazzer's hooks in it make classes that the JVM refuses.
# Where no test tries the target, the end of the output says what went wrong in each of them.
# An input that breaks the target is left in target/jazzer/found/; keep it under MODULE/src/test/resources/fuzz/TARGET/, where every test run tries it again.

here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
module=$1 target=$2 seconds=${3:-60} test=${4:-madoguchi.$1.FuzzTest}
cd "$here" || exit 1
. "$here/tools/jdk.sh"
java_home=$(find_jdk) || exit 1
work="$here/$module/target/jazzer"
mkdir -p "$work/corpus/$target" "$work/found" "$work/lib"
./mvnw -B -q -Dspotless.check.skip -pl "$module" -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/path" -Dmdep.includeScope=test || exit 1
./mvnw -B -q -N dependency:copy -Dartifact=com.code-intelligence:jazzer:0.26.0 -DoutputDirectory="$work/lib" -Dmdep.stripVersion=true || exit 1
./mvnw -B -q -N dependency:copy -Dartifact=com.code-intelligence:jazzer-api:0.26.0 -DoutputDirectory="$work/lib" -Dmdep.stripVersion=true || exit 1
seeds="$here/$module/src/test/resources/fuzz/$target"
mkdir -p "$seeds"
cd "$module" || exit 1
exec "$java_home/bin/java" --enable-native-access=ALL-UNNAMED -XX:+EnableDynamicAgentLoading -Dmadoguchi.fuzz.test="$test" -Dmadoguchi.fuzz.target="$target" -Dmadoguchi.fuzz.corpus="$work/corpus/$target" \
  -cp "$work/lib/jazzer.jar:$work/lib/jazzer-api.jar:target/test-classes:target/classes:$(cat "$work/path")" \
  com.code_intelligence.jazzer.Jazzer --target_class=madoguchi.fixture.FuzzDoor --instrumentation_includes='madoguchi.**' --custom_hook_excludes='org.postgresql.**' --disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery --reproducer_path="$work/found" \
  -max_total_time="$seconds" -artifact_prefix="$work/found/" "$work/corpus/$target" "$seeds"
