#!/bin/bash
# A night on a Slurm cluster: plan, the missing shards as a job array, load. Run it on a login node; after any failure run it again: parts
# that are there are not made twice.
#   scale/slurm/submit.sh [SHARDS]        default: 64
# Settings come from the environment: TECHMOVES_Articles, TECHMOVES_Out, TECHMOVES_State ..., absolute paths on a file system that all nodes see.
# TECHMOVES_PROGRAM is how a node starts the program. Options for both jobs (account, partition): SBATCH_ACCOUNT, SBATCH_PARTITION ...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export TECHMOVES_PROGRAM=${TECHMOVES_PROGRAM:-dotnet $(realpath "$here/../../artifacts/program/techmoves.dll")} TECHMOVES_Threads=${TECHMOVES_Threads:-1}
: "${TECHMOVES_Articles:?set TECHMOVES_Articles to the folder of the articles}" "${TECHMOVES_Out:?set TECHMOVES_Out to the folder of the dataset}"
logs=${TECHMOVES_State:-$TECHMOVES_Out.state}/log

$TECHMOVES_PROGRAM plan --shards "${1:-64}"
missing=$($TECHMOVES_PROGRAM missing)
if [ -n "$missing" ]; then
  TECHMOVES_SHARDS=$($TECHMOVES_PROGRAM missing --list | sed -n '1s,.*/,,p')
  export TECHMOVES_SHARDS
  mkdir -p "$logs"
  echo "shards $missing of $TECHMOVES_SHARDS"
  said=0
  sbatch --wait --quiet --export=ALL --array="$missing" --output="$logs/shard-%A-%a.log" "$here/shard.sbatch" || said=$?
  # The parts say what is done, not the exit code of sbatch: a job that was cancelled for its dependency returns 0.
  left=$($TECHMOVES_PROGRAM missing)
  [ -z "$left" ] || { echo "shards $left have no part (sbatch --wait returned $said); see $logs, then run this again" >&2; exit 3; }
fi
said=0
mkdir -p "$logs"
job=$(sbatch --wait --parsable --export=ALL --output="$logs/load-%j.log" "$here/load.sbatch") || said=$?
cat "$logs/load-$job.log"
exit "$said"
