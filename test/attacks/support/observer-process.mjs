// A client of its own process: sends a small query every 50 ms, and says at the end of its input how long the answers took.
const { OBSERVED_URL: url, OBSERVER_KEY: key } = process.env;
const body = JSON.stringify({ query: '{ viewer { name } members(first: 1) { nodes { id wallets { active } } } }' });
const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
const times = [];
const failures = [];
const underWay = new Set();

async function ask() {
  const start = performance.now();
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
    const answer = await response.json();
    if (answer.errors || answer.data?.members?.nodes?.length !== 1) failures.push(`${response.status} ${JSON.stringify(answer)}`);
  } catch (error) {
    failures.push(String(error.cause ?? error));
  }
  times.push(performance.now() - start);
}

await ask();
times.length = 0;
const timer = setInterval(() => {
  const asking = ask().finally(() => underWay.delete(asking));
  underWay.add(asking);
}, 50);
process.stdin.resume();
process.stdin.on('end', async () => {
  clearInterval(timer);
  await Promise.all(underWay);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  process.stdout.write(
    JSON.stringify({ count: times.length, median: at(0.5), p99: at(0.99), slowest: at(1), failures: failures.slice(0, 5) }),
  );
});
