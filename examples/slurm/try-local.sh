#!/bin/sh
# Tries this example for real on one machine: starts munge, slurmctld and two slurmd of its own in a temporary folder,
# reads reports with an array undisturbed, preempted and killed, and compares with a single run, byte for byte.
# Takes some minutes. Needs what `apt-get install slurm-wlm munge` brings; neither touches nor needs a configured Slurm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
PATH=$PATH:/usr/sbin
SHARDS=4
SECONDS_TO_WAIT=300

tmp=$(mktemp -d)
chmod 755 "$tmp"
end() {
  trap - EXIT INT TERM
  # slurmd would leave running tasks behind. The jobs of our own cluster, never those of a real one.
  if [ -f "$tmp/slurmctld.pid" ]; then
    SLURM_CONF="$tmp/slurm.conf"
    scancel --user="$(id -un)"
    until_true no_jobs || true
  fi
  for file in "$tmp"/slurmd-*.pid "$tmp/slurmctld.pid" "$tmp/munged.pid"; do
    [ -f "$file" ] || continue
    pid=$(cat "$file")
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  done
  rm -rf "$tmp"
}
trap end EXIT
trap 'exit 130' INT TERM
fail() {
  echo "FAILED: $1" >&2
  tail -n 5 "$tmp"/*.log "$tmp"/*.run/*.log >&2 2>/dev/null
  exit 1
}

# A key and a socket of our own. Without cgroups and accounting: proctrack/linuxproc, task/none. Two slurmd on a host
# differ in name, port and spool folder; config_overrides lets them have more CPUs and memory together than it has.
# GraceTime stays 0: Slurm 22.05 sends no SIGTERM in that time, and calls TIMEOUT what ends in it.
cluster() {
  mkdir "$tmp/state" "$tmp/spool-node1" "$tmp/spool-node2" "$tmp/munge"
  (umask 077 && head -c 1024 /dev/urandom >"$tmp/munge/key")
  munged --force --key-file="$tmp/munge/key" --socket="$tmp/munge/socket" --pid-file="$tmp/munged.pid" \
    --log-file="$tmp/munge/log" --seed-file="$tmp/munge/seed" 2>/dev/null
  export SLURM_CONF="$tmp/slurm.conf"
  cat >"$SLURM_CONF" <<END
ClusterName=nianbao
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=26817
SlurmctldPidFile=$tmp/slurmctld.pid
SlurmctldLogFile=$tmp/slurmctld.log
SlurmdPidFile=$tmp/slurmd-%n.pid
SlurmdLogFile=$tmp/slurmd-%n.log
SlurmdSpoolDir=$tmp/spool-%n
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
StateSaveLocation=$tmp/state
AuthType=auth/munge
AuthInfo=socket=$tmp/munge/socket
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
KillWait=10
NodeName=node1 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=26821 CPUs=2 RealMemory=4096
NodeName=node2 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=26822 CPUs=2 RealMemory=4096
PartitionName=low Nodes=node1,node2 Default=YES PriorityTier=1
PartitionName=high Nodes=node1,node2 PriorityTier=2 PreemptMode=OFF
END
  slurmctld
  slurmd -N node1
  slurmd -N node2
  until_true nodes_idle || fail 'the nodes do not come up'
}

until_true() {
  tries=0
  until "$@" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt $((SECONDS_TO_WAIT * 2)) ] || return 1
    sleep 0.5
  done
}

# Submits; sets $array and $merge.
submit() {
  told=$("$here/submit.sh" reports "$1" "$SHARDS")
  array=$(expr "$told" : 'array \([0-9]*\)')
  merge=$(expr "$told" : '.*merge \([0-9]*\)')
}
state() { scontrol show job "$1" | sed -n 's/.*JobState=\([A-Z]*\).*/\1/p' | sort -u | xargs; }
nodes_idle() { sinfo -h -p low -t idle -o %D | grep -qx 2; }
no_jobs() { jobs=$(squeue -h) && [ -z "$jobs" ]; }
preempted() { grep -q 'has been requeued' slurmctld.log; }
# Something is in the cache: a task is in the middle of its work.
has_read() { find "$1.run/cache" -name '*.gz' | grep -q .; }
ended() { until_true no_jobs || fail 'the jobs do not end'; }
same() {
  [ "$(state "$merge")" = COMPLETED ] || fail "the merge is $(state "$merge")"
  cmp single.csv "$1" || fail "$1 differs"
  cmp single.failures.csv "$1.run/failures.csv" || fail "the failures of $1 differ"
  echo "$1: array $(state "$array"), the same $(wc -c <"$1") bytes as the single run"
}

# The fixtures thirty times, so that tasks are at work when they are disturbed, found by the jobs through the folder in
# which they begin; nianbao is that of this checkout.
mkdir "$tmp/bin" "$tmp/reports"
ln -s "$here/../../bin/nianbao.js" "$tmp/bin/nianbao"
export PATH="$tmp/bin:$PATH"
cd "$tmp"
for copy in $(seq 30); do
  for fixture in "$here"/../../fixtures/*/report.*; do
    cp "$fixture" "reports/$copy $(basename "$(dirname "$fixture")").${fixture##*.}"
  done
done
status=0
nianbao extract reports -o single.csv --failures single.failures.csv --quiet 2>/dev/null || status=$?
[ "$status" -le 1 ] || fail "the single run ends with $status"
echo "single run: $(find reports -type f | wc -l) files, $(($(wc -l <single.failures.csv) - 1)) could not be read"

cluster

submit undisturbed.csv
ended
same undisturbed.csv

# A job of a partition of higher priority takes a node away: SIGTERM, and the task begins again. Slurm makes it wait for
# two minutes first, which we do not.
submit preempted.csv
until_true has_read preempted.csv || fail 'no task begins'
sbatch --partition=high --output=/dev/null --cpus-per-task=2 --wrap='sleep 2' >/dev/null
until_true preempted || fail 'nothing was preempted'
task=$(sed -n "s/.*preempted JobId=\([0-9_]*\).*requeued.*/\1/p" slurmctld.log | head -n 1)
until_true scontrol update "job=$task" StartTime=now || fail "$task is not requeued"
ended
scontrol show job "$task" | grep -q Restarts=1 || fail "$task was not run again"
grep -h interrupted preempted.csv.run/shard-*.log
same preempted.csv

# Out of memory or an operator: SIGKILL. The task fails, the merge is cancelled; the same command again goes on.
submit killed.csv
until_true has_read killed.csv || fail 'no task begins'
task=$(squeue -h -t R -j "$array" -o %K | head -n 1)
kill -KILL "$(pgrep -f "nianbao extract --shard $task/$SHARDS -o killed.csv.run/")"
ended
[ "$(state "$merge")" = CANCELLED ] || fail "after a killed task the merge is $(state "$merge")"
[ ! -e killed.csv ] || fail 'after a killed task there is a result'
echo "killed.csv: task $task killed, array $(state "$array"), merge CANCELLED, no result; submitted again"
submit killed.csv
ended
same killed.csv

# And where somebody runs the merge alone, a shard is missing.
rm "killed.csv.run/part-$task"
sbatch --wait --output=alone.log "$here/merge.sh" killed.csv "$SHARDS" >/dev/null && fail 'a part is missing and merged'
[ ! -e killed.csv ] || fail 'there is a result without a part'
echo "merge without part $task: $(cat alone.log)"
