import { Client } from 'pg';
import { TIMEOUTS } from '../database/connections.js';

const CHANNEL = 'laurel_doorbell';
const RECONNECT_MS = 1_000;
/** A ring is a small commit of its own with its own fsync; under load the next few commits share one. */
const RING_GAP_MS = 5;

/** A connection of its own that is opened again whenever it breaks. */
class LastingConnection {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly url: string,
    private readonly onOpen: (client: Client) => Promise<void>,
  ) {}

  async open(): Promise<void> {
    if (this.isStopped) return;
    const client = new Client({ ...TIMEOUTS, connectionString: this.url, keepAlive: true, application_name: 'laurel doorbell' });
    client.on('error', () => this.reopen(client));
    client.on('end', () => this.reopen(client));
    this.client = client;
    try {
      await client.connect();
      await this.onOpen(client);
    } catch {
      this.reopen(client);
    }
  }

  get live(): Client | undefined {
    return this.client;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => {});
  }

  private reopen(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => {});
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.open(), RECONNECT_MS);
    this.timer.unref();
  }
}

/**
 * Tells other processes that something was committed: a NOTIFY without payload, after the commit, one in
 * flight. A ring may be lost; it is a hint, the tailer's timer is the promise.
 */
export class Doorbell {
  private readonly connection: LastingConnection;
  private isRinging = false;
  private isRungAgain = false;

  constructor(url: string) {
    this.connection = new LastingConnection(url, async () => {});
  }

  start(): Promise<void> {
    return this.connection.open();
  }

  ring(): void {
    this.isRungAgain = true;
    if (!this.isRinging) void this.ringWhileAsked();
  }

  stop(): Promise<void> {
    return this.connection.stop();
  }

  private async ringWhileAsked(): Promise<void> {
    this.isRinging = true;
    while (this.isRungAgain) {
      this.isRungAgain = false;
      await this.connection.live?.query(`notify ${CHANNEL}`).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, RING_GAP_MS));
    }
    this.isRinging = false;
  }
}

/** Hears the doorbell of all processes. */
export class DoorbellListener {
  private readonly connection: LastingConnection;

  constructor(url: string, onRing: () => void) {
    this.connection = new LastingConnection(url, async (client) => {
      client.on('notification', onRing);
      await client.query(`listen ${CHANNEL}`);
      // Whatever rang while nobody listened.
      onRing();
    });
  }

  start(): Promise<void> {
    return this.connection.open();
  }

  stop(): Promise<void> {
    return this.connection.stop();
  }
}
