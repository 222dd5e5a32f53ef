import { readFile } from 'node:fs/promises';

/** Resident MB of a process, now and at most so far; null where the system does not tell. */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const mb = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status as string)?.[1]) / 1024);
  return status === null ? null : { now: mb('VmRSS'), peak: mb('VmHWM') };
}
