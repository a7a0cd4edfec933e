#!/bin/bash
# The proof on a real Slurm of three nodes on this machine (make test-slurm): a node dies in mid-run, then a task is killed, then there is nothing to
# do. Nothing is lost, nothing is doubled: the dataset is that of a run on one machine, byte for byte.
# KEEP=1 keeps the folder of the trial.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program="dotnet $(realpath "$here/../../artifacts/program/techmoves.dll")"
trial=$(mktemp -d) begun=$(date +%s)
cluster=$trial/cluster
trap '"$here/local-cluster.sh" down "$cluster"; [ -n "${KEEP:-}" ] && echo "kept: $trial" || rm -rf "$trial"' EXIT
tell() { printf '%4d s  %s\n' $(($(date +%s) - begun)) "$*"; }
fail() { echo "FAILED: $*" >&2; tail -n 20 "$trial"/*.log >&2 || true; exit 1; }
same() { diff -rq "$trial/serial" "$TECHMOVES_Out" || fail "$1: another dataset than the serial run's"; tell "$1: the dataset is the serial run's, byte for byte"; }
parts() { find "$TECHMOVES_Out.state" -path '*/sources/part-*' -printf '%p %T@ %s\n' | sort; }

# The samples, 100 times, each with an id and an outlet of its own; so that no shard is done in a moment.
mkdir -p "$trial/articles"
for i in $(seq "${COPIES:-100}"); do
  sed -E "s/\"id\": ?\"/&copy$i-/; s/\"outlet\": ?\"/&$i /" "$here"/../../data/articles/*.jsonl > "$trial/articles/copy-$i.jsonl"
done
export TECHMOVES_Articles=$trial/articles TECHMOVES_PROGRAM=$program SHARDS=8
$program run --quiet --out "$trial/serial"
tell "serial run: $(($(wc -l < "$trial/serial/articles.csv") - 1)) records, $(($(wc -l < "$trial/serial/moves.csv") - 1)) moves"

"$here/local-cluster.sh" up "$cluster" 3
export SLURM_CONF=$cluster/slurm.conf
tell "Slurm $(sinfo --version | cut -d' ' -f2): $(sinfo -h -o '%D nodes, %T')"

# A node dies: power, slurmd, tasks and all. Slurm requeues its task, to begin two minutes later; the test does not wait for that.
export TECHMOVES_Out=$trial/first
"$here/submit.sh" $SHARDS > "$trial/first.log" 2>&1 &
submit=$!
until [ -n "$(squeue -h -r -t running -w n2 -o %i 2>/dev/null)" ]; do kill -0 $submit 2>/dev/null || fail "the run ended before a node could be killed"; sleep .1; done
lost=$(squeue -h -r -t running -w n2 -o %i)
"$here/local-cluster.sh" kill "$cluster" n2
tell "node n2 killed, with its task $lost"
until sinfo -h -n n2 -o %T | grep -q down; do sleep .2; done
tell "Slurm knows that n2 is down"
until waiting=$(squeue -h -r -t pending -o '%i %r' | awk '$2 == "BeginTime" { print $1 }') && [ -n "$waiting" ]; do kill -0 $submit 2>/dev/null || fail "the lost task was not requeued"; sleep .2; done
for job in $waiting; do scontrol update JobId="$job" StartTime=now; done
tell "requeued: $waiting"
wait $submit || fail "the run with a lost node returned $?"
same "with a lost node"

# A task is killed: the run fails and says which shard; the dataset is not published; the next run makes that shard alone.
"$here/local-cluster.sh" start "$cluster" n2
export TECHMOVES_Out=$trial/second
"$here/submit.sh" $SHARDS > "$trial/second.log" 2>&1 &
submit=$!
until task=$(squeue -h -r -t running -o %i 2>/dev/null | head -1) && [ -n "$task" ]; do kill -0 $submit 2>/dev/null || fail "the run ended before a task could be killed"; sleep .1; done
scancel --signal=KILL --full "$task"
tell "task $task killed"
! wait $submit || fail "a killed task must fail the run"
missing=$($program missing)
[ "$missing" = "${task#*_}" ] || fail "missing says '$missing', killed was ${task#*_}"
[ ! -e "$TECHMOVES_Out" ] || fail "published although a part is missing"
code=0
$program load 2> "$trial/load.log" || code=$?
[ "$code" = 2 ] || fail "load with a missing part returned $code"
tell "failed as it should: missing $missing, load refuses: $(cut -c1-100 "$trial/load.log")..."
before=$(parts)
[ "$(echo "$before" | wc -l)" = $((SHARDS - 1)) ] || fail "$(echo "$before" | wc -l) parts after the killed task, not $((SHARDS - 1))"
"$here/submit.sh" $SHARDS > "$trial/third.log" 2>&1 || fail "the run after the killed task returned $?"
[ "$(comm -23 <(echo "$before") <(parts) | wc -l)" = 0 ] || fail "a part that was there was made again"
[ "$(comm -13 <(echo "$before") <(parts) | wc -l)" = 1 ] || fail "more than the missing shard was made"
same "after a killed task"

# Nothing to do.
before=$(find "$TECHMOVES_Out" "$TECHMOVES_Out.state" -not -path '*/log*' -printf '%p %T@ %s\n' | sort)
"$here/submit.sh" $SHARDS > "$trial/fourth.log" 2>&1 || fail "the run with nothing to do returned $?"
[ "$before" = "$(find "$TECHMOVES_Out" "$TECHMOVES_Out.state" -not -path '*/log*' -printf '%p %T@ %s\n' | sort)" ] || fail "a run with nothing to do wrote something"
same "a third run with nothing to do, that wrote nothing"
