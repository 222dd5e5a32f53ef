/** Loaded into a server's process before its own code: its wall clock is so many ms off. */
const offMs = Number(process.env.CLOCK_OFF_MS ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given: []) {
    if (given.length === 0) super(RealDate.now() + offMs);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + offMs;
  }
} as DateConstructor;
