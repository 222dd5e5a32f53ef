import { rm } from 'node:fs/promises';
import { onServer } from './global-setup.mjs';

export default async function tearDown() {
  const { server, template, postgres, folder } = globalThis.laurelTestRun;
  if (postgres) {
    await postgres.stop('immediate');
    await rm(folder, { recursive: true, force: true });
  } else {
    await onServer(server, `alter database ${template} with is_template false`);
    await onServer(server, `drop database ${template}`);
  }
}
