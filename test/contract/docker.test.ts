import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = readFileSync('docker-compose.yml', 'utf8');
const ignore = readFileSync('.dockerignore', 'utf8').split('\n');
const stages = dockerfile.split(/^FROM /m).slice(1);
const last = stages.at(-1) as string;
/** A service's part of the compose file: what is indented below its name. */
const service = (name: string): string => new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? '';

describe('the image', () => {
  test('is Node 24 in every stage, and production in the last', () => {
    for (const stage of stages) expect(stage).toMatch(/^node:24/);
    expect(last).toContain('NODE_ENV=production');
  });

  test('runs as somebody without rights, and gets signals itself', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node", "dist/main.js"]'));
  });

  test('asks itself whether it is ready, with nothing but Node', () => {
    const [, command] = /HEALTHCHECK[^[]*(\[.*\])/s.exec(last) ?? [];
    const check = /CMD (\["node", "-e", .*\])/.exec(last)?.[1] ?? command ?? '[]';
    expect(JSON.parse(check)[2]).toContain('/readyz');
  });

  test('holds no tools of development', () => {
    expect(stages.find((stage) => stage.includes('AS dependencies'))).toMatch(/npm (ci|install) --omit=dev/);
    expect(last).not.toMatch(/COPY (\.|src|test|docs) /);
  });

  test('is made from what is copied and nothing else', () => {
    expect(ignore).toContain('*');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) => (files as string).split(' '));
    const letIn = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const file of copied) expect(letIn.some((path) => file === path || file.startsWith(`${path}/`))).toBe(true);
    for (const path of letIn) expect(copied.some((file) => file === path)).toBe(true);
  });
});

describe('the compose file', () => {
  test('has PostgreSQL 18 and Laurel from the Dockerfile', () => {
    expect(service('postgres')).toContain('image: postgres:18\n');
    expect(service('laurel')).toContain('build: .\n');
  });

  test.each(['postgres', 'laurel'])('%s may do little: no root file system, no capabilities, no new ones', (name) => {
    for (const line of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true']) expect(service(name)).toContain(line);
  });

  test('waits for a database that answers, and keeps what it must in volumes', () => {
    expect(service('postgres')).toContain('pg_isready');
    expect(service('laurel')).toContain('condition: service_healthy');
    expect(service('postgres')).toContain('- postgres:/var/lib/postgresql\n');
    expect(service('laurel')).toContain('- laurel:/data\n');
  });

  test('opens one port, to this machine only', () => {
    expect(compose.match(/ports:/g)).toHaveLength(1);
    expect(service('laurel')).toContain('"127.0.0.1:4000:4000"');
  });
});
