/** The event loop is not kept from others for longer than this by what is only one of many things to do. */
const TURN_MS = 5;

let turnBegan = 0;

/** Waits for the next turn of the event loop, where this one has lasted long enough; null: go on. */
export function breath(): Promise<void> | null {
  const now = performance.now();
  if (turnBegan === 0) {
    turnBegan = now;
    setImmediate(() => {
      turnBegan = 0;
    });
    return null;
  }
  return now - turnBegan < TURN_MS ? null : new Promise((resolve) => setImmediate(resolve));
}
