#!/bin/sh
#SBATCH --job-name=nianbao
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=1536M
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# A task of the array reads its shard: shard.sh REPORTS OUT N [OPTION of extract]…
# Memory: a worker, of which there is one a CPU, may have --memory-limit and some 200 MB beside; the rest is the main
# process's.
set -u
reports=$1
out=$2
shards=$3 # not SLURM_ARRAY_TASK_COUNT, which is 1 when a single task is run again with --array=3
shift 3
part=$out.run/part-$SLURM_ARRAY_TASK_ID

# What an earlier try of this task left must not be taken for what this one does.
rm -f "$part" "$part.partial" "$out.run/.part-$SLURM_ARRAY_TASK_ID".*.part

# Preemption, the time limit and scancel send SIGTERM to all processes of the task. nianbao ends with what it has, in
# part-i.partial, which merge refuses; this shell waits for that.
trap : TERM
status=0
nianbao extract --shard "$SLURM_ARRAY_TASK_ID/$shards" -o "$part" --format "${out##*.}" --cache "$out.run/cache" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" --memory-limit 1024 "$@" -- "$reports" || status=$?

# 1: some files could not be read. That is a result, which the part holds and merge tells, and no reason to hold back
# the merge. All else means that the part is not whole: 2 wrong usage or no such file, 70 a bug, 130 interrupted, a
# signal.
if [ "$status" -eq 1 ] && [ -f "$part" ]; then status=0; fi
exit "$status"
