import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TICKS_PER_SECOND = 100;

/** How many 8 KB writes a second this disk makes durable, one at a time. */
export function syncRate(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const block = Buffer.alloc(8192);
  const end = performance.now() + 1000;
  let count = 0;
  for (; performance.now() < end; count += 1) {
    writeSync(file, block, 0, block.length, 0);
    fdatasyncSync(file);
  }
  closeSync(file);
  return count;
}

/** CPU seconds of a process, its own and of children it has reaped (proc(5), fields 14 to 17). */
async function cpuOf(pid: number | string): Promise<{ parent: number; own: number; reaped: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name in brackets may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (...at: number[]) => at.reduce((sum, i) => sum + Number(fields[i]), 0) / TICKS_PER_SECOND;
  return { parent: Number(fields[1]), own: ticks(11, 12), reaped: ticks(13, 14) };
}

/** CPU seconds of a process so far; NaN where the machine has no /proc. */
export const processCpu = async (pid: number): Promise<number> => (await cpuOf(pid))?.own ?? Number.NaN;

/** CPU seconds so far of the PostgreSQL on a data directory: the postmaster, its children, and those that have ended. */
export async function postgresCpu(dataDir: string): Promise<number> {
  const postmaster = Number((await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const self = await cpuOf(postmaster);
  if (!self) return Number.NaN;
  let sum = self.own + self.reaped;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const cpu = await cpuOf(pid);
    if (cpu?.parent === postmaster) sum += cpu.own;
  }
  return sum;
}

/** CPU seconds that the whole machine has been busy so far, time stolen by its host included (proc(5), /proc/stat). */
async function machineCpu(): Promise<number> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => '');
  const [user, nice, system, , , irq, softirq, steal] = (text.split('\n')[0] ?? '').trim().split(/\s+/).slice(1).map(Number);
  return [user, nice, system, irq, softirq, steal].reduce<number>((sum, ticks) => sum + (ticks ?? Number.NaN), 0) / TICKS_PER_SECOND;
}

/** Parent of the kernel's own threads, which write back what programs have dirtied: ours as well as others'. */
const KTHREADD = 2;

async function kernelCpu(): Promise<number> {
  let sum = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const cpu = await cpuOf(pid);
    if (cpu?.parent === KTHREADD) sum += cpu.own;
  }
  return sum;
}

/** CPU seconds so far of programs that do not belong to the benchmark. `ours` are its children that still live. */
export async function foreignCpu(ours: readonly number[], dataDir: string): Promise<number> {
  const self = await cpuOf(process.pid);
  let sum = (self?.own ?? 0) + (self?.reaped ?? 0) + (await postgresCpu(dataDir)) + (await kernelCpu());
  for (const pid of ours) sum += await processCpu(pid);
  return (await machineCpu()) - sum;
}

/** Waits for a second in which others take little CPU, but no longer than some seconds. Gives whether it came. */
export async function untilQuiet(foreign: () => Promise<number>, cores: number, secondsMax: number): Promise<boolean> {
  for (let waited = 0; waited < secondsMax; waited += 1) {
    const before = await foreign();
    await sleep(1000);
    if (!((await foreign()) - before > cores)) return true;
  }
  return false;
}
