/** Modest enough for a laptop that does other things too. wal_compression stays off: these binaries lack lz4 and zstd. */
const DEFAULTS: Readonly<Record<string, string>> = {
  shared_buffers: '256MB',
  max_connections: '100',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  synchronous_commit: 'on',
};

/** Given on the command line, these win over postgresql.conf and ALTER SYSTEM. The port is added at each start. */
const FIXED: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  listen_addresses: '127.0.0.1',
  // TCP only: a socket's path is limited to 107 bytes, and Windows and the user namespace have their own ideas of it.
  unix_socket_directories: '',
  logging_collector: 'off',
};

const NOT_OURS_TO_GIVE = ['port', 'data_directory', 'config_file', 'hba_file', 'ident_file', 'external_pid_file'];

/** Each of these waits for the local disk at least. */
const DURABLE_COMMITS = ['on', 'local', 'remote_write', 'remote_apply'];

/**
 * The server's settings as `-c` arguments. Throws where the extra ones would let a confirmed commit be lost (points are worth
 * money) or open the server to others. Names are compared as PostgreSQL reads them: in any case, `-` for `_`.
 */
export function serverSettings(extra: Readonly<Record<string, string>>): string[] {
  const settings = { ...DEFAULTS };
  for (const [given, value] of Object.entries(extra)) {
    const name = given.toLowerCase().replaceAll('-', '_');
    if (!/^[a-z_][a-z0-9_.]*$/.test(name)) throw new Error(`"${given}" is not the name of a PostgreSQL setting`);
    if (NOT_OURS_TO_GIVE.includes(name)) throw new Error(`The setting ${name} is not for the caller to choose`);
    const isRefused = name === 'synchronous_commit' ? !DURABLE_COMMITS.includes(value) : (FIXED[name] ?? value) !== value;
    if (isRefused) throw new Error(`The setting ${name}=${value} is refused: durability and isolation stay on`);
    settings[name] = value;
  }
  return Object.entries({ ...settings, ...FIXED }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
