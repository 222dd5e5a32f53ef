import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { App } from '../../src/app.js';

/** What the feed holds in a process. All are 0 when nobody follows and no connection is open. */
export type Held = Readonly<Record<'followers' | 'lanesRead' | 'watchedStreams' | 'feedIterators' | 'sessions', number>>;

/**
 * Sees what the feed makes, without holding it, and so tells what somebody else holds. Whatever serves a subscription (a group,
 * a delivery, what a socket keeps) has its iterator or its session, so that what is kept of one by anybody is seen here.
 */
export class FeedWatch {
  private readonly made: Readonly<Record<'feedIterators' | 'sessions', Set<WeakRef<object>>>> = {
    feedIterators: new Set(),
    sessions: new Set(),
  };
  private readonly collectGarbage: () => void;

  constructor(private readonly app: App) {
    setFlagsFromString('--expose-gc');
    this.collectGarbage = runInNewContext('gc') as () => void;
    const { feed, sessions } = app.services;
    const { feedIterators, sessions: opened } = this.made;
    const [follow, open] = [feed.follow, sessions.open];
    feed.follow = (request) => {
      const iterator = follow.call(feed, request);
      feedIterators.add(new WeakRef(iterator));
      return iterator;
    };
    sessions.open = async (header) => {
      const session = await open.call(sessions, header);
      if (session) opened.add(new WeakRef(session));
      return session;
    };
  }

  /** The sizes of the feed's sets, and how many iterators and sessions are left when the garbage is collected. */
  async held(): Promise<Held> {
    for (let i = 0; i < 3; i += 1) {
      // What was looked at through a weak reference is not collected in the same turn.
      await turn();
      this.collectGarbage();
    }
    const { tailer, services } = this.app;
    const { feedIterators, sessions } = this.made;
    return {
      ...{ followers: tailer.followerCount, lanesRead: tailer.lanesRead, watchedStreams: services.sessions.watched },
      ...{ feedIterators: left(feedIterators), sessions: left(sessions) },
    };
  }
}

function left(refs: Set<WeakRef<object>>): number {
  for (const ref of refs) if (ref.deref() === undefined) refs.delete(ref);
  return refs.size;
}

/**
 * How many file descriptors a process has open beside its connections to a database, which pools open and close as they like;
 * null where the machine has no /proc.
 */
export async function openFiles(pid: number, databaseUrl: string): Promise<number | null> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => null);
  if (!names) return null;
  const files = await Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => null)));
  const connections = await connectionsTo(pid, Number(new URL(databaseUrl).port || POSTGRES_PORT));
  return files.filter((file) => file !== null && !connections.has(file)).length;
}

const POSTGRES_PORT = 5432;

/** The TCP connections to a port, as their descriptors are called (proc(5), /proc/net/tcp: the third and the tenth field). */
async function connectionsTo(pid: number, port: number): Promise<ReadonlySet<string>> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8').catch(() => '')));
  const rows = tables.flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)));
  return new Set(
    rows.filter(([, , remote]) => Number.parseInt(remote?.split(':')[1] ?? '', 16) === port).map((row) => `socket:[${row[9]}]`),
  );
}
