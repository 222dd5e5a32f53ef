import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './app.js';
import { makeDemo } from './cli/demo-program.js';
import { readConfig } from './config.js';
import { serverLog } from './server/log.js';

/** Says what is wrong in one line, and ends. */
const fail = (error: unknown): never => {
  const { code, message } = error as { code?: string; message?: string };
  process.stderr.write(
    `${code === 'EADDRINUSE' ? `Port ${config.port} is taken. Set PORT to another one.` : (message ?? String(error))}\n`,
  );
  process.exit(1);
};

const config = readConfig();
const lines = serverLog();
const app = await startApp(config, lines.log, [lines]).catch(fail);
if (config.isDemoWanted) {
  const demo = await makeDemo(app).catch(async (error: unknown) => {
    await app.stop();
    return fail(error);
  });
  const keyFile = join(config.dataDir, 'demo-key');
  if (demo) await writeFile(keyFile, `${demo.secret}\n`, { mode: 0o600 });
  process.stdout.write(`
Laurel is ready at ${app.url} (WebSocket: ${app.url.replace('http', 'ws')}).
Operator key (creates programmes): in ${join(config.dataDir, 'operator-key')}
Demo key: in ${keyFile}. A first query:

curl -s ${app.url} -H "authorization: Bearer $(cat ${keyFile})" -H 'content-type: application/json' \\
  -d '{"query":"{ program { name } members(first: 3) { nodes { externalId wallets { active } standings { tier { name } } } } }"}'
`);
} else lines.log(`ready at ${app.url}`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void app.stop().then(() => process.exit(0));
  });
}
