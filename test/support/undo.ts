const EXIT_INTERRUPTED = 130;

/** What a run has to undo, in reverse, also after a failure and on a signal: PostgreSQL has a process group of its own and would stay. */
export class Undo {
  private readonly steps: (() => unknown)[] = [];

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void this.all().then(() => process.exit(EXIT_INTERRUPTED)));
  }

  /** Has it undone at the end; gives the function that does it now instead. */
  add(step: () => unknown): () => Promise<void> {
    this.steps.push(step);
    return async () => {
      const at = this.steps.indexOf(step);
      if (at < 0) return;
      this.steps.splice(at, 1);
      await step();
    };
  }

  async all(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
