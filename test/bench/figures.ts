const text = (value: number) => value.toFixed(Math.abs(value) < 100 ? 2 : 0);

const median = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** What the median of a figure shall be. */
export interface Aim {
  readonly name: string;
  readonly least?: number;
  readonly most?: number;
}

export interface Summary {
  readonly name: string;
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly values: readonly number[];
}

/** What was measured, round by round. Ratios are made within a round, since machines drift between rounds. */
export class Figures {
  private readonly all = new Map<string, number[]>();
  private round = new Map<string, number>();

  beginRound(): void {
    this.round = new Map();
  }

  note(name: string, value: number): void {
    if (!Number.isFinite(value)) return;
    this.round.set(name, value);
    this.all.set(name, [...(this.all.get(name) ?? []), value]);
    process.stdout.write(`  ${name}: ${text(value)}\n`);
  }

  /** Nothing where one of the two was not measured in this round. */
  ratio(name: string, above: string, below: string): void {
    const [a, b] = [this.round.get(above), this.round.get(below)];
    if (a !== undefined && b) this.note(name, a / b);
  }

  get summaries(): Summary[] {
    return [...this.all].map(([name, values]) => ({
      name,
      median: median(values),
      minimum: Math.min(...values),
      maximum: Math.max(...values),
      values,
    }));
  }

  /** All figures, with what they shall be and whether that was missed. */
  print(aims: readonly Aim[] = []): void {
    process.stdout.write('\n    median (minimum to maximum)\n');
    for (const { name, median: middle, minimum, maximum } of this.summaries) {
      const aim = aims.find((each) => each.name === name);
      const told = aim ? `  [${verdict(aim, middle)}]` : '';
      process.stdout.write(`${text(middle).padStart(10)} (${text(minimum)} to ${text(maximum)})  ${name}${told}\n`);
    }
  }
}

function verdict({ least = -Infinity, most = Infinity }: Aim, value: number): string {
  const bounds = [...(least > -Infinity ? [`at least ${least}`] : []), ...(most < Infinity ? [`at most ${most}`] : [])];
  return `aim: ${bounds.join(', ')}: ${value >= least && value <= most ? 'reached' : 'MISSED'}`;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of the line through the points that fits best, by least squares. */
export function slope(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)];
  return mean(({ x, y }) => (x - middleX) * (y - middleY)) / mean(({ x }) => (x - middleX) ** 2);
}
