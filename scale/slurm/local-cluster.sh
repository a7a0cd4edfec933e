#!/bin/bash
# A real Slurm with N nodes on this one machine, for trials and for the test: on 127.0.0.1, without systemd and without root.
# Needs slurm-wlm and munge (Debian: apt-get install --no-install-recommends slurm-wlm munge).
#   local-cluster.sh up DIR [NODES]    start munged, slurmctld and NODES slurmd (default 3); wait until every node is idle
#   local-cluster.sh kill DIR NODE     what a power cut does: slurmd, its slurmstepd and their tasks die by SIGKILL
#   local-cluster.sh start DIR NODE    start the slurmd of a node again
#   local-cluster.sh down DIR
# Afterwards: export SLURM_CONF=DIR/slurm.conf
set -euo pipefail
verb=$1 dir=$(realpath -m "$2")
export PATH=$PATH:/usr/sbin SLURM_CONF=$dir/slurm.conf
port=${SLURM_BASE_PORT:-17000} host=$(hostname -s)

configure() {
  mkdir -p "$dir/state"
  # Ports are bound on 127.0.0.1 alone, and a dead node is noticed within seconds.
  cat > "$SLURM_CONF" <<CONF
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool.%n
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/%n.pid
SlurmctldLogFile=$dir/slurmctld.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
AccountingStorageType=accounting_storage/none
SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
JobRequeue=1
ReturnToService=2
SlurmdTimeout=6
MessageTimeout=2
TCPTimeout=1
SlurmctldTimeout=30
InactiveLimit=0
KillWait=5
MinJobAge=600
NodeName=n[1-$1] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + $1))] CPUs=1 RealMemory=2000
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

authenticate() {
  mkdir -p "$dir/munge"
  chmod 700 "$dir/munge"
  (umask 077 && head -c 128 /dev/urandom > "$dir/munge/key")
  munged --key-file="$dir/munge/key" --socket="$dir/munge/socket" --pid-file="$dir/munge/pid" --log-file="$dir/munge/log" --seed-file="$dir/munge/seed" --force
}

start() { slurmd -N "$1" -L "$dir/$1.log"; }

# The tasks of a node of this cluster, and the slurmstepd above each of them.
processes() {
  local process names parent
  for process in /proc/[0-9]*; do
    names=$({ tr '\0' '\n' < "$process/environ"; } 2>/dev/null) || continue
    case $'\n'$names$'\n' in *$'\n'"SLURMD_NODENAME=$1"$'\n'*) ;; *) continue ;; esac
    case $names in *"SLURM_CONF=$dir/"*) ;; *) continue ;; esac
    parent=$({ awk '/^PPid:/ { print $2 }' "$process/status"; } 2>/dev/null) || continue
    [ "$(cat "/proc/$parent/comm" 2>/dev/null)" != slurmstepd ] || echo "$parent"
    echo "${process#/proc/}"
  done
}

case $verb in
  up)
    nodes=${3:-3}
    configure "$nodes"
    authenticate
    slurmctld -c
    for i in $(seq "$nodes"); do mkdir -p "$dir/spool.n$i" && start "n$i"; done
    for _ in $(seq 300); do
      [ "$(sinfo -h -t idle -o %D 2>/dev/null | head -1)" != "$nodes" ] || exit 0
      sleep .2
    done
    sinfo >&2
    echo "the nodes do not get idle; see $dir/*.log" >&2
    exit 1 ;;
  kill) kill -9 "$(cat "$dir/$3.pid")" $(processes "$3") 2>/dev/null || true ;;
  start) start "$3" ;;
  down)
    for file in "$dir"/n*.pid "$dir/slurmctld.pid" "$dir/munge/pid"; do
      [ ! -s "$file" ] || kill "$(cat "$file")" 2>/dev/null || true
    done ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
