import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const server = globalThis.laurelTestServer;
  if (!server) return;
  await server.postgres.stop();
  await rm(server.folder, { recursive: true, force: true });
}
