import { readFile } from 'node:fs/promises';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

/** Prints the functions of a .cpuprofile that took most time by themselves. It is wall time: a descheduled call counts. */
export async function printProfile(file: string, shape = '', length = 25): Promise<void> {
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(file, 'utf8')) as {
    nodes: Node[];
    samples: number[];
    timeDeltas: number[];
  };
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const self = new Map<string, number>();
  let total = 0;
  samples.forEach((id, i) => {
    const frame = frames.get(id);
    const name = `${frame?.functionName || '(anonymous)'} ${frame?.url.split('/').slice(-3).join('/')}:${(frame?.lineNumber ?? 0) + 1}`;
    const delta = timeDeltas[i] ?? 0;
    self.set(name, (self.get(name) ?? 0) + delta);
    total += delta;
  });
  process.stdout.write(`\nself time of the shape ${shape}\n`);
  for (const [name, time] of [...self].sort(([, a], [, b]) => b - a).slice(0, length))
    process.stdout.write(`${((100 * time) / total).toFixed(1).padStart(6)} %  ${name}\n`);
}
