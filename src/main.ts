import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './app.js';
import { makeDemo } from './cli/demo-program.js';
import { welcome } from './cli/welcome.js';
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
const app = await startApp(config, lines.log, { observers: [lines] }).catch(fail);
if (config.isDemoWanted) {
  const demo = await makeDemo(app).catch(async (error: unknown) => {
    await app.stop();
    return fail(error);
  });
  const demoKeyFile = join(config.dataDir, 'demo-key');
  if (demo) await writeFile(demoKeyFile, `${demo.secret}\n`, { mode: 0o600 });
  const demoKey = demo?.secret ?? ((await readFile(demoKeyFile, 'utf8').catch(() => '')).trim() || null);
  const operatorKeyFile = config.operatorKey ? null : join(config.dataDir, 'operator-key');
  process.stdout.write(welcome({ url: app.url, demoKey, demoKeyFile, operatorKeyFile, isGraphiqlOn: config.isGraphiqlOn }));
} else lines.log(`ready at ${app.url}`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void app.stop().then(() => process.exit(0));
  });
}
